package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskmap.forest.ForestResult;
import org.riskmap.forest.ForestResult.Belt;
import org.riskmap.forest.ForestResult.Border;
import org.riskmap.forest.ForestResult.Part;
import org.riskmap.forest.ForestResult.Resident;
import org.riskmap.forest.ForestResult.Zone;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;
import org.riskmap.standard.Threshold;

/** Writes what was found in the forest as outputs, warnings and rows of {@code run_check}. */
final class ForestFireOutcome {

    private static final int DIGITS = 1;
    private static final int KM_DIGITS = 3;
    private static final int DISTANCE_DIGITS = 3;
    /** 1 亩 = 10 000 / 15 m². */
    private static final double MU_M2 = 10_000 / 15.0;

    private final ForestResult result;
    private final List<Threshold> used;

    ForestFireOutcome(ForestResult result, List<Threshold> used) {
        this.result = result;
        this.used = used;
    }

    Outcome outcome() {
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary()));
        outputs.put(
                "zones",
                new Output.Features(
                        result.zones().stream().map(ForestFireOutcome::zone).toList()));
        outputs.put(
                "belts",
                new Output.Json(
                        result.belts().stream().map(ForestFireOutcome::belt).toList()));
        outputs.put(
                "edge",
                new Output.Features(result.people().stream()
                        .map(ForestFireOutcome::resident)
                        .toList()));
        outputs.put(
                "borders",
                new Output.Features(
                        result.borders().stream().map(ForestFireOutcome::border).toList()));
        outputs.put(
                "fires",
                new Output.Json(result.fires().stream()
                        .map(year -> row("year", year.year(), "inside", year.inside(), "outside", year.outside()))
                        .toList()));
        return new Outcome(outputs, warnings(), List.of(new RunRows("run_check", rows())));
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... members) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            row.put(String.valueOf(members[i]), members[i + 1]);
        }
        return row;
    }

    private Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("zones", result.zones().size());
        Map<String, Integer> classes = new TreeMap<>();
        result.zones().forEach(zone -> classes.merge(word(zone.dangerClass()), 1, Integer::sum));
        summary.put("zones_by_class", classes);
        Map<String, Integer> today = new TreeMap<>();
        result.zones().forEach(zone -> today.merge(word(zone.today()), 1, Integer::sum));
        summary.put("zones_by_class_today", today);
        summary.put(
                "shared_zones", result.zones().stream().filter(Zone::isShared).count());
        summary.put(
                "shared_border_m",
                CanonicalJson.decimals(
                        result.borders().stream().mapToDouble(Border::lengthM).sum(), DIGITS));
        summary.put("belts", belts());
        for (boolean inside : new boolean[] {true, false}) {
            List<Resident> some = result.people().stream()
                    .filter(one -> one.inside() == inside)
                    .toList();
            summary.put(
                    inside ? "in_the_forest" : "at_its_edge",
                    row(
                            "settlements", some.size(),
                            "population",
                                    some.stream()
                                            .mapToLong(Resident::population)
                                            .sum(),
                            "households",
                                    some.stream()
                                            .mapToLong(Resident::households)
                                            .sum()));
        }
        summary.put(
                "fires",
                result.fires().stream()
                        .mapToInt(year -> year.inside() + year.outside())
                        .sum());
        summary.put("standards", used.stream().map(DayStandards::shown).toList());
        return summary;
    }

    private static String word(@Nullable Integer dangerClass) {
        return dangerClass == null ? "unknown" : dangerClass.toString();
    }

    /** Totals by kind. */
    private List<Map<String, @Nullable Object>> belts() {
        Map<String, Belt> byKind = new TreeMap<>();
        for (Belt one : result.belts()) {
            byKind.merge(
                    one.kind(),
                    new Belt(
                            null,
                            null,
                            one.kind(),
                            one.lengthM(),
                            one.areaM2(),
                            one.withoutWidthM(),
                            one.assumedWidthM()),
                    (a, b) -> new Belt(
                            null,
                            null,
                            a.kind(),
                            a.lengthM() + b.lengthM(),
                            a.areaM2() + b.areaM2(),
                            a.withoutWidthM() + b.withoutWidthM(),
                            a.assumedWidthM() + b.assumedWidthM()));
        }
        return byKind.values().stream().map(ForestFireOutcome::figures).toList();
    }

    private static Map<String, @Nullable Object> figures(Belt one) {
        return row(
                "kind", one.kind().isEmpty() ? null : one.kind(),
                "length_km", CanonicalJson.decimals(one.lengthM() / 1000, KM_DIGITS),
                "area_mu", CanonicalJson.decimals(one.areaM2() / MU_M2, DIGITS),
                "area_m2", CanonicalJson.decimals(one.areaM2(), DIGITS),
                "without_width_km", CanonicalJson.decimals(one.withoutWidthM() / 1000, KM_DIGITS),
                "assumed_width_km", CanonicalJson.decimals(one.assumedWidthM() / 1000, KM_DIGITS));
    }

    private static Map<String, @Nullable Object> belt(Belt one) {
        Map<String, @Nullable Object> row = row("code", one.code(), "name", one.name());
        row.putAll(figures(one));
        return row;
    }

    private static Feature zone(Zone zone) {
        Map<String, @Nullable Object> properties = row(
                "id", zone.zone().id(),
                "name", zone.zone().properties().get("name"),
                "danger_class", zone.dangerClass(),
                "danger_today", zone.today(),
                "area_m2", CanonicalJson.decimals(zone.areaM2(), DIGITS),
                "shared", zone.isShared(),
                "parts", zone.parts().stream().map(ForestFireOutcome::part).toList(),
                "fires",
                        zone.firesByYear().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                "fires_by_year", zone.firesByYear());
        return new Feature("fire_zone." + zone.zone().id(), zone.zone().geometry(), properties);
    }

    private static Map<String, @Nullable Object> part(Part part) {
        return row(
                "code", part.code(),
                "name", part.name(),
                "area_m2", CanonicalJson.decimals(part.areaM2(), DIGITS),
                "index", part.index(),
                "weather_class", part.weather(),
                "danger_today", part.today());
    }

    private static Feature resident(Resident one) {
        return new Feature(
                "settlement." + one.settlement().id(),
                one.settlement().geometry(),
                row(
                        "id", one.settlement().id(),
                        "name", one.settlement().properties().get("name"),
                        "population", one.population(),
                        "households", one.households(),
                        "inside", one.inside(),
                        "distance_m", CanonicalJson.decimals(one.distanceM(), DISTANCE_DIGITS),
                        "zone", one.zone().id(),
                        "zone_name", one.zone().properties().get("name")));
    }

    private static Feature border(Border one) {
        return new Feature(
                one.zone().id() + "." + one.codeA() + "." + one.codeB(),
                one.line(),
                row(
                        "zone", one.zone().id(),
                        "zone_name", one.zone().properties().get("name"),
                        "code_a", one.codeA(),
                        "name_a", one.nameA(),
                        "code_b", one.codeB(),
                        "name_b", one.nameB(),
                        "length_m", CanonicalJson.decimals(one.lengthM(), DIGITS)));
    }

    /** Zones by the class of the day (of itself where no weather was given), and the borders that townships share. */
    private List<Feature> rows() {
        List<Feature> rows = new ArrayList<>();
        for (Zone zone : result.zones()) {
            Integer shown = zone.today() == null ? zone.dangerClass() : zone.today();
            String severity = shown == null || shown <= 2 ? "ok" : shown <= 3 ? "notice" : "problem";
            rows.add(new Feature(
                    "",
                    zone.zone().geometry(),
                    row(
                            "name",
                            zone.zone().properties().get("name"),
                            "layer",
                            "risk:fire_zone",
                            "feature_id",
                            zone.zone().id(),
                            "code",
                            zone.today() == null ? "danger_class" : "danger_today",
                            "severity",
                            severity,
                            "registered",
                            zone.dangerClass() == null ? null : (double) zone.dangerClass(),
                            "counted",
                            zone.today() == null ? null : (double) zone.today(),
                            "grade",
                            shown == null ? null : shown.toString())));
        }
        for (Border one : result.borders()) {
            rows.add(new Feature(
                    "",
                    one.line(),
                    row(
                            "name",
                            one.nameA() + "—" + one.nameB(),
                            "layer",
                            "risk:fire_zone",
                            "feature_id",
                            one.zone().id(),
                            "code",
                            "shared_border",
                            "severity",
                            "notice",
                            "registered",
                            null,
                            "counted",
                            CanonicalJson.decimals(one.lengthM(), DIGITS),
                            "grade",
                            null)));
        }
        return rows;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(DayStandards.doubts(used));
        long unknown =
                result.zones().stream().filter(zone -> zone.today() == null).count();
        if (unknown > 0) {
            warnings.add(
                    unknown
                            + " zones have no danger class today: no weather index for their townships, or no class of their own.");
        }
        double without =
                result.belts().stream().mapToDouble(Belt::withoutWidthM).sum();
        if (without > 0) {
            warnings.add(Math.round(without / 1000) + " km of belts have no width: they count in km, not in mu.");
        }
        double assumed =
                result.belts().stream().mapToDouble(Belt::assumedWidthM).sum();
        if (assumed > 0) {
            warnings.add(Math.round(assumed / 1000) + " km of belts were given the width of their kind.");
        }
        return warnings;
    }
}

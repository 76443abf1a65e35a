package org.riskmap.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.AreaRow;
import org.riskmap.exposure.Exposed;
import org.riskmap.exposure.Exposure;
import org.riskmap.exposure.HazardRow;
import org.riskmap.exposure.Ring;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;

/** Writes an exposure as outputs, warnings and rows: areas to 0.1 m², distances to the millimetre. */
final class BufferExposureOutcome {

    private static final int AREA_DIGITS = 1;
    private static final int DISTANCE_DIGITS = 3;
    private static final int ERROR_DIGITS = 6;
    private static final Set<String> FACILITY_LAYERS =
            Set.of("risk:facility", "risk:shelter", "risk:rescue_station", "risk:supply_depot");
    private static final Set<String> FACILITY_KINDS =
            Set.of("school", "kindergarten", "college", "hospital", "clinic", "nursing_home");

    private final Exposure exposure;
    private final boolean counts;

    /** @param counts true: neither rings nor exposed features are written */
    BufferExposureOutcome(Exposure exposure, boolean counts) {
        this.exposure = exposure;
        this.counts = counts;
    }

    Outcome outcome() {
        List<Ring> rings =
                counts ? List.of() : exposure.hazardRings().isEmpty() ? exposure.rings() : exposure.hazardRings();
        List<Exposed> exposed = counts ? List.of() : exposure.exposed();
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary()));
        outputs.put("rings", new Output.Features(rings.stream().map(this::ring).toList()));
        outputs.put(
                "exposed",
                new Output.Features(exposed.stream().map(this::exposed).toList()));
        outputs.put("byArea", new Output.Json(byArea()));
        outputs.put("facilities", new Output.Json(facilities()));
        outputs.put("byHazard", new Output.Json(byHazard()));
        List<RunRows> rows = List.of(
                new RunRows("run_ring", rings.stream().map(this::ringRow).toList()),
                new RunRows(
                        "run_exposed", exposed.stream().map(this::exposedRow).toList()));
        return new Outcome(outputs, warnings(), rows);
    }

    private Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("hazards", exposure.hazards());
        List<Map<String, @Nullable Object>> rings = new ArrayList<>();
        for (Ring ring : exposure.rings()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("from", ring.fromM());
            one.put("to", ring.toM());
            if (ring.toLeastM() < ring.toM()) {
                one.put("to_least", ring.toLeastM());
            }
            one.putAll(figures(ring.areaM2(), ring.population(), ring.households(), ring.counts()));
            one.put("lengths_m", rounded(ring.lengthsM()));
            one.put("areas_m2", rounded(ring.areasM2()));
            one.put(
                    "radius_error",
                    ring.radiusError() == null ? null : CanonicalJson.decimals(ring.radiusError(), ERROR_DIGITS));
            rings.add(one);
        }
        summary.put("rings", rings);
        summary.put(
                "total", figures(exposure.areaM2(), exposure.population(), exposure.households(), exposure.counts()));
        if (!exposure.byHazard().isEmpty()) {
            summary.put(
                    "added_up_by_hazard",
                    exposure.byHazard().stream()
                            .mapToLong(HazardRow::population)
                            .sum());
        }
        return summary;
    }

    /** Each hazard on its own: who is in its reach, and for whom of them no other is nearer. */
    private List<Map<String, @Nullable Object>> byHazard() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (HazardRow hazard : exposure.byHazard()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("hazard", hazard.hazard());
            row.put("name", hazard.name());
            row.put("population", hazard.population());
            List<Map<String, @Nullable Object>> rings = new ArrayList<>();
            for (HazardRow.Cell cell : hazard.rings()) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("from", cell.fromM());
                one.put("to", cell.toM());
                one.putAll(figures(cell.areaM2(), cell.population(), cell.households(), cell.counts()));
                one.put("nearest_population", cell.nearestPopulation());
                rings.add(one);
            }
            row.put("rings", rings);
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> rounded(Map<String, Double> measures) {
        Map<String, Object> rounded = new LinkedHashMap<>();
        measures.forEach((layer, measure) -> rounded.put(layer, CanonicalJson.decimals(measure, AREA_DIGITS)));
        return rounded;
    }

    private List<Map<String, @Nullable Object>> byArea() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (AreaRow area : exposure.byArea()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("code", area.code());
            row.put("name", area.name());
            row.put(
                    "population",
                    area.rings().stream().mapToLong(AreaRow.Cell::population).sum());
            row.put(
                    "households",
                    area.rings().stream().mapToLong(AreaRow.Cell::households).sum());
            row.put(
                    "rings",
                    area.rings().stream().map(BufferExposureOutcome::cell).toList());
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, @Nullable Object> cell(AreaRow.Cell cell) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("population", cell.population());
        figures.put("households", cell.households());
        figures.put("counts", cell.counts());
        figures.put("lengths_m", rounded(cell.lengthsM()));
        figures.put("areas_m2", rounded(cell.areasM2()));
        return figures;
    }

    /** Where help is or must be given first: by distance. */
    private List<Map<String, @Nullable Object>> facilities() {
        return exposure.exposed().stream()
                .filter(one -> FACILITY_LAYERS.contains(one.layer())
                        || FACILITY_KINDS.contains(
                                String.valueOf(one.feature().properties().get("kind"))))
                .sorted(Comparator.comparingDouble(Exposed::distanceM)
                        .thenComparing(Exposed::layer)
                        .thenComparing(one -> one.feature().id()))
                .map(one -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("layer", one.layer());
                    row.put("id", one.feature().id());
                    row.put("name", name(one.feature()));
                    row.put("kind", one.feature().properties().get("kind"));
                    row.put("distance_m", CanonicalJson.decimals(one.distanceM(), DISTANCE_DIGITS));
                    row.put("ring", one.ring());
                    row.put("nearest_hazard", one.nearestHazard());
                    return row;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> figures(
            double areaM2, long population, long households, @Nullable Map<String, Integer> counts) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("area_m2", Double.isNaN(areaM2) ? null : CanonicalJson.decimals(areaM2, AREA_DIGITS));
        figures.put("population", population);
        figures.put("households", households);
        if (counts != null) {
            figures.put("counts", counts);
        }
        return figures;
    }

    private Feature ring(Ring ring) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("ring", ring.number());
        properties.put("from", ring.fromM());
        properties.put("to", ring.toM());
        if (ring.hazard() != null) {
            properties.put("hazard", ring.hazard());
        }
        properties.putAll(figures(ring.areaM2(), ring.population(), ring.households(), ring.counts()));
        String id = (ring.hazard() == null ? "" : ring.hazard() + ".") + "ring-" + (ring.number() + 1);
        return new Feature(id, ring.geometry(), properties);
    }

    private Feature ringRow(Ring ring) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", ring.hazard());
        row.put("from_m", ring.fromM());
        row.put("to_m", ring.toM());
        row.putAll(figures(ring.areaM2(), ring.population(), ring.households(), null));
        return new Feature("", ring.geometry(), row);
    }

    private Feature exposed(Exposed one) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("layer", one.layer());
        properties.put("id", one.feature().id());
        properties.put("name", name(one.feature()));
        properties.put("distance_m", CanonicalJson.decimals(one.distanceM(), DISTANCE_DIGITS));
        properties.put("ring", one.ring());
        properties.put("nearest_hazard", one.nearestHazard());
        properties.put("population", one.population());
        properties.put("households", one.households());
        String layer = one.layer().substring(one.layer().indexOf(':') + 1);
        return new Feature(layer + "." + one.feature().id(), one.feature().geometry(), properties);
    }

    private Feature exposedRow(Exposed one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", name(one.feature()));
        row.put("layer", one.layer());
        row.put("feature_id", one.feature().id());
        row.put("ring", one.ring());
        row.put("distance_m", CanonicalJson.decimals(one.distanceM(), DISTANCE_DIGITS));
        row.put("nearest_hazard", one.nearestHazard());
        row.put("population", one.population());
        row.put("households", one.households());
        return new Feature("", one.feature().geometry(), row);
    }

    private static @Nullable String name(Feature feature) {
        Object name = feature.properties().get("name");
        return name == null ? null : name.toString();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (exposure.hazards() == 0) {
            warnings.add("No hazard was selected: nothing is exposed.");
        }
        if (!exposure.repaired().isEmpty()) {
            warnings.add("The stored geometry of these hazards is not valid and was repaired for this run: "
                    + String.join(", ", exposure.repaired()) + ".");
        }
        exposure.withoutPopulation()
                .forEach((layer, count) -> warnings.add(
                        count + " exposed features of " + layer + " have no population; they count as 0 persons."));
        return warnings;
    }
}

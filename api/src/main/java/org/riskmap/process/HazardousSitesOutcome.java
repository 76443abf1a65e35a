package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;
import org.riskmap.site.Conflict;
import org.riskmap.site.SiteRow;
import org.riskmap.standard.Threshold;

/** Writes what was found around installations as outputs, warnings and rows of {@code run_check}. */
final class HazardousSitesOutcome {

    private static final int DISTANCE_DIGITS = 3;
    private static final int R_DIGITS = 6;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<SiteRow> sites;
    private final List<Conflict> conflicts;
    private final double radiusM;
    private final List<Threshold> used;

    HazardousSitesOutcome(List<SiteRow> sites, List<Conflict> conflicts, double radiusM, List<Threshold> used) {
        this.sites = sites;
        this.conflicts = conflicts;
        this.radiusM = radiusM;
        this.used = used;
    }

    Outcome outcome() {
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary()));
        outputs.put("sites", new Output.Features(sites.stream().map(this::site).toList()));
        outputs.put(
                "conflicts",
                new Output.Features(
                        conflicts.stream().map(HazardousSitesOutcome::conflict).toList()));
        return new Outcome(outputs, warnings(), List.of(new RunRows("run_check", rows())));
    }

    private Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("sites", sites.size());
        summary.put("radius_m", radiusM);
        Map<String, Integer> byAlpha = new TreeMap<>();
        sites.forEach(row -> byAlpha.merge(String.valueOf(row.alpha().value()), 1, Integer::sum));
        summary.put("sites_by_alpha", byAlpha);
        summary.put("conflicts", conflicts.size());
        summary.put(
                "sites_in_conflict",
                conflicts.stream().map(one -> one.site().id()).distinct().count());
        summary.put(
                "grade_differs",
                sites.stream().filter(HazardousSitesOutcome::differs).count());
        summary.put("standards", used.stream().map(DayStandards::shown).toList());
        return summary;
    }

    private static boolean differs(SiteRow row) {
        Object registered = row.site().properties().get("grade");
        return row.grade() != null && registered != null && rank(row.grade()) != ((Number) registered).intValue();
    }

    /** 一级 is 1. */
    private static int rank(Threshold grade) {
        return "一二三四".indexOf(grade.category().charAt(0)) + 1;
    }

    private Feature site(SiteRow row) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", row.site().id());
        for (String column : List.of("name", "kind", "grade", "status")) {
            properties.put(column, row.site().properties().get(column));
        }
        properties.put("persons", row.persons());
        properties.put("settlements", row.settlements());
        properties.put("alpha", row.alpha().value());
        properties.put("alpha_class", row.alpha().labelZh());
        properties.put("alpha_source", row.alpha().source());
        properties.put("alpha_certainty", row.alpha().certainty());
        properties.put("r", row.r() == null ? null : CanonicalJson.decimals(row.r(), R_DIGITS));
        properties.put("grade_by_r", row.grade() == null ? null : row.grade().category());
        properties.put(
                "conflicts",
                conflicts.stream().filter(one -> one.site() == row.site()).count());
        return new Feature("hazard_site." + row.site().id(), row.site().geometry(), properties);
    }

    private static Feature conflict(Conflict one) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("site", one.site().id());
        properties.put("site_name", one.site().properties().get("name"));
        properties.put("site_kind", one.site().properties().get("kind"));
        properties.put("layer", one.layer());
        properties.put("id", one.facility().id());
        properties.put("name", one.facility().properties().get("name"));
        properties.put("kind", one.facility().properties().get("kind"));
        properties.put("distance_m", CanonicalJson.decimals(one.distanceM(), DISTANCE_DIGITS));
        properties.put("required_m", one.setback().value());
        properties.put("source", one.setback().source());
        properties.put("certainty", one.setback().certainty());
        String local = one.layer().substring(one.layer().indexOf(':') + 1);
        return new Feature(one.site().id() + "." + local + "." + one.facility().id(), line(one), properties);
    }

    /** From the site to the facility; a point where they share one. */
    private static Geometry line(Conflict one) {
        Coordinate[] ends =
                DistanceOp.nearestPoints(one.site().geometry(), one.facility().geometry());
        return ends[0].equals2D(ends[1]) ? FACTORY.createPoint(ends[0]) : FACTORY.createLineString(ends);
    }

    private List<Feature> rows() {
        List<Feature> rows = new ArrayList<>();
        for (SiteRow site : sites) {
            boolean conflict = conflicts.stream().anyMatch(one -> one.site() == site.site());
            rows.add(row(
                    site.site().geometry(),
                    site.site().properties().get("name"),
                    "risk:hazard_site",
                    site.site().id(),
                    conflict ? "setback" : differs(site) ? "grade_wrong" : "alpha",
                    conflict ? "problem" : differs(site) ? "notice" : "ok",
                    site.alpha().value(),
                    (double) site.persons()));
        }
        for (Conflict one : conflicts) {
            rows.add(row(
                    line(one),
                    one.facility().properties().get("name"),
                    one.layer(),
                    one.facility().id(),
                    "setback",
                    "problem",
                    Objects.requireNonNull(one.setback().value()),
                    one.distanceM()));
        }
        return rows;
    }

    private static Feature row(
            Geometry geometry,
            @Nullable Object name,
            String layer,
            String id,
            String code,
            String severity,
            @Nullable Double registered,
            double counted) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("name", name);
        properties.put("layer", layer);
        properties.put("feature_id", id);
        properties.put("code", code);
        properties.put("severity", severity);
        properties.put("registered", registered);
        properties.put("counted", CanonicalJson.decimals(counted, DISTANCE_DIGITS));
        return new Feature("", geometry, properties);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(DayStandards.doubts(used));
        long points = sites.stream()
                .filter(row -> row.site().geometry() instanceof Point)
                .count();
        if (points > 0) {
            warnings.add(points + " sites are points: distances are from there, not from the plant's boundary.");
        }
        if (sites.isEmpty()) {
            warnings.add("No site was selected: there is nothing to check.");
        }
        return warnings;
    }
}

package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.riskmap.evacuation.Assignment;
import org.riskmap.evacuation.Coverage;
import org.riskmap.evacuation.Coverage.Catchment;
import org.riskmap.evacuation.Coverage.Served;
import org.riskmap.evacuation.Coverage.Used;
import org.riskmap.evacuation.Exclusion;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Reason;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.evacuation.Way;
import org.riskmap.kernel.Feature;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;

/** Writes a coverage as outputs and rows: distances to the millimetre, times in whole seconds, shares to six digits. */
final class EvacuationCoverageOutcome {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int DISTANCE_DIGITS = 3;
    private static final int SHARE_DIGITS = 6;

    private final Question question;
    private final Coverage coverage;
    private final Map<String, @Nullable String> areaNames;

    EvacuationCoverageOutcome(Question question, Coverage coverage) {
        this.question = question;
        this.coverage = coverage;
        this.areaNames = new LinkedHashMap<>();
        coverage.areas().forEach(area -> areaNames.put(String.valueOf(area.code()), area.name()));
    }

    Outcome outcome(List<String> warnings) {
        int demand = coverage.served().size();
        int shelters = coverage.used().size();
        List<Catchment> catchments = coverage.catchments();
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary()));
        outputs.put(
                "byArea",
                new Output.Json(coverage.areas().stream()
                        .map(EvacuationCoverageOutcome::area)
                        .toList()));
        outputs.put("demand", new Output.Features(demand, this::demand));
        outputs.put("shelters", new Output.Features(shelters, this::shelter));
        outputs.put("catchments", new Output.Features(catchments.size(), i -> catchment(catchments.get(i))));
        outputs.put("assignments", new Output.Json(each(coverage.assignments().size(), this::assignment)));
        return new Outcome(
                outputs,
                warnings,
                List.of(
                        new RunRows("run_coverage", each(demand, this::demandRow)),
                        new RunRows("run_shelter", each(shelters, this::shelterRow)),
                        new RunRows(
                                "shelter_catchment", each(catchments.size(), i -> catchmentRow(catchments.get(i))))));
    }

    /** Made where they are written: the database and the answer take them at the same time. */
    private static <T> Iterable<T> each(int count, IntFunction<T> one) {
        return () -> IntStream.range(0, count).mapToObj(one).iterator();
    }

    /** The totals. */
    Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("population", coverage.population());
        summary.put("reachable", coverage.reachable());
        summary.put("assigned", coverage.assigned());
        summary.put("unassigned", byReason(coverage.unassigned()));
        summary.put("coverage", share(coverage.assigned(), coverage.population()));
        summary.put("shelters", shelterSummary());
        if (coverage.proof() != null) {
            summary.put("proof", proof(coverage.proof()));
        }
        return summary;
    }

    /** Bounds that were found apart from the solver; the answer attains them. */
    private Map<String, Object> proof(Coverage.Proof proof) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        bounds.put("status", "optimal");
        bounds.put("most_persons", proof.mostPersons());
        if (!question.vulnerableFirst()) {
            boolean time = question.limit().least() == Least.TIME;
            bounds.put(
                    time ? "least_person_seconds" : "least_person_metres",
                    CanonicalJson.decimals(proof.leastCost() / 1000.0, DISTANCE_DIGITS));
        } else {
            bounds.put(
                    "vulnerable",
                    question.settlements().stream()
                            .mapToLong(Settlement::vulnerable)
                            .sum());
            bounds.put("vulnerable_assigned", proof.vulnerable());
        }
        return bounds;
    }

    private Map<String, Object> shelterSummary() {
        Map<String, Integer> excluded = new LinkedHashMap<>();
        for (Exclusion exclusion : Exclusion.values()) {
            excluded.put(word(exclusion), (int) coverage.used().stream()
                    .filter(one -> one.excluded() == exclusion)
                    .count());
        }
        int usable = 0;
        long capacity = 0;
        for (int i = 0; i < coverage.used().size(); i++) {
            if (coverage.used().get(i).excluded() == null) {
                usable++;
                capacity += question.shelters().get(i).capacity();
            }
        }
        Map<String, Object> shelters = new LinkedHashMap<>();
        shelters.put("usable", usable);
        shelters.put("excluded", excluded);
        shelters.put("capacity", capacity);
        shelters.put("used", coverage.used().stream().mapToLong(Used::used).sum());
        return shelters;
    }

    private static Map<String, @Nullable Object> area(Coverage.Area area) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("code", area.code());
        row.put("name", area.name());
        row.put("population", area.population());
        row.put("reachable", area.reachable());
        row.put("assigned", area.assigned());
        row.put("coverage", share(area.assigned(), area.population()));
        row.put("unassigned", byReason(area.unassigned()));
        return row;
    }

    private static Map<String, Long> byReason(Map<Reason, Long> persons) {
        Map<String, Long> byReason = new LinkedHashMap<>();
        persons.forEach((reason, number) -> byReason.put(word(reason), number));
        return byReason;
    }

    private static @Nullable Object share(long part, long whole) {
        return whole == 0 ? null : CanonicalJson.decimals((double) part / whole, SHARE_DIGITS);
    }

    private Feature demand(int i) {
        Settlement settlement = question.settlements().get(i);
        Served served = coverage.served().get(i);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", settlement.id());
        properties.put("name", settlement.name());
        properties.put("area", served.areaCode());
        properties.put("area_name", served.areaCode() == null ? null : areaNames.get(served.areaCode()));
        properties.put("population", served.population());
        properties.put("assigned", served.assigned());
        properties.put("unassigned", served.unassigned());
        properties.put("reason", served.reason() == null ? null : word(served.reason()));
        putWay(properties, "", served.main());
        putWay(properties, "nearest_", served.nearest());
        properties.put("snap_m", metres(served.snapM()));
        return new Feature(settlement.id(), point(settlement.lon(), settlement.lat()), properties);
    }

    private void putWay(Map<String, @Nullable Object> properties, String prefix, @Nullable Way way) {
        properties.put(
                prefix + "shelter_id",
                way == null ? null : question.shelters().get(way.shelter()).id());
        properties.put(prefix + "travel_time_s", way == null ? null : way.travelTimeS());
        properties.put(prefix + "distance_m", way == null ? null : metres(way.distanceM()));
    }

    private Feature demandRow(int i) {
        Settlement settlement = question.settlements().get(i);
        Served served = coverage.served().get(i);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", settlement.name());
        row.put("demand_id", settlement.id());
        row.put("population", served.population());
        row.put("assigned", served.assigned());
        row.put("unassigned", served.unassigned());
        row.put("reason", served.reason() == null ? null : word(served.reason()));
        putWay(row, "", served.main());
        return new Feature("", point(settlement.lon(), settlement.lat()), row);
    }

    private Feature shelter(int i) {
        Shelter shelter = question.shelters().get(i);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", shelter.id());
        properties.putAll(shelterRow(i).properties());
        properties.remove("shelter_id");
        properties.put("snap_m", metres(coverage.used().get(i).snapM()));
        return new Feature(shelter.id(), point(shelter.lon(), shelter.lat()), properties);
    }

    private Feature shelterRow(int i) {
        Shelter shelter = question.shelters().get(i);
        Used used = coverage.used().get(i);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", shelter.name());
        row.put("shelter_id", shelter.id());
        row.put("capacity", shelter.capacity());
        row.put("used", used.used());
        row.put("excluded", used.excluded() == null ? null : word(used.excluded()));
        return new Feature("", point(shelter.lon(), shelter.lat()), row);
    }

    private Feature catchment(Catchment catchment) {
        String shelter = question.shelters().get(catchment.shelter()).id();
        return new Feature(shelter, catchment.land(), catchmentRow(catchment).properties());
    }

    private Feature catchmentRow(Catchment catchment) {
        Shelter shelter = question.shelters().get(catchment.shelter());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", shelter.name());
        row.put("shelter_id", shelter.id());
        row.put("population", catchment.population());
        row.put("max_travel_time_s", catchment.maxTravelTimeS());
        return new Feature("", catchment.land(), row);
    }

    private Map<String, @Nullable Object> assignment(int i) {
        Assignment assignment = coverage.assignments().get(i);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("demand_id", question.settlements().get(assignment.settlement()).id());
        row.put("shelter_id", question.shelters().get(assignment.shelter()).id());
        row.put("persons", assignment.persons());
        row.put("travel_time_s", assignment.travelTimeS());
        row.put("distance_m", metres(assignment.distanceM()));
        return row;
    }

    private static @Nullable Object metres(@Nullable Double metres) {
        return metres == null ? null : CanonicalJson.decimals(metres, DISTANCE_DIGITS);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Point point(double lon, double lat) {
        return FACTORY.createPoint(new Coordinate(lon, lat));
    }
}

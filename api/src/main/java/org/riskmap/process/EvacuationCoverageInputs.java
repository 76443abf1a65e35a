package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.riskmap.evacuation.Travel;
import org.riskmap.evacuation.Travel.Slope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.Mode;

/**
 * The inputs of {@code evacuation-coverage}, checked, every default filled in.
 *
 * @param demand where people are
 * @param shelters where they could go
 * @param hazard that shelters must suit; null for none
 * @param avoid polygons
 * @param closedRoads roads; null for none
 * @param closuresHold whether what {@code risk.closure} closes now is closed here too
 * @param travel how people get there
 * @param limitName {@code time_s} or {@code distance_m}
 * @param limitValue seconds or metres
 * @param capacity whether shelters can be full
 * @param extraShelters beside the others; null for none
 * @param capacities other capacities by id of a shelter
 * @param areaStandard class of {@code gb51143_area} that gives a capacity where there is only an area
 * @param vulnerableFirst whether vulnerable people get places before others
 * @param groupBy what people are summed up by, one of {@link #GROUPS}
 * @param warnings about inputs that have no effect
 */
record EvacuationCoverageInputs(
        Selection demand,
        Selection shelters,
        @Nullable String hazard,
        List<Selection> avoid,
        @Nullable Selection closedRoads,
        boolean closuresHold,
        Travel travel,
        String limitName,
        double limitValue,
        boolean capacity,
        @Nullable Selection extraShelters,
        Map<String, Integer> capacities,
        String areaStandard,
        boolean vulnerableFirst,
        String groupBy,
        List<String> warnings) {

    private static final List<String> AREA_CLASSES = List.of("emergency_1", "emergency_2", "short", "medium", "long");
    private static final List<String> GROUPS = List.of("township", "village", "natural_village", "tier");
    private static final int MOST_CAPACITIES = 10_000;

    private static final List<String> HAZARDS =
            List.of("flood", "typhoon", "geohazard", "earthquake", "fire", "tsunami");
    private static final int MOST_AVOIDED = 50;
    private static final double LEAST_KMH = 0.5;
    private static final double MOST_KMH = 200;
    private static final double DETOUR = 1.3;
    private static final double MOST_DETOUR = 10;
    private static final double MOST_SNAP_M = 5000;
    private static final double TIME_S = 1800;
    private static final double MOST_TIME_S = 7 * 86_400;
    private static final double MOST_DISTANCE_M = 1_000_000;

    /** @param usualWalkKmh how fast people walk where the inputs do not say; asked for only then */
    static EvacuationCoverageInputs read(Inputs inputs, DoubleSupplier usualWalkKmh) {
        List<String> warnings = new ArrayList<>();
        Input shelters = inputs.get("shelters");
        Input hazard = inputs.get("hazard");
        Input closedRoads = inputs.get("closedRoads");
        Input limit = inputs.get("limit");
        String limitName = limitName(limit);
        return new EvacuationCoverageInputs(
                SelectionInput.readOr(inputs, "demand", "risk:settlement"),
                shelters.given()
                        ? SelectionInput.read(shelters)
                        : new Selection.OfLayer("shelters", "risk:shelter", "status = 'open'"),
                hazard.given() ? hazard.word(HAZARDS) : null,
                avoid(inputs.get("avoid")),
                closedRoads.given() ? SelectionInput.read(closedRoads) : null,
                inputs.get("closures")
                        .wordOr("in_force", List.of("in_force", "none"))
                        .equals("in_force"),
                travel(inputs.get("travel"), usualWalkKmh, warnings),
                limitName,
                limitName.equals("time_s")
                        ? limit.member("time_s").numberOr(TIME_S, 0, MOST_TIME_S)
                        : limit.member("distance_m").number(0, MOST_DISTANCE_M),
                inputs.get("capacity").flagOr(true),
                inputs.get("extraShelters").given() ? SelectionInput.read(inputs.get("extraShelters")) : null,
                capacities(inputs.get("capacities")),
                inputs.get("areaStandard").wordOr("short", AREA_CLASSES),
                inputs.get("vulnerableFirst").flagOr(false),
                inputs.get("groupBy").wordOr("township", GROUPS),
                List.copyOf(warnings));
    }

    private static List<Selection> avoid(Input input) {
        if (!input.given()) {
            return List.of();
        }
        if (!input.json().isArray()) {
            return List.of(SelectionInput.readWithGeometry(input));
        }
        return input.items(0, MOST_AVOIDED).stream()
                .map(SelectionInput::readWithGeometry)
                .toList();
    }

    private static Map<String, Integer> capacities(Input input) {
        Map<String, Integer> capacities = new TreeMap<>();
        if (!input.given()) {
            return capacities;
        }
        if (!input.isObject()) {
            throw input.wrong("it is not an object", "give {\"<shelter id>\": persons}");
        }
        if (input.json().size() > MOST_CAPACITIES) {
            throw input.wrong("it has " + input.json().size() + " members", "give at most " + MOST_CAPACITIES);
        }
        for (String id : input.json().propertyNames()) {
            capacities.put(id, input.member(id).wholeNumber(0, Integer.MAX_VALUE));
        }
        return capacities;
    }

    /** Whether a shelter may have no capacity: those of {@code risk:shelter} always have one. */
    boolean capacityMayMiss() {
        return capacity
                && (extraShelters != null
                        || !(shelters instanceof Selection.OfLayer layer
                                && layer.layer().equals("risk:shelter")));
    }

    private static String limitName(Input limit) {
        if (!limit.given()) {
            return "time_s";
        }
        limit.object("time_s", "distance_m");
        boolean time = limit.member("time_s").given();
        if (time == limit.member("distance_m").given()) {
            throw limit.wrong(
                    time ? "it has both time_s and distance_m" : "it is empty",
                    "give {\"time_s\": 1800} or {\"distance_m\": 1000}");
        }
        return time ? "time_s" : "distance_m";
    }

    private static Travel travel(Input travel, DoubleSupplier usualWalkKmh, List<String> warnings) {
        if (travel.given()) {
            travel.object("network", "mode", "speed_kmh", "slope", "detour_factor", "max_snap_m");
        }
        boolean straight = travel.member("network")
                .wordOr("road", List.of("road", "straight-line"))
                .equals("straight-line");
        Mode mode =
                travel.member("mode").wordOr("walk", List.of("walk", "drive")).equals("walk") ? Mode.WALK : Mode.DRIVE;
        Input speed = travel.member("speed_kmh");
        double speedKmh = speed.given() ? speed.number(LEAST_KMH, MOST_KMH) : usualWalkKmh.getAsDouble();
        Slope slope = slope(travel.member("slope"));
        double detour = travel.member("detour_factor").numberOr(DETOUR, 1, MOST_DETOUR);
        double maxSnapM = travel.member("max_snap_m").numberOr(Travel.USUAL_SNAP_M, 0, MOST_SNAP_M);
        if (straight && mode == Mode.DRIVE && !speed.given()) {
            throw new InvalidInput(
                    "travel.speed_kmh", "a straight line does not say how fast cars are", "give the speed of driving");
        }
        if (slope == Slope.ON && (straight || mode == Mode.DRIVE)) {
            warnings.add("travel.slope has no effect: slopes slow only walkers on roads.");
        }
        if (!straight && mode == Mode.DRIVE) {
            warnings.add("Cars go as fast as the road's sign or class says; travel.speed_kmh is that of the walk to the"
                    + " road and from it.");
        }
        return straight
                ? new Travel.StraightLine(speedKmh, detour)
                : new Travel.Roads(mode, speedKmh, mode == Mode.DRIVE ? Slope.OFF : slope, maxSnapM);
    }

    private static Slope slope(Input slope) {
        if (!slope.given()) {
            return Slope.AUTO;
        }
        if (slope.json().isBoolean()) {
            return slope.flag() ? Slope.ON : Slope.OFF;
        }
        if (slope.json().isString() && slope.json().asString().equals("auto")) {
            return Slope.AUTO;
        }
        throw slope.wrong(slope.shown() + " is not known", "give \"auto\", true or false");
    }

    org.riskmap.evacuation.Limit limit() {
        return limitName.equals("time_s")
                ? org.riskmap.evacuation.Limit.ofSeconds(limitValue)
                : org.riskmap.evacuation.Limit.ofMetres(limitValue);
    }

    boolean onRoads() {
        return travel instanceof Travel.Roads;
    }

    /** Whether the answer depends on heights. */
    boolean slopesMatter() {
        return travel instanceof Travel.Roads roads && roads.slope() != Slope.OFF;
    }

    List<Selection> selections() {
        List<Selection> all = new ArrayList<>(avoid);
        all.add(demand);
        all.add(shelters);
        if (closedRoads != null) {
            all.add(closedRoads);
        }
        if (extraShelters != null) {
            all.add(extraShelters);
        }
        return all;
    }

    /** What the run's id is made of; inputs without effect are left out. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("demand", demand.parameter());
        parameters.put("shelters", shelters.parameter());
        if (hazard != null) {
            parameters.put("hazard", hazard);
        }
        parameters.put("avoid", avoid.stream().map(Selection::parameter).toList());
        if (closedRoads != null) {
            parameters.put("closedRoads", closedRoads.parameter());
        }
        parameters.put("travel", travelParameter());
        parameters.put("limit", Map.of(limitName, limitValue));
        parameters.put("capacity", capacity);
        if (extraShelters != null) {
            parameters.put("extraShelters", extraShelters.parameter());
        }
        if (!capacities.isEmpty()) {
            parameters.put("capacities", capacities);
        }
        if (capacityMayMiss()) {
            parameters.put("areaStandard", areaStandard);
        }
        if (vulnerableFirst && capacity) {
            parameters.put("vulnerableFirst", true);
        }
        parameters.put("groupBy", groupBy);
        return parameters;
    }

    private Map<String, Object> travelParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        if (travel instanceof Travel.Roads roads) {
            parameter.put("network", "road");
            parameter.put("mode", roads.mode() == Mode.WALK ? "walk" : "drive");
            parameter.put("speed_kmh", roads.speedKmh());
            parameter.put("slope", roads.slope() == Slope.AUTO ? "auto" : roads.slope() == Slope.ON);
            parameter.put("max_snap_m", roads.maxSnapM());
        } else if (travel instanceof Travel.StraightLine line) {
            parameter.put("network", "straight-line");
            parameter.put("speed_kmh", line.speedKmh());
            parameter.put("detour_factor", line.detourFactor());
        }
        return parameter;
    }
}

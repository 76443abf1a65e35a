package org.riskmap.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/**
 * Features in, settlements and shelters out: populations, capacities, suitability. What a source leaves open is decided
 * for the worse, and said in a warning.
 */
final class PeopleAndPlaces {

    private final @Nullable String hazard;
    private final boolean capacityCounts;
    private final double areaPerPersonM2;
    private final String areaSource;
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param hazard that shelters must suit; null for none
     * @param capacityCounts whether shelters can be full
     */
    PeopleAndPlaces(@Nullable String hazard, boolean capacityCounts) {
        this(hazard, capacityCounts, Double.NaN, "");
    }

    /**
     * @param areaPerPersonM2 what gives a capacity where there is only an area; NaN where nothing does
     * @param areaSource who says so
     */
    PeopleAndPlaces(@Nullable String hazard, boolean capacityCounts, double areaPerPersonM2, String areaSource) {
        this.hazard = hazard;
        this.capacityCounts = capacityCounts;
        this.areaPerPersonM2 = areaPerPersonM2;
        this.areaSource = areaSource;
    }

    List<String> warnings() {
        return warnings;
    }

    /** @param features sorted by id */
    List<Settlement> settlements(List<Feature> features) {
        List<Settlement> settlements = new ArrayList<>();
        int unknown = 0;
        int moved = 0;
        for (Feature feature : features) {
            Integer population = persons("demand", feature, "population");
            unknown += population == null ? 1 : 0;
            moved += feature.geometry() instanceof Point ? 0 : 1;
            Coordinate at = place(feature.geometry());
            Integer vulnerable = persons("demand", feature, "vulnerable");
            int people = population == null ? 0 : population;
            settlements.add(new Settlement(
                    feature.id(),
                    text(feature, "name"),
                    at.x,
                    at.y,
                    people,
                    vulnerable == null ? 0 : Math.min(people, vulnerable)));
        }
        warn(unknown, "settlements have no population; they count as 0 persons.");
        warn(moved, "settlements are lines or areas; a point on each stands for it.");
        return settlements;
    }

    /** @param features sorted by id; closed shelters among them are left out */
    List<Shelter> shelters(List<Feature> features) {
        List<Shelter> shelters = new ArrayList<>();
        int closed = 0;
        int unknownCapacity = 0;
        int byArea = 0;
        int unknownSuitability = 0;
        int moved = 0;
        for (Feature feature : features) {
            if (!open(feature)) {
                closed++;
                continue;
            }
            Integer capacity = persons("shelters", feature, "capacity");
            if (capacity == null && capacityCounts) {
                capacity = ofArea(feature);
                byArea += capacity == null ? 0 : 1;
                unknownCapacity += capacity == null ? 1 : 0;
            }
            Object hazards = feature.properties().get("suited_hazards");
            unknownSuitability += hazard != null && hazards == null ? 1 : 0;
            moved += feature.geometry() instanceof Point ? 0 : 1;
            Coordinate at = place(feature.geometry());
            shelters.add(new Shelter(
                    feature.id(),
                    text(feature, "name"),
                    at.x,
                    at.y,
                    capacity == null ? 0 : capacity,
                    suits(hazards),
                    text(feature, "tier")));
        }
        warn(closed, "selected shelters are closed and were left out.");
        warn(
                byArea,
                "shelters have no capacity; it was taken as effective_area_m2 / " + areaPerPersonM2 + " m² per person ("
                        + areaSource + ").");
        warn(unknownCapacity, "shelters have no capacity; they count as 0 places.");
        warn(unknownSuitability, "shelters do not say what hazards they suit; they count as unsuited.");
        warn(moved, "shelters are lines or areas; a point on each stands for it.");
        return shelters;
    }

    private @Nullable Integer ofArea(Feature feature) {
        Object area = feature.properties().get("effective_area_m2");
        return area instanceof Number number && number.doubleValue() > 0 && !Double.isNaN(areaPerPersonM2)
                ? (Integer) (int) Math.min(Integer.MAX_VALUE, Math.floor(number.doubleValue() / areaPerPersonM2))
                : null;
    }

    private void warn(int count, String what) {
        if (count > 0) {
            warnings.add(count + " " + what);
        }
    }

    private static boolean open(Feature feature) {
        Object status = feature.properties().get("status");
        if (status == null || status.equals("open")) {
            return true;
        }
        if (status.equals("closed")) {
            return false;
        }
        throw new InvalidInput(
                "shelters",
                "the status '" + status + "' of '" + feature.id() + "' is not known",
                "give open or closed, or leave it out");
    }

    private boolean suits(@Nullable Object hazards) {
        return hazard == null
                || hazards != null
                        && Arrays.asList(hazards.toString().split("\\s*,\\s*")).contains(hazard);
    }

    /** The position of a point, and of one inside anything else. */
    static Coordinate place(Geometry geometry) {
        return geometry instanceof Point
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
    }

    private static @Nullable String text(Feature feature, String property) {
        Object value = feature.properties().get(property);
        return value == null ? null : value.toString();
    }

    /** A whole number of persons, not negative; null where the feature does not say. */
    private static @Nullable Integer persons(String input, Feature feature, String property) {
        Object value = feature.properties().get(property);
        if (value == null) {
            return null;
        }
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        if (!(number >= 0 && number <= Integer.MAX_VALUE) || number != Math.rint(number)) {
            throw new InvalidInput(
                    input,
                    "the " + property + " '" + value + "' of '" + feature.id() + "' is not a number of persons",
                    "give a whole number, 0 or more");
        }
        return (int) number;
    }
}

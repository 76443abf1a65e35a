package org.riskmap.evacuation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Who finds a place and who does not. Persons always add up: assigned + Σ unassigned = population, everywhere.
 *
 * @param served by settlement, in the order of the question
 * @param used by shelter, in the order of the question
 * @param areas by code of the groups that were asked for, people in none last
 * @param assignments by settlement, then by shelter
 * @param catchments by shelter
 * @param proof that no other allocation is better; null where there is nothing to allocate
 * @param warnings what a careful reader must know
 */
public record Coverage(
        List<Served> served,
        List<Used> used,
        List<Area> areas,
        List<Assignment> assignments,
        List<Catchment> catchments,
        @Nullable Proof proof,
        List<String> warnings) {

    /** Without a proof. */
    public Coverage(
            List<Served> served,
            List<Used> used,
            List<Area> areas,
            List<Assignment> assignments,
            List<Catchment> catchments,
            List<String> warnings) {
        this(served, used, areas, assignments, catchments, null, warnings);
    }

    /**
     * Bounds found apart from the solver, from its flow: a cut that nobody beyond this number can pass, and prices under
     * which no exchange of places saves anything.
     *
     * @param mostPersons the most that can find a place
     * @param leastCost the least sum of persons times cost for so many, in the limit's unit (milliseconds or millimetres)
     * @param vulnerable vulnerable persons who find a place; the most possible where they come first
     */
    public record Proof(long mostPersons, long leastCost, long vulnerable) {}

    /**
     * One settlement.
     *
     * @param population persons
     * @param reachable persons with a usable shelter within the limit: all or none
     * @param assigned persons with a place
     * @param reason why the others have none; null where all have one
     * @param nearest the best way to the nearest usable shelter, however far; null where there is none
     * @param main the way to the shelter that takes most of the assigned; null where none are
     * @param snapM the walk to the road, metres; null without a road, and in a straight line
     * @param areaCode of the group it belongs to, by the way most of it go or would; null where it belongs to none
     */
    public record Served(
            int population,
            int reachable,
            int assigned,
            @Nullable Reason reason,
            @Nullable Way nearest,
            @Nullable Way main,
            @Nullable Double snapM,
            @Nullable String areaCode) {

        public int unassigned() {
            return population - assigned;
        }
    }

    /**
     * One shelter.
     *
     * @param excluded why it is not usable; null where it is
     * @param used persons who find a place there
     * @param snapM the walk from the road, metres; null without a road, and in a straight line
     */
    public record Used(
            @Nullable Exclusion excluded,
            int used,
            @Nullable Double snapM) {}

    /**
     * One group of those that people are summed up by: an administrative area, a natural village, a tier of shelters.
     *
     * @param code null for people in none
     * @param name null where the source does not say, and for people in none
     * @param unassigned persons without a place by reason, each of which has a number
     */
    public record Area(
            @Nullable String code,
            @Nullable String name,
            long population,
            long reachable,
            long assigned,
            Map<Reason, Long> unassigned) {}

    /**
     * Land from which this shelter is the nearest usable one, within the limit.
     *
     * @param shelter number in the question
     * @param land polygons in degrees, not empty; catchments do not overlap
     * @param population of the settlements inside
     * @param maxTravelTimeS longest time to the nearest shelter of a settlement inside; null where there is none
     */
    public record Catchment(
            int shelter,
            Geometry land,
            long population,
            @Nullable Long maxTravelTimeS) {}

    public long population() {
        return served.stream().mapToLong(Served::population).sum();
    }

    public long reachable() {
        return served.stream().mapToLong(Served::reachable).sum();
    }

    public long assigned() {
        return served.stream().mapToLong(Served::assigned).sum();
    }

    /** Persons without a place, by reason; every reason has a number. */
    public Map<Reason, Long> unassigned() {
        Map<Reason, Long> persons = new java.util.EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            persons.put(
                    reason,
                    served.stream()
                            .filter(one -> one.reason() == reason)
                            .mapToLong(Served::unassigned)
                            .sum());
        }
        return persons;
    }
}

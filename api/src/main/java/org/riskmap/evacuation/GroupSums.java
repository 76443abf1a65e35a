package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskmap.evacuation.Coverage.Served;
import org.riskmap.evacuation.Groups.Group;

/** Persons by group, added up: over all groups they are those of the question. */
final class GroupSums {

    private final Map<String, Sum> sums = new TreeMap<>();
    private final Sum none = new Sum(null);
    private boolean anyInNone;

    private GroupSums() {}

    private static final class Sum {

        private final @Nullable Group group;
        private final Map<Reason, Long> unassigned = new EnumMap<>(Reason.class);
        private long population;
        private long reachable;
        private long assigned;

        Sum(@Nullable Group group) {
            this.group = group;
            for (Reason reason : Reason.values()) {
                unassigned.put(reason, 0L);
            }
        }

        Coverage.Area area() {
            return new Coverage.Area(
                    group == null ? null : group.code(),
                    group == null ? null : group.name(),
                    population,
                    reachable,
                    assigned,
                    unassigned);
        }
    }

    /** Sums by code of the groups that hold settlements; people in no group last. */
    static List<Coverage.Area> of(List<Served> served, List<Assignment> assignments, Groups groups) {
        GroupSums all = new GroupSums();
        for (int i = 0; i < served.size(); i++) {
            Served one = served.get(i);
            all.without(one, groups.of(i));
            if (!groups.byShelter()) {
                all.with(one.assigned(), groups.of(i));
            }
        }
        if (groups.byShelter()) {
            assignments.forEach(one -> all.with(one.persons(), groups.tier(one.shelter())));
        }
        return all.areas();
    }

    private void without(Served one, @Nullable Group group) {
        Sum sum = sum(group);
        int persons = one.unassigned();
        sum.population += persons;
        sum.reachable += one.reachable() > 0 ? persons : 0;
        if (one.reason() != null) {
            sum.unassigned.merge(one.reason(), (long) persons, Long::sum);
        }
    }

    private void with(int persons, @Nullable Group group) {
        Sum sum = sum(group);
        sum.population += persons;
        sum.reachable += persons;
        sum.assigned += persons;
    }

    private Sum sum(@Nullable Group group) {
        anyInNone |= group == null;
        return group == null ? none : sums.computeIfAbsent(group.code(), unused -> new Sum(group));
    }

    private List<Coverage.Area> areas() {
        List<Coverage.Area> areas = new ArrayList<>();
        sums.values().forEach(sum -> areas.add(sum.area()));
        if (anyInNone) {
            areas.add(none.area());
        }
        return areas;
    }
}

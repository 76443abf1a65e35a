package org.riskmap.filter;

import java.util.List;

/** CQL2's relations in time (OGC 21-065r2, table 11) as comparisons of the ends of both sides. */
final class Cql2Times {

    /**
     * An end of a side.
     *
     * @param infinity -1 for an open beginning, 1 for an open end, 0 for any other
     */
    private record End(Cql2 at, int infinity) {

        private boolean isOpen(End other) {
            return infinity != 0 || other.infinity != 0;
        }

        Cql2 before(End other) {
            return isOpen(other) ? new Cql2.Truth(infinity < other.infinity) : Cql2.Call.of("<", at, other.at);
        }

        Cql2 notAfter(End other) {
            return isOpen(other) ? new Cql2.Truth(infinity <= other.infinity) : Cql2.Call.of("<=", at, other.at);
        }

        Cql2 same(End other) {
            return isOpen(other) ? new Cql2.Truth(infinity == other.infinity) : Cql2.Call.of("=", at, other.at);
        }
    }

    /** One side: where it begins and where it ends, equal for an instant. */
    private record Side(End begin, End end, boolean instant) {
        static Side of(Cql2 value) {
            return value instanceof Cql2.Interval interval
                    ? new Side(end(interval.begin(), -1), end(interval.end(), 1), false)
                    : new Side(end(value, 0), end(value, 0), true);
        }

        private static End end(Cql2 at, int infinity) {
            return new End(at, at instanceof Cql2.Open ? infinity : 0);
        }
    }

    private final Cql2Types types;

    Cql2Times(Cql2Types types) {
        this.types = types;
    }

    /** A condition of comparisons alone that holds where the relation does. */
    Cql2 comparisons(Cql2.Call relation) {
        relation.arguments().forEach(each -> requireTime(each, relation.name()));
        Side a = Side.of(relation.arguments().get(0));
        Side b = Side.of(relation.arguments().get(1));
        return switch (relation.name()) {
            case "t_after" -> b.end.before(a.begin);
            case "t_before" -> a.end.before(b.begin);
            case "t_disjoint" -> Cql2.Call.of("or", a.end.before(b.begin), b.end.before(a.begin));
            case "t_equals" -> both(a.begin.same(b.begin), a.end.same(b.end));
            case "t_intersects" -> both(a.begin.notAfter(b.end), b.begin.notAfter(a.end));
            default -> ofIntervals(relation.name(), a, b);
        };
    }

    private Cql2 ofIntervals(String name, Side a, Side b) {
        if (a.instant && b.instant) {
            throw types.refused("'" + name + "' needs an interval");
        }
        return switch (name) {
            case "t_contains" -> both(a.begin.before(b.begin), b.end.before(a.end));
            case "t_during" -> both(b.begin.before(a.begin), a.end.before(b.end));
            case "t_finishedby" -> both(a.begin.before(b.begin), a.end.same(b.end));
            case "t_finishes" -> both(b.begin.before(a.begin), a.end.same(b.end));
            case "t_meets" -> a.end.same(b.begin);
            case "t_metby" -> b.end.same(a.begin);
            case "t_overlappedby" -> both(b.begin.before(a.begin), both(a.begin.before(b.end), b.end.before(a.end)));
            case "t_overlaps" -> both(a.begin.before(b.begin), both(b.begin.before(a.end), a.end.before(b.end)));
            case "t_startedby" -> both(a.begin.same(b.begin), b.end.before(a.end));
            case "t_starts" -> both(a.begin.same(b.begin), a.end.before(b.end));
            default -> throw types.refused("there is no relation in time called '" + name + "'");
        };
    }

    private void requireTime(Cql2 value, String place) {
        List<Cql2> ends =
                value instanceof Cql2.Interval interval ? List.of(interval.begin(), interval.end()) : List.of(value);
        ends.forEach(end -> types.require(end, Cql2Types.Kind.TIME, "'" + place + "'"));
    }

    private static Cql2 both(Cql2 left, Cql2 right) {
        return Cql2.Call.of("and", left, right);
    }
}

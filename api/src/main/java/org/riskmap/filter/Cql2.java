package org.riskmap.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A CQL2 expression (OGC 21-065r2) as both its encodings say it, not yet held against any layer. The JSON encoding's shape is
 * the model: operators and functions are calls with arguments.
 */
sealed interface Cql2 {

    /**
     * An operator or a function.
     *
     * @param name in lower case as the JSON encoding writes it: {@code and}, {@code <>}, {@code isnull}, {@code s_within}
     */
    record Call(String name, List<Cql2> arguments) implements Cql2 {
        static Call of(String name, Cql2... arguments) {
            return new Call(name, List.of(arguments));
        }
    }

    record Property(String name) implements Cql2 {}

    record Text(String value) implements Cql2 {}

    record Numeral(BigDecimal value) implements Cql2 {}

    record Truth(boolean value) implements Cql2 {}

    /** A time stamp; a date is its first moment in UTC, as PostgreSQL casts it. */
    record Moment(Instant at) implements Cql2 {}

    /** {@code ..}, the open end of an interval. */
    record Open() implements Cql2 {}

    /** From one instant, property or open end to another. */
    record Interval(Cql2 begin, Cql2 end) implements Cql2 {}

    /** A geometry, its coordinates in the order in which they were written; no system as user data. */
    record Shape(Geometry geometry) implements Cql2 {}

    /** What stands in the brackets of IN, or an array. */
    record Items(List<Cql2> members) implements Cql2 {}
}

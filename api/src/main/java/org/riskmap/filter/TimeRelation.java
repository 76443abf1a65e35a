package org.riskmap.filter;

import java.time.Instant;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.AnyInteracts;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.Begins;
import org.geotools.api.filter.temporal.BegunBy;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.EndedBy;
import org.geotools.api.filter.temporal.Ends;
import org.geotools.api.filter.temporal.Meets;
import org.geotools.api.filter.temporal.MetBy;
import org.geotools.api.filter.temporal.OverlappedBy;
import org.geotools.api.filter.temporal.TContains;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.filter.temporal.TOverlaps;
import org.geotools.api.temporal.Period;
import org.jspecify.annotations.Nullable;

/** How two times lie to each other (ISO 19108, 5.2.3.5; Allen's relations); an instant is a span that begins as it ends. */
enum TimeRelation {
    AFTER,
    BEFORE,
    DURING,
    EQUALS,
    BEGINS,
    BEGUN_BY,
    ENDS,
    ENDED_BY,
    CONTAINS,
    OVERLAPS,
    OVERLAPPED_BY,
    MEETS,
    MET_BY,
    INTERACTS;

    /** From one instant to another, which is not before it. */
    record Span(Instant begin, Instant end) {

        boolean isInstant() {
            return begin.equals(end);
        }

        /** The span that a value means; null where it means no time. */
        static @Nullable Span of(@Nullable Object value) {
            if (value instanceof Period period) {
                return new Span(
                        period.getBeginning().getPosition().getDate().toInstant(),
                        period.getEnding().getPosition().getDate().toInstant());
            }
            Instant instant = Moments.of(value);
            return instant == null ? null : new Span(instant, instant);
        }
    }

    static TimeRelation of(BinaryTemporalOperator operator) {
        if (operator instanceof After) return AFTER;
        if (operator instanceof Before) return BEFORE;
        if (operator instanceof During) return DURING;
        if (operator instanceof TEquals) return EQUALS;
        if (operator instanceof Begins) return BEGINS;
        if (operator instanceof BegunBy) return BEGUN_BY;
        if (operator instanceof Ends) return ENDS;
        if (operator instanceof EndedBy) return ENDED_BY;
        if (operator instanceof TContains) return CONTAINS;
        if (operator instanceof TOverlaps) return OVERLAPS;
        if (operator instanceof OverlappedBy) return OVERLAPPED_BY;
        if (operator instanceof Meets) return MEETS;
        if (operator instanceof MetBy) return MET_BY;
        if (operator instanceof AnyInteracts) return INTERACTS;
        throw new IllegalArgumentException("no such relation in time: " + operator.getClass());
    }

    boolean holds(Span a, Span b) {
        int begins = a.begin().compareTo(b.begin());
        int ends = a.end().compareTo(b.end());
        return switch (this) {
            case AFTER -> a.begin().isAfter(b.end());
            case BEFORE -> a.end().isBefore(b.begin());
            case DURING -> begins > 0 && ends < 0;
            case EQUALS -> begins == 0 && ends == 0;
            case BEGINS -> begins == 0 && ends < 0;
            case BEGUN_BY -> begins == 0 && ends > 0;
            case ENDS -> ends == 0 && begins > 0;
            case ENDED_BY -> ends == 0 && begins < 0;
            case CONTAINS -> begins < 0 && ends > 0;
            case OVERLAPS -> begins < 0 && a.end().isAfter(b.begin()) && ends < 0;
            case OVERLAPPED_BY -> begins > 0 && a.begin().isBefore(b.end()) && ends > 0;
            case MEETS -> !a.isInstant() && !b.isInstant() && a.end().equals(b.begin());
            case MET_BY -> !a.isInstant() && !b.isInstant() && a.begin().equals(b.end());
            case INTERACTS -> !a.end().isBefore(b.begin()) && !a.begin().isAfter(b.end());
        };
    }
}

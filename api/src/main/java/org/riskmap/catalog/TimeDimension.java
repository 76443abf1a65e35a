package org.riskmap.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The column that says when (WMS 1.3.0, annex C).
 *
 * @param attribute column of time stamps or dates
 * @param endAttribute column where a row ends to hold; null where rows are instants
 * @param presentation how capabilities list the values
 * @param resolution step between values in capabilities; null where it is computed
 * @param whenAbsent what a request without TIME means
 * @param reference of {@code NEAREST} and {@code FIXED}; null elsewhere
 */
public record TimeDimension(
        String attribute,
        @Nullable String endAttribute,
        Presentation presentation,
        @Nullable Duration resolution,
        Default whenAbsent,
        @Nullable String reference) {

    /** The columns that it reads. */
    List<String> columns() {
        return endAttribute == null ? List.of(attribute) : List.of(attribute, endAttribute);
    }

    /** Whether a request without TIME may have another answer later though no row changed: its picture must not be kept. */
    public boolean movesWithTheClock() {
        return reference != null && reference.toUpperCase(Locale.ROOT).matches(".*(PRESENT|CURRENT).*");
    }

    public enum Presentation {
        LIST,
        DISCRETE_INTERVAL,
        CONTINUOUS_INTERVAL
    }

    public enum Default {
        MINIMUM,
        MAXIMUM,
        NEAREST,
        FIXED
    }
}

package org.riskmap.standard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One threshold of a standard.
 *
 * @param topic {@code exposure_alpha}
 * @param category {@code persons_100}
 * @param labelZh what a planner reads
 * @param quantity what is compared or given: {@code persons_within_500m}
 * @param lower inclusive; null: none
 * @param upper exclusive; null: none
 * @param value what the class gives; null where only the range matters
 * @param unit of the numbers; null: none
 * @param source of the numbers
 * @param certainty {@code sure}, {@code second-hand} or {@code unverified}
 * @param validFrom first day
 * @param validTo last day; null: still valid
 */
public record Threshold(
        String topic,
        String category,
        String labelZh,
        String quantity,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double value,
        @Nullable String unit,
        String source,
        String certainty,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether a number lies in the range. */
    public boolean holds(double number) {
        return (lower == null || number >= lower) && (upper == null || number < upper);
    }
}

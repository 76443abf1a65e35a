package org.riskmap.register;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;

/**
 * Something in the register that does not agree.
 *
 * @param layer {@code risk:geohazard_point}
 * @param hazard the record
 * @param zoneId of the zone that it concerns; null: none
 * @param detail a figure or word that belongs to the code: metres, the other zone, the right grade; null: none
 */
public record Finding(
        Code code,
        String layer,
        Feature hazard,
        @Nullable String zoneId,
        @Nullable String detail) {

    /** Kinds of findings. */
    public enum Code {
        /** The zone that a record names is not in the register. */
        ZONE_MISSING(true),
        /** A point or line lies too far from its zone; detail: metres. */
        OUTSIDE_ZONE(true),
        /** A point lies in another zone than the one it names; detail: that zone. */
        IN_OTHER_ZONE(true),
        /** A point lies in a zone and names none; detail: that zone. */
        NOT_LINKED(false),
        /** A zone that no point or line names. */
        ZONE_EMPTY(false),
        /** The register's persons are missing or no number; detail: its words. */
        PERSONS_UNREADABLE(false),
        /** The register's grade is not the one its own persons and property give; detail: that grade. */
        GRADE_WRONG(true),
        /** The people counted on the map give another grade; detail: that grade. */
        GRADE_BY_COUNT(false),
        /** The count differs from the register by more than the tolerance; detail: the difference. */
        PERSONS_DIFFER(false),
        /** A point threatens more people than its whole zone, by the register; detail: the point's persons. */
        PART_EXCEEDS_ZONE(true),
        /** A zone's risk is lower than that of a point in it; detail: the point's risk. */
        RISK_BELOW_PART(false),
        /** High or medium risk, and nothing decided. */
        NO_TREATMENT(false),
        /** Treatment was due and is not done; detail: the day. */
        TREATMENT_OVERDUE(true);

        private final boolean problem;

        Code(boolean problem) {
            this.problem = problem;
        }

        /** Whether the register is wrong or late; else somebody should look. */
        public boolean isProblem() {
            return problem;
        }

        /** As results write it: {@code zone_missing}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

package org.riskmap.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/**
 * One zone with its points and lines, or a point or line that belongs to none: the register beside the map.
 *
 * @param layer {@code risk:geohazard_zone}
 * @param parts ids of the points and lines that name it
 * @param persons as the register says
 * @param counted people in the zone or threatened by its points and lines, each once
 * @param inZone of these, those in the zone itself
 * @param naive the same people added up hazard by hazard
 * @param settlements ids of the settlements counted
 * @param grade as the register says
 * @param gradeByRegister by the register's own persons and property; null: not known
 * @param gradeByCount by the people counted and the register's property
 * @param area code of the township that holds it; null: none
 */
public record Row(
        String layer,
        Feature hazard,
        List<String> parts,
        Registered persons,
        long counted,
        long inZone,
        long naive,
        List<String> settlements,
        @Nullable String grade,
        @Nullable String gradeByRegister,
        @Nullable String gradeByCount,
        @Nullable String area) {

    private static final int DAY = 10;

    /** A property of the register's record as text. */
    public @Nullable String text(String property) {
        Object value = hazard.properties().get(property);
        return value == null ? null : value.toString();
    }

    /**
     * The day on which treatment is due, as {@code 2026-11-30}; null where there is none.
     *
     * @throws InvalidInput where it is no day
     */
    public @Nullable String treatmentDue() {
        String due = text("treatment_due");
        if (due == null) {
            return null;
        }
        try {
            return LocalDate.parse(due.length() > DAY ? due.substring(0, DAY) : due)
                    .toString();
        } catch (DateTimeParseException noDay) {
            throw new InvalidInput(
                    layer + "." + hazard.id() + ".treatment_due",
                    "'" + due + "' is no day",
                    "give a day such as 2026-11-30");
        }
    }

    /** Whether treatment was due before a day and is not done. */
    public boolean isOverdue(LocalDate day) {
        return RowFindings.isOverdue(this, day);
    }
}

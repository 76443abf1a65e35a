package org.riskmap.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.standard.Threshold;

/** 险情等级 by threatened persons and property, the higher of the two, as the standards table has it. */
public final class Grades {

    private final List<Threshold> thresholds;

    /** @param thresholds of the topic {@code geohazard_danger} */
    public Grades(List<Threshold> thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * The grade; null where neither is known.
     *
     * @param persons null: not known
     * @param propertyWan in 10 000 yuan; null: not known
     */
    public @Nullable String of(@Nullable Double persons, @Nullable Double propertyWan) {
        Threshold byPersons = persons == null ? null : in("threatened_persons", persons);
        Threshold byProperty = propertyWan == null ? null : in("threatened_property", propertyWan);
        if (byPersons == null || byProperty == null) {
            Threshold one = byPersons == null ? byProperty : byPersons;
            return one == null ? null : one.category();
        }
        return rank(byPersons) >= rank(byProperty) ? byPersons.category() : byProperty.category();
    }

    private @Nullable Threshold in(String quantity, double number) {
        return thresholds.stream()
                .filter(row -> row.quantity().equals(quantity) && row.holds(number))
                .findFirst()
                .orElse(null);
    }

    /** How high a grade is among those of its quantity, from 0. */
    private long rank(Threshold grade) {
        double lower = grade.lower() == null ? Double.NEGATIVE_INFINITY : grade.lower();
        return thresholds.stream()
                .filter(row -> row.quantity().equals(grade.quantity()) && row.lower() != null && row.lower() < lower)
                .count();
    }
}

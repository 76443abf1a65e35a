package org.riskmap.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.springframework.stereotype.Component;

/** The thresholds of {@code risk.standard_threshold}. No analysis has such a number in its code. */
@Component
public final class Standards {

    private final Database database;

    public Standards(Database database) {
        this.database = database;
    }

    /** All thresholds of a topic that are valid on a day, by quantity and lower bound. */
    public List<Threshold> valid(String topic, LocalDate day) {
        return database.list(SqlQuery.of("""
                        select topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty,
                               valid_from::text, valid_to::text
                        from risk.standard_threshold
                        where topic = ? and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)
                        order by quantity, lower_bound nulls first, class
                        """, topic, day.toString(), day.toString()), Standards::threshold);
    }

    /** The class of a topic in whose range a number falls on a day. */
    public Optional<Threshold> classOf(String topic, String quantity, double number, LocalDate day) {
        return valid(topic, day).stream()
                .filter(threshold -> threshold.quantity().equals(quantity) && threshold.holds(number))
                .findFirst();
    }

    private static Threshold threshold(Row row) {
        return new Threshold(
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                (Double) row.value(5),
                (Double) row.value(6),
                (Double) row.value(7),
                row.text(8),
                text(row, 9),
                text(row, 10),
                LocalDate.parse(text(row, 11)),
                day(row.text(12)));
    }

    private static String text(Row row, int column) {
        return Objects.requireNonNull(row.text(column));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}

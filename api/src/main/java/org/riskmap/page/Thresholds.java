package org.riskmap.page;

import java.time.LocalDate;
import java.util.List;
import org.riskmap.postgis.Database;
import org.springframework.stereotype.Component;

/** Reads the thresholds of the standards. */
@Component
class Thresholds {

    private static final String ALL = """
            select topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty,
                   valid_from, valid_to, note, author
            from risk.standard_threshold
            order by topic, quantity, lower_bound nulls first, class, valid_from
            """;

    private final Database database;

    Thresholds(Database database) {
        this.database = database;
    }

    List<Threshold> all() {
        return database.client()
                .sql(ALL)
                .query((row, number) -> new Threshold(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Double.class),
                        row.getObject(6, Double.class),
                        row.getObject(7, Double.class),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getObject(11, LocalDate.class),
                        row.getObject(12, LocalDate.class),
                        row.getString(13),
                        row.getString(14)))
                .list();
    }
}

package org.riskmap.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/**
 * The bare feature id of a table's rows as SQL: the primary key's columns joined by dots; where there is no key the column
 * {@code id}, and where there is none either a digest of the row, so that the same row always has the same id.
 */
public final class FeatureIdSql {

    private FeatureIdSql() {}

    /** An expression of type text over the table's columns. */
    public static String of(TableShape shape) {
        List<String> key = columns(shape);
        if (!key.isEmpty()) {
            return key.stream()
                    .map(name -> isText(shape, name) ? SqlQuery.identifier(name) : SqlQuery.identifier(name) + "::text")
                    .collect(Collectors.joining(" || '.' || "));
        }
        return shape.columns().stream()
                .map(column -> SqlQuery.identifier(column.name()))
                .collect(Collectors.joining(", ", "md5(row(", ")::text)"));
    }

    /** The columns that make the id; empty where it is a digest. */
    public static List<String> columns(TableShape shape) {
        if (!shape.primaryKey().isEmpty()) {
            return shape.primaryKey();
        }
        return shape.column("id").isPresent() ? List.of("id") : List.of();
    }

    private static boolean isText(TableShape shape, String name) {
        return shape.column(name).map(column -> column.sqlType().equals("text")).orElse(false);
    }
}

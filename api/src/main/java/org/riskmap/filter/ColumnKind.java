package org.riskmap.filter;

import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/** How a column's values compare. */
enum ColumnKind {
    TEXT,
    INTEGER,
    FLOAT4,
    FLOAT8,
    NUMERIC,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMPTZ,
    GEOMETRY,
    /** Compared after reading, as text. */
    OTHER;

    static ColumnKind of(TableShape.Column column) {
        return switch (column.sqlType()) {
            case "text", "varchar", "bpchar", "name", "uuid" -> TEXT;
            case "int2", "int4", "int8" -> INTEGER;
            case "float4" -> FLOAT4;
            case "float8" -> FLOAT8;
            case "numeric" -> NUMERIC;
            case "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp" -> TIMESTAMP;
            case "timestamptz" -> TIMESTAMPTZ;
            case "geometry" -> GEOMETRY;
            default -> OTHER;
        };
    }

    /** The column as SQL, cast where its own type compares otherwise than its values do after reading. */
    static String sql(TableShape.Column column) {
        String name = SqlQuery.identifier(column.name());
        return switch (column.sqlType()) {
            case "bpchar", "name", "uuid" -> name + "::text";
            default -> name;
        };
    }

    boolean isNumber() {
        return this == INTEGER || this == FLOAT4 || this == FLOAT8 || this == NUMERIC;
    }

    boolean isTime() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMPTZ;
    }
}

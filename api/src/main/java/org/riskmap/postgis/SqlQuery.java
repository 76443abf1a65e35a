package org.riskmap.postgis;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the values of its {@code ?} in order. Values never stand in the text; identifiers in it come from the
 * catalog or the database's own description, through {@link #identifier}.
 *
 * @param sql the text with {@code ?} for each value
 * @param values what is bound, in order; byte[] for WKB, Java time for time stamps
 */
public record SqlQuery(String sql, List<? extends @Nullable Object> values) {

    public SqlQuery {
        values = Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }

    public static SqlQuery of(String sql, @Nullable Object... values) {
        return new SqlQuery(sql, Arrays.asList(values));
    }

    /** A quoted SQL identifier. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

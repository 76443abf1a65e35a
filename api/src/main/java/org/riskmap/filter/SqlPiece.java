package org.riskmap.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a condition.
 *
 * @param text with {@code ?} for each value
 * @param values in order
 */
record SqlPiece(String text, List<@Nullable Object> values) {

    static final SqlPiece TRUE = of("true");
    static final SqlPiece FALSE = of("false");

    static SqlPiece of(String text, @Nullable Object... values) {
        return new SqlPiece(text, Arrays.asList(values));
    }

    static SqlPiece joined(List<SqlPiece> pieces, String between) {
        StringBuilder text = new StringBuilder("(");
        List<@Nullable Object> values = new ArrayList<>();
        for (SqlPiece piece : pieces) {
            text.append(text.length() > 1 ? between : "").append(piece.text);
            values.addAll(piece.values);
        }
        return new SqlPiece(text.append(')').toString(), values);
    }

    /** {@code before} this {@code middle} other {@code after}. */
    SqlPiece with(String middle, SqlPiece other) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new SqlPiece(text + middle + other.text, all);
    }

    SqlPiece within(String before, String after) {
        return new SqlPiece(before + text + after, values);
    }
}

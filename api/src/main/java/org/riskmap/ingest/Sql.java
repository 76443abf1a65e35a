package org.riskmap.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL with the values that its {@code ?} stand for. Pieces are put together in order; words of a profile or a
 * file are always values, never text of the statement.
 */
record Sql(String text, List<? extends @Nullable Object> values) {

    static final Sql NULL = of("null::text");

    static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** The template with each {@code $} replaced by the next piece. */
    static Sql fill(String template, Sql... pieces) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '$') {
                text.append(pieces[next].text);
                values.addAll(pieces[next].values);
                next++;
            } else {
                text.append(c);
            }
        }
        if (next != pieces.length) {
            throw new IllegalArgumentException(pieces.length + " pieces for: " + template);
        }
        return new Sql(text.toString(), values);
    }

    static Sql join(String separator, List<Sql> pieces) {
        List<@Nullable Object> values = new ArrayList<>();
        pieces.forEach(piece -> values.addAll(piece.values));
        return new Sql(pieces.stream().map(Sql::text).collect(Collectors.joining(separator)), values);
    }
}

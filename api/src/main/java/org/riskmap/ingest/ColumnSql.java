package org.riskmap.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.riskmap.ingest.Profile.AdminCode;
import org.riskmap.ingest.Profile.Column;
import org.riskmap.ingest.Profile.Constant;
import org.riskmap.ingest.Profile.Field;
import org.riskmap.ingest.Profile.Joined;
import org.riskmap.ingest.Profile.Origin;
import org.riskmap.ingest.Profile.Otherwise;
import org.riskmap.ingest.Profile.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rule of the profile as SQL, in two steps: the word of the source ({@link #word}, over the staged record) and what it
 * becomes ({@link #value}, {@link #unknown}, over the word's column).
 */
final class ColumnSql {

    private static final int LONGEST_NUMBER = 30;

    private static final String BLANKS = "U&' \\0009\\000A\\000D\\00A0\\3000'";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ColumnSql() {}

    /** Whether a text is a number that every type of number can take; no bounded repetition, which is slow. */
    static String isNumber(String text) {
        return "(" + text + " ~ '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9][0-9]?)?$' and length(" + text
                + ") < " + LONGEST_NUMBER + ")";
    }

    /** A staged field without blanks around it, null where nothing is left. {@code column} such as {@code s.f3}. */
    static String cleaned(String column) {
        return "nullif(btrim(" + column + ", " + BLANKS + "), '')";
    }

    /**
     * @param field name of a field → column of the staged record
     * @param joined name of a join, name of its field → column of the joined record
     */
    static Sql word(
            Column column, java.util.function.UnaryOperator<String> field, BiFunction<String, String, String> joined) {
        Sql word = origin(column.origin(), field, joined);
        for (Map.Entry<String, String> pair : column.replace().entrySet()) {
            word = Sql.fill("replace($, $, $)", word, Sql.of("?", pair.getKey()), Sql.of("?", pair.getValue()));
        }
        if (!column.replace().isEmpty()) {
            word = Sql.fill("nullif($, '')", word);
        }
        for (String nothing : column.empty()) {
            word = Sql.fill("nullif($, $)", word, Sql.of("?", nothing));
        }
        return word;
    }

    private static Sql origin(
            Origin origin, java.util.function.UnaryOperator<String> field, BiFunction<String, String, String> joined) {
        if (origin instanceof Constant constant) {
            return Sql.of("cast(? as text)", constant.value());
        } else if (origin instanceof Field one) {
            return Sql.of(cleaned(field.apply(one.name())));
        } else if (origin instanceof Joined one) {
            return Sql.of(cleaned(joined.apply(one.join(), one.field())));
        } else if (origin instanceof Text text) {
            return filled(text, field);
        } else if (origin instanceof AdminCode) {
            return Sql.NULL; // found after the geometry is known
        }
        throw new IllegalStateException("no SQL for " + origin);
    }

    private static Sql filled(Text text, java.util.function.UnaryOperator<String> field) {
        List<Sql> pieces = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        String rest = text.template();
        for (String name : text.fields()) {
            int at = rest.indexOf("{" + name + "}");
            pieces.add(Sql.of("cast(? as text)", rest.substring(0, at)));
            String column = cleaned(field.apply(name));
            columns.add(column);
            pieces.add(Sql.of("coalesce(" + column + ", '')"));
            rest = rest.substring(at + name.length() + 2);
        }
        pieces.add(Sql.of("cast(? as text)", rest));
        return Sql.fill(
                "case when num_nonnulls(" + String.join(", ", columns) + ") > 0 then btrim($) end",
                Sql.join(" || ", pieces));
    }

    /** What the word in column {@code word} becomes, as text; null where it is unknown. */
    static Sql value(Column column, String word) {
        if (!column.map().isEmpty()) {
            return column.split() == null ? mapped(column, word) : mappedParts(column, word);
        } else if (column.time() != null) {
            return Sql.of("pg_temp.moment(" + word + ", ?, ?)::text", column.time(), column.zone());
        } else if (column.factor() != null) {
            return Sql.of(
                    "case when " + isNumber(word) + " then (" + word + "::numeric * cast(? as numeric))::text end",
                    column.factor());
        } else if (column.speed()) {
            return Sql.of("pg_temp.kmh(" + word + ")");
        }
        return Sql.of(word);
    }

    private static Sql mapped(Column column, String word) {
        Sql map = map(column);
        return Sql.fill(
                "case when jsonb_exists($, " + word + ") then nullif($ ->> " + word + ", '')"
                        + (column.otherwise() == Otherwise.KEEP ? " else " + word : "") + " end",
                map,
                map);
    }

    private static Sql mappedParts(Column column, String word) {
        return Sql.fill("""
                (select string_agg(part, ',' order by place)
                 from (select nullif($ ->> btrim(given), '') as part, min(n) as place
                       from unnest(string_to_array(\
                """ + word + """
                , $)) with ordinality u(given, n)
                       group by 1) parts
                 where part is not null)\
                """, map(column), Sql.of("?", column.split()));
    }

    /** A condition: the word is there, and the rule does not know it. Empty where a rule takes any word. */
    static List<Sql> unknown(Column column, String word) {
        if (!column.map().isEmpty() && column.split() != null) {
            return List.of(Sql.fill(
                    "exists (select from unnest(string_to_array(" + word
                            + ", $)) given where btrim(given) <> '' and not jsonb_exists($, btrim(given)))",
                    Sql.of("?", column.split()),
                    map(column)));
        } else if (!column.map().isEmpty()) {
            return List.of(Sql.fill("not jsonb_exists($, " + word + ")", map(column)));
        } else if (column.time() != null || column.speed()) {
            return List.of(Sql.fill(word + " is not null and $ is null", value(column, word)));
        } else if (column.factor() != null) {
            return List.of(Sql.of("not " + isNumber(word)));
        }
        return List.of();
    }

    /** What a known word would be, for the message. */
    static String expected(Column column) {
        if (!column.map().isEmpty()) {
            return "is none of " + column.map().keySet().stream().collect(Collectors.joining(", "));
        } else if (column.time() != null) {
            return "is no date or time of the form " + column.time();
        } else if (column.speed()) {
            return "is no speed limit";
        }
        return "is no number";
    }

    private static Sql map(Column column) {
        return Sql.of("cast(? as jsonb)", JSON.writeValueAsString(column.map()));
    }
}

package org.riskmap.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.ingest.Mapping.JoinedStage;
import org.riskmap.ingest.Profile.AdminCode;
import org.riskmap.ingest.Profile.Column;
import org.riskmap.ingest.Profile.Condition;
import org.riskmap.ingest.Profile.Joined;
import org.riskmap.ingest.Profile.Table;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;

/**
 * The innermost part of a {@link Mapping}: from staged records and their partners, the words that the columns' rules start
 * from ({@code w0_0} is the first alternative of the first column), the geometry as given ({@code raw}) and the identifier's
 * word ({@code id_word}).
 */
record RecordSql(
        Table rule,
        List<String> columns,
        Stage stage,
        Map<String, JoinedStage> joins,
        int srid,
        Envelope area,
        String source) {

    /** The records that are meant: number, fault, identifier, geometry as given, words of all columns. */
    Sql words() {
        List<Sql> words = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Column> ways = rule.columns().get(columns.get(i));
            for (int k = 0; k < ways.size(); k++) {
                words.add(Sql.fill(", $ as w" + i + "_" + k, word(ways.get(k))));
            }
        }
        List<Sql> partners = new ArrayList<>();
        List<Sql> from = new ArrayList<>();
        from.add(Sql.of(stage.table() + " s"));
        for (String name : usedJoins(rule)) {
            JoinedStage join = joins.get(name);
            Sql key = word(join.on());
            from.add(Sql.fill(
                    "left join " + join.table() + " " + alias(rule, name) + " on " + alias(rule, name) + ".k = $",
                    key));
            partners.add(Sql.of(", " + alias(rule, name) + ".k is null as " + alias(rule, name) + "_missing"));
        }
        return Sql.fill(
                """
                select s.rec, coalesce(s.line, s.rec) as line, s.fault, $ as id_word, $ as raw, $, $ as area $ $
                from $
                where s.fault is not null or ($)
                offset 0
                """,
                id(),
                rawGeometry(),
                adminWords(),
                Sql.of("st_makeenvelope(?, ?, ?, ?, 4490)", area.minX(), area.minY(), area.maxX(), area.maxY()),
                Sql.join("", words),
                Sql.join("", partners),
                Sql.join(" ", from),
                meant());
    }

    private Sql word(Column way) {
        return ColumnSql.word(
                way,
                field -> "s." + stage.column(field),
                (join, field) ->
                        alias(rule, join) + "." + joins.get(join).stage().column(field));
    }

    private Sql id() {
        if (rule.id().from() != null) {
            return word(rule.id().from());
        }
        List<String> hashed =
                rule.id().hashed().isEmpty() ? stage.fields() : rule.id().hashed();
        String fields = hashed.stream().map(field -> "s." + stage.column(field)).collect(Collectors.joining(", "));
        String geometry = rule.id().hashed().isEmpty() && stage.hasGeometry()
                ? " || coalesce(encode(st_asbinary(s.geom), 'hex'), '')"
                : "";
        return Sql.of(
                "md5(cast(? as text) || array_to_string(array [" + fields + "]::text[], chr(31), '')" + geometry + ")",
                source + "\u001f");
    }

    private Sql rawGeometry() {
        if (rule.geometry().x() == null) {
            if (!stage.hasGeometry()) {
                throw new InvalidInput(
                        stage.file(),
                        "it has no geometry",
                        "name the fields of its coordinates in the profile: 'geometry: {x: …, y: …}'");
            }
            return Sql.of(stage.srid() == 0 ? "st_setsrid(s.geom, " + srid + ")" : "s.geom");
        }
        String x = ColumnSql.cleaned("s." + stage.column(rule.geometry().x()));
        String y = ColumnSql.cleaned("s." + stage.column(rule.geometry().y()));
        return Sql.of("case when " + ColumnSql.isNumber(x) + " and " + ColumnSql.isNumber(y) + " then st_point(cast("
                + x + " as float8), cast(" + y + " as float8), " + srid + ") end");
    }

    private Sql adminWords() {
        for (List<Column> ways : rule.columns().values()) {
            for (Column way : ways) {
                if (way.origin() instanceof AdminCode admin && admin.name() != null) {
                    return Sql.of(ColumnSql.cleaned("s." + stage.column(admin.name())) + " as admin_name, "
                            + adminAbove(admin.within()) + " as admin_within");
                }
            }
        }
        return Sql.of("null::text as admin_name, null::text as admin_within");
    }

    private String adminAbove(@Nullable String field) {
        return field == null ? "null::text" : ColumnSql.cleaned("s." + stage.column(field));
    }

    private Sql meant() {
        List<Sql> conditions = new ArrayList<>();
        rule.take().forEach(condition -> conditions.add(holds(condition)));
        rule.leave().forEach(condition -> conditions.add(Sql.fill("not coalesce($, false)", holds(condition))));
        return conditions.isEmpty() ? Sql.of("true") : Sql.join(" and ", conditions);
    }

    private Sql holds(Condition condition) {
        String column = ColumnSql.cleaned("s." + stage.column(condition.field()));
        if (condition.words().isEmpty()) {
            return Sql.of(column + " is not null");
        }
        return Sql.of(
                column + " in (" + condition.words().stream().map(word -> "?").collect(Collectors.joining(", ")) + ")",
                condition.words().toArray());
    }

    private static List<String> usedJoins(Table rule) {
        return joined(rule).map(Joined::join).distinct().toList();
    }

    static Stream<Joined> joined(Table rule) {
        return rule.columns().values().stream()
                .flatMap(List::stream)
                .map(Column::origin)
                .filter(Joined.class::isInstance)
                .map(Joined.class::cast);
    }

    /** Alias of a joined table in the statement. */
    static String alias(Table rule, String join) {
        return "j" + usedJoins(rule).indexOf(join);
    }
}

package org.riskmap.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.ingest.LoadReport.Group;
import org.riskmap.ingest.LoadReport.TableReport;
import org.riskmap.ingest.Profile.AdminCode;
import org.riskmap.postgis.SqlQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One table's part of a load, in the current transaction: maps the staged records into the temporary table {@code mapped},
 * notes why records cannot be loaded, keeps those in {@code risk.import_reject} and merges the others. Works on whole sets.
 */
final class TableLoad {

    private static final int FIRST_LINES = 5;

    private final JdbcClient sql;
    private final Mapping mapping;
    private final String table;
    private @Nullable Counts counts;

    TableLoad(JdbcClient sql, Mapping mapping) {
        this.sql = sql;
        this.mapping = mapping;
        this.table = mapping.target().qualifiedName();
    }

    /** Maps and checks; afterwards {@code mapped} has one row per record that is meant. */
    void check() {
        sql.sql("drop table if exists pg_temp.mapped").update();
        sql.sql(mapping.create()).update();
        Sql insert = mapping.insert();
        sql.sql(insert.text()).params(insert.values()).update();
        findAdminCodes();
        checkConstraints();
        refuseRepeated(List.of("id"));
        refuseForeignIds();
        for (List<String> key : uniqueKeys()) {
            refuseRepeated(key);
            refuseTaken(key);
        }
    }

    private record Counts(long read, long rejected, long warned) {}

    /** Of what {@link #check} found. */
    private Counts counts() {
        if (counts == null) {
            counts = count();
        }
        return counts;
    }

    private Counts count() {
        return sql.sql("select count(*), count(*) filter (where reasons <> '{}'), "
                        + "count(*) filter (where reasons = '{}' and warnings <> '{}') from mapped")
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Whether any record can be loaded. */
    boolean hasGood() {
        return sql.sql("select exists (select from mapped where reasons = '{}')")
                .query(Boolean.class)
                .single();
    }

    /** What should make a reader doubt the positions as a whole; empty: nothing. */
    List<String> doubts() {
        return mapping.geometryType().equals("Point")
                ? Gcj02Suspicion.of(sql, adminLevel()).map(List::of).orElse(List.of())
                : List.of();
    }

    private String adminLevel() {
        return mapping.rule().columns().values().stream()
                .flatMap(List::stream)
                .map(Profile.Column::origin)
                .filter(AdminCode.class::isInstance)
                .map(origin -> ((AdminCode) origin).level())
                .findFirst()
                .orElse("county");
    }

    private void findAdminCodes() {
        mapping.rule()
                .columns()
                .forEach((column, ways) -> ways.forEach(way -> {
                    if (way.origin() instanceof AdminCode admin) {
                        AdminLookup.run(sql, column, admin.level());
                    }
                }));
    }

    private record Check(String expression, List<String> columns) {}

    /** The table's own CHECK constraints, evaluated on the records: what breaks one is a reason, never a failed statement. */
    private void checkConstraints() {
        List<Check> checks = sql.sql("""
                        select pg_get_expr(c.conbin, c.conrelid),
                               array(select a.attname::text from pg_attribute a
                                     where a.attrelid = c.conrelid and a.attnum = any (c.conkey) order by a.attnum)
                        from pg_constraint c
                        where c.contype = 'c' and c.conrelid = cast(? as regclass)
                        order by c.conname
                        """)
                .param(table)
                .query((row, number) -> new Check(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())))
                .list();
        List<Check> ours = checks.stream()
                .filter(check -> mapping.columns().containsAll(check.columns()))
                .toList();
        broken(ours).forEach(this::refuseBreaking);
    }

    /** Those that a record breaks, found in one pass. */
    private List<Check> broken(List<Check> checks) {
        if (checks.isEmpty()) {
            return checks;
        }
        String breaks = checks.stream()
                .map(check -> "coalesce(bool_or(not (" + check.expression() + ")), false)")
                .collect(Collectors.joining(", "));
        List<Boolean> any = sql.sql("select array [" + breaks + "] from mapped")
                .query((row, number) -> List.of((Boolean[]) row.getArray(1).getArray()))
                .single();
        return IntStream.range(0, checks.size())
                .filter(any::get)
                .mapToObj(checks::get)
                .toList();
    }

    private void refuseBreaking(Check check) {
        String named = check.columns().stream()
                .map(column -> "'" + column + ": ' || " + SqlQuery.identifier(column))
                .collect(Collectors.joining(" || ', ' || "));
        sql.sql("update mapped set reasons = reasons || (" + named + " || cast(? as text)) where not ("
                        + check.expression() + ")")
                .param(" breaks the rule " + check.expression())
                .update();
    }

    private List<List<String>> uniqueKeys() {
        return sql
                .sql("""
                        select array(select a.attname::text from pg_attribute a
                                     where a.attrelid = c.conrelid and a.attnum = any (c.conkey) order by a.attnum)
                        from pg_constraint c
                        where c.contype = 'u' and c.conrelid = cast(? as regclass)
                        order by c.conname
                        """)
                .param(table)
                .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
                .list()
                .stream()
                .filter(mapping.columns()::containsAll)
                .toList();
    }

    /** Of several records with the same key the first is loaded. */
    private void refuseRepeated(List<String> key) {
        boolean repeated = sql.sql("select exists (select from mapped where reasons = '{}' group by "
                        + each(key, column -> column) + " having count(*) > 1)")
                .query(Boolean.class)
                .single();
        if (!repeated) {
            return; // far cheaper to see than to number the records of each key
        }
        String shown = key.stream()
                .map(column -> SqlQuery.identifier(column) + "::text")
                .collect(Collectors.joining(" || ' ' || "));
        sql.sql("""
                        update mapped m
                        set reasons = reasons || format('%s ''%s'' is already that of line %s', cast(? as text), d.shown, d.first)
                        from (select rec, {shown} as shown,
                                     first_value(line) over w as first, row_number() over w as place
                              from mapped
                              where reasons = '{}'
                              window w as (partition by {columns} order by rec)) d
                        where d.rec = m.rec and d.place > 1
                        """.replace("{shown}", shown).replace("{columns}", each(key, column -> column)))
                .param(String.join(", ", key))
                .update();
    }

    private void refuseForeignIds() {
        sql.sql("""
                        update mapped m
                        set reasons = reasons || format('id ''%s'' is already that of a row of the source ''%s''', t.id, t.source)
                        from {table} t
                        where t.id = m.id and t.source not in (?, 'demo')
                        """.replace("{table}", table)).param(mapping.source()).update();
    }

    private void refuseTaken(List<String> key) {
        String same = key.stream()
                .map(SqlQuery::identifier)
                .map(column -> "t." + column + " = m." + column)
                .collect(Collectors.joining(" and "));
        sql.sql("""
                        update mapped m
                        set reasons = reasons
                            || format('%s is already that of the row ''%s'' of the source ''%s''', cast(? as text), t.id, t.source)
                        from {table} t
                        where t.id <> m.id and t.source <> 'demo' and {same}
                        """.replace("{table}", table).replace("{same}", same))
                .param(String.join(", ", key))
                .update();
    }

    /** Keeps the rejected records with their original values. */
    void writeRejects() {
        if (counts().rejected() == 0) {
            return;
        }
        String fields = IntStream.rangeClosed(1, mapping.stage().fields().size())
                .mapToObj(i -> "s.f" + i)
                .collect(Collectors.joining(", "));
        sql.sql("""
                        insert into risk.import_reject (source, file, line, target, original, reasons)
                        select ?, ?, m.line, ?,
                               case when s.fault is not null then jsonb_build_object('text', s.f1)
                                    else jsonb_object(cast(? as text[]), array [{fields}]::text[])
                                         || case when s.geom is null then '{}'
                                                 else jsonb_build_object('geometry', left(st_asewkt(s.geom), 10000)) end
                               end,
                               m.reasons
                        from mapped m join {stage} s using (rec)
                        where m.reasons <> '{}'
                        order by m.rec
                        """.replace("{fields}", fields)
                        .replace("{stage}", mapping.stage().table()))
                .params(
                        mapping.source(),
                        mapping.stage().file(),
                        mapping.rule().target(),
                        mapping.stage().fields().toArray(String[]::new))
                .update();
    }

    /** Inserts what is new, updates what differs, and touches nothing else. */
    TableReport merge() {
        Counts found = counts();
        long good = found.read() - found.rejected();
        IndexesAside aside = new IndexesAside(sql, table);
        if (!aside.take(good)) {
            Merged merged = merged("");
            return report(merged.added(), merged.changed());
        }
        Merged known = merged("and exists (select from " + table + " there where there.id = mapped.id)");
        long added = insertNew();
        aside.putBack();
        return report(added, known.changed());
    }

    /** Into a table that nobody else can reach meanwhile. */
    private long insertNew() {
        String columns = insertedColumns();
        return sql.sql("""
                        insert into {table} (id, {columns}geom, source)
                        select id, {columns}geom, cast(? as text) from mapped
                        where reasons = '{}' and not exists (select from {table} there where there.id = mapped.id)
                        """.replace("{table}", table).replace("{columns}", columns))
                .param(mapping.source())
                .update();
    }

    private String insertedColumns() {
        return mapping.columns().stream()
                .map(column -> SqlQuery.identifier(column) + ", ")
                .collect(Collectors.joining());
    }

    private record Merged(long added, long changed) {}

    /** @param which a condition on the records, beginning with {@code and}; empty for all */
    private Merged merged(String which) {
        List<String> compared = new ArrayList<>(mapping.columns());
        compared.add("geom");
        compared.add("source");
        return sql.sql("""
                        with done as (
                            insert into {table} as t (id, {columns}geom, source)
                            select id, {columns}geom, cast(? as text) from mapped where reasons = '{}' {which}
                            on conflict (id) do update set {set}
                            where ({old}) is distinct from ({new})
                            returning (xmax = 0) as fresh)
                        select count(*) filter (where fresh), count(*) filter (where not fresh) from done
                        """.replace("{table}", table)
                        .replace("{columns}", insertedColumns())
                        .replace("{which}", which)
                        .replace("{set}", each(compared, column -> column + " = excluded." + column))
                        .replace("{old}", each(compared, column -> "t." + column))
                        .replace("{new}", each(compared, column -> "excluded." + column)))
                .param(mapping.source())
                .query((row, number) -> new Merged(row.getLong(1), row.getLong(2)))
                .single();
    }

    private static String each(List<String> columns, UnaryOperator<String> written) {
        return columns.stream().map(SqlQuery::identifier).map(written).collect(Collectors.joining(", "));
    }

    private TableReport report(long added, long changed) {
        Counts counts = counts();
        long staged = sql.sql("select count(*) from " + mapping.stage().table())
                .query(Long.class)
                .single();
        return new TableReport(
                mapping.rule().target(),
                counts.read(),
                staged - counts.read(),
                added,
                changed,
                counts.read() - counts.rejected() - added - changed,
                counts.rejected(),
                counts.rejected() == 0 ? List.of() : groups("reasons", "true"),
                counts.warned() == 0 ? List.of() : groups("warnings", "reasons = '{}'"));
    }

    /** Messages that differ only in quoted words and numbers count as one kind. */
    private List<Group> groups(String column, String where) {
        return sql.sql("""
                        select min(message collate "C") filter (where place = 1), count(*),
                               array_agg(line order by rec) filter (where place <= {lines})
                        from (select message, rec, line, kind, row_number() over (partition by kind order by rec) as place
                              from (select message, rec, line,
                                           regexp_replace(message, '''[^'']*''|-?[0-9][0-9.]*', '~', 'g') as kind
                                    from mapped, unnest({column}) message
                                    where {where}) kinds) places
                        group by kind
                        order by count(*) desc, kind
                        """.replace("{lines}", Integer.toString(FIRST_LINES))
                        .replace("{column}", column)
                        .replace("{where}", where))
                .query((row, number) -> new Group(row.getString(1), row.getLong(2), Arrays.asList((Long[])
                        row.getArray(3).getArray())))
                .list();
    }
}

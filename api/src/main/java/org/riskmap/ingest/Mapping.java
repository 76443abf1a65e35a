package org.riskmap.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.riskmap.ingest.Profile.AdminCode;
import org.riskmap.ingest.Profile.Column;
import org.riskmap.ingest.Profile.Otherwise;
import org.riskmap.ingest.Profile.Table;
import org.riskmap.kernel.Envelope;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/**
 * The statement that makes rows of a target out of staged records: one row per record that is meant, with typed values,
 * its geometry in EPSG:4490, and the reasons why it cannot be loaded, if any.
 *
 * @param rule of the profile
 * @param target the table's shape
 * @param stage the records
 * @param joins by name: the other file's records with their key in column {@code k}
 * @param srid EPSG code of the geometries
 * @param projected whether that system counts in metres
 * @param area where they must lie
 * @param source the load's source, part of hashed identifiers
 */
record Mapping(
        Table rule,
        TableShape target,
        Stage stage,
        Map<String, JoinedStage> joins,
        int srid,
        boolean projected,
        Envelope area,
        String source) {

    private static final Set<Integer> DEGREES_AS_STORED = Set.of(4490, 4326, 3824, 4258);

    /**
     * A staged file to join with.
     *
     * @param table temporary table whose column {@code k} is the key, unique
     * @param on key on the side of the staged records
     */
    record JoinedStage(String table, Stage stage, Column on) {}

    /** Names of the target's columns that the rule fills, in order. */
    List<String> columns() {
        return List.copyOf(rule.columns().keySet());
    }

    /** Creates the table {@code mapped} that {@link #insert} fills. */
    String create() {
        String columns = columns().stream()
                .map(name -> SqlQuery.identifier(name) + " " + type(name) + ", ")
                .collect(Collectors.joining());
        return "create temporary table mapped (rec bigint, line bigint, id text, " + columns
                + "geom geometry(Geometry, 4490), admin_name text, admin_within text, "
                + "reasons text[] not null, warnings text[] not null) on commit drop";
    }

    private String type(String column) {
        return target.column(column).orElseThrow().sqlType();
    }

    /** Fills {@code mapped}. */
    Sql insert() {
        List<Sql> typed = new ArrayList<>();
        List<Sql> reasons = new ArrayList<>();
        List<Sql> warnings = new ArrayList<>();
        for (int i = 0; i < columns().size(); i++) {
            describe(i, typed, reasons, warnings);
        }
        warnings.addAll(partnersMissing());
        // Degrees under a projected system would land near the equator, far-off numbers anywhere.
        String impossible =
                projected ? " or greatest(abs(st_xmax(raw)), abs(st_ymax(raw))) not between 180 and 1e8" : "";
        reasons.add(Sql.of("""
                case when geom is null or not coalesce(geom && area, false){impossible}
                     then pg_temp.geometry_problem(raw, moved, geom, cast(? as text), area) end""".replace("{impossible}", impossible), geometryType()));
        if (!geometryType().equals("Point")) {
            warnings.add(Sql.of("case when geom is not null and not st_isvalid(moved) "
                    + "then 'its geometry was repaired: ' || split_part(st_isvalidreason(moved), '[', 1) end"));
        }
        return Sql.fill(
                """
                insert into mapped (rec, line, id, $geom, admin_name, admin_within, reasons, warnings)
                select rec, line, id, $geom, admin_name, admin_within,
                       case when fault is not null then array [fault]
                            else array_remove(array [$]::text[], null) end,
                       case when fault is null then array_remove(array [$]::text[], null) else '{}' end
                from ($) shaped
                """,
                Sql.of(columns().stream()
                        .map(name -> SqlQuery.identifier(name) + ", ")
                        .collect(Collectors.joining())),
                Sql.of(typed.stream().map(value -> value.text() + ", ").collect(Collectors.joining()), valuesOf(typed)),
                Sql.join(", ", withId(reasons)),
                warnings.isEmpty() ? Sql.NULL : Sql.join(", ", warnings),
                shaped());
    }

    private static Object[] valuesOf(List<Sql> pieces) {
        return Sql.join(", ", pieces).values().toArray();
    }

    private static List<Sql> withId(List<Sql> reasons) {
        List<Sql> all = new ArrayList<>();
        all.add(Sql.of("case when id is null then 'its id is empty' when length(id) > 64 or id ~ '[^A-Za-z0-9_.-]'"
                + " then format('id ''%s'' is not 1 to 64 of A-Z a-z 0-9 _ . -', id) end"));
        all.addAll(reasons);
        return all;
    }

    private void describe(int i, List<Sql> typed, List<Sql> reasons, List<Sql> warnings) {
        String name = columns().get(i);
        List<Column> ways = rule.columns().get(name);
        for (int k = 0; k < ways.size(); k++) {
            Column way = ways.get(k);
            String word = "w" + i + "_" + k;
            for (Sql unknown : ColumnSql.unknown(way, word)) {
                String message = (name + ": '%s' " + ColumnSql.expected(way).replace("%", "%%"));
                if (way.otherwise() == Otherwise.REJECT) {
                    reasons.add(
                            Sql.fill("case when $ then format($, " + word + ") end", unknown, Sql.of("?", message)));
                } else if (way.otherwise() == Otherwise.WARN) {
                    warnings.add(Sql.fill(
                            "case when $ then format($, " + word + ") end",
                            unknown,
                            Sql.of("?", message + "; left empty")));
                }
            }
        }
        TypedColumn column = typed(i);
        typed.add(Sql.of("t" + i));
        column.problem().ifPresent(problem -> reasons.add(Sql.of(problem)));
        if (column.required() && ways.stream().noneMatch(way -> way.origin() instanceof AdminCode)) {
            boolean told =
                    ways.stream().anyMatch(way -> !ColumnSql.unknown(way, "").isEmpty());
            String words = told
                    ? " and coalesce("
                            + IntStream.range(0, ways.size())
                                    .mapToObj(k -> "w" + columns().indexOf(name) + "_" + k)
                                    .collect(Collectors.joining(", "))
                            + ") is null"
                    : "";
            reasons.add(
                    Sql.of("case when v" + i + " is null" + words + " then cast(? as text) end", name + " is empty"));
        }
    }

    private TypedColumn typed(int i) {
        return TypedColumn.of(target.column(columns().get(i)).orElseThrow(), "v" + i, "t" + i);
    }

    private List<Sql> partnersMissing() {
        return RecordSql.joined(rule)
                .filter(joined -> !joined.rare())
                .map(Profile.Joined::join)
                .distinct()
                .map(name -> Sql.of(
                        "case when " + RecordSql.alias(rule, name) + "_missing then cast(? as text) end",
                        "no record of " + joins.get(name).stage().file() + " belongs to it"))
                .toList();
    }

    private RecordSql record() {
        return new RecordSql(rule, columns(), stage, joins, srid, area, source);
    }

    /** Adds {@code moved}, {@code geom} and the typed values; each fenced by OFFSET 0 so that it is computed once. */
    private Sql shaped() {
        boolean plainPoint = rule.geometry().x() != null && geometryType().equals("Point");
        String moved = srid == 4490
                ? "raw"
                : DEGREES_AS_STORED.contains(srid) ? "st_setsrid(raw, 4490)" : "pg_temp.moved(raw)";
        String shaped = "pg_temp.shaped(moved, '" + geometryType() + "', "
                + rule.geometry().pointOnSurface() + ")";
        String shape = plainPoint ? "moved" : geometryType().equals("Point") ? pointElse(shaped) : shaped;
        String typed = IntStream.range(0, columns().size())
                .mapToObj(i -> ", " + typed(i).value() + " as t" + i)
                .collect(Collectors.joining());
        return Sql.fill("""
                select *, $ as geom $
                from (select *, $ as moved from ($) valued offset 0) transformed
                offset 0
                """, Sql.of(shape), Sql.of(typed), Sql.of(moved), valued());
    }

    /** Nearly all points are points already, and need no call of a function. */
    private static String pointElse(String shaped) {
        return "case when geometrytype(moved) = 'POINT' and not st_isempty(moved) then st_force2d(moved) else " + shaped
                + " end";
    }

    String geometryType() {
        return target.geometry().orElseThrow().geometryType();
    }

    /** Adds {@code v0}, {@code v1}, …: what the words become, as text. */
    private Sql valued() {
        List<Sql> values = new ArrayList<>();
        for (int i = 0; i < columns().size(); i++) {
            List<Sql> ways = new ArrayList<>();
            List<Column> rules = rule.columns().get(columns().get(i));
            for (int k = 0; k < rules.size(); k++) {
                ways.add(ColumnSql.value(rules.get(k), "w" + i + "_" + k));
            }
            Sql first = ways.size() == 1 ? ways.get(0) : Sql.fill("coalesce($)", Sql.join(", ", ways));
            values.add(Sql.fill(", $ as v" + i, first));
        }
        Sql id = rule.id().from() == null
                ? Sql.of("id_word")
                : ColumnSql.value(rule.id().from(), "id_word");
        return Sql.fill("select *, $ as id $ from ($) worded offset 0", id, Sql.join("", values), record().words());
    }
}

package org.riskmap.filter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Rows;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/**
 * Seven places drawn by hand, one degree apart on a line eastward from 120°E 30°N (one degree of longitude there is
 * 96 486 m), with a column of each type and a null in most.
 *
 * <pre>
 * id  name         grade  load   ratio  price  open   day         at                    stands            geom
 * a   东屿         1      0.5    0.1    0.1    true   2020-01-01  2020-01-01T00:00:00Z  2020-01-01 00:00  POINT(120 30)
 * b   O'Neil       2      1.5    0.2    0.2    false  2020-06-01  2020-06-01T12:00:00Z  2020-06-01 12:00  POINT(121 30)
 * c   100%_done    3      2.5    0.3    0.3    null   2021-01-01  2021-01-01T00:00:00Z  2021-01-01 00:00  POINT(122 30)
 * d   null         null   null   null   null   null   null        null                  null              null
 * e   Abc          5      -1     0.5    5      true   2021-01-02  2021-01-02T00:00:00Z  2021-01-02 00:00  LINE(123 29, 123 31)
 * f   abc          6      1e10   0.6    6.60   false  2022-01-01  2022-01-01T00:00:00Z  2022-01-01 00:00  POLYGON 123.5..124.5, 29.5..30.5
 * g   12           7      12     0.7    12     true   2023-01-01  2023-01-01T00:00:00Z  2023-01-01 00:00  POINT(125 30)
 * </pre>
 */
final class PlacesTable {

    static final Subject SUBJECT = new Subject("place", "geom");

    private final Database database;
    private final TableShape shape;

    PlacesTable(Database database) {
        this.database = database;
        database.client().sql("create schema if not exists toy").update();
        database.client().sql("""
                        create table toy.place (
                            id text primary key, name text, grade integer, load float8, ratio float4, price numeric,
                            open boolean, day date, at timestamptz, stands timestamp, geom geometry(Geometry, 4490),
                            "量" integer, "odd"" name" text)
                        """).update();
        database.client().sql("""
                        insert into toy.place values
                        ('a', '东屿', 1, 0.5, 0.1, 0.1, true, '2020-01-01', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00', 'srid=4490;POINT(120 30)', 10, 'x'),
                        ('b', 'O''Neil', 2, 1.5, 0.2, 0.2, false, '2020-06-01', '2020-06-01T12:00:00Z', '2020-06-01T12:00:00', 'srid=4490;POINT(121 30)', 20, null),
                        ('c', '100%_done', 3, 2.5, 0.3, 0.3, null, '2021-01-01', '2021-01-01T00:00:00Z', '2021-01-01T00:00:00', 'srid=4490;POINT(122 30)', 30, null),
                        ('d', null, null, null, null, null, null, null, null, null, null, null, null),
                        ('e', 'Abc', 5, -1, 0.5, 5, true, '2021-01-02', '2021-01-02T00:00:00Z', '2021-01-02T00:00:00', 'srid=4490;LINESTRING(123 29, 123 31)', 50, null),
                        ('f', 'abc', 6, 1e10, 0.6, 6.60, false, '2022-01-01', '2022-01-01T00:00:00Z', '2022-01-01T00:00:00', 'srid=4490;POLYGON((123.5 29.5, 124.5 29.5, 124.5 30.5, 123.5 30.5, 123.5 29.5))', 60, null),
                        ('g', '12', 7, 12, 0.7, 12, true, '2023-01-01', '2023-01-01T00:00:00Z', '2023-01-01T00:00:00', 'srid=4490;POINT(125 30)', 70, null)
                        """).update();
        shape = database.shape("toy", "place").orElseThrow();
    }

    TableShape shape() {
        return shape;
    }

    /** As a service does it: checked, placed, cut in two. */
    SqlCondition condition(Filter filter) {
        Filters.check("filter", filter, shape);
        return Filters.sql(Filters.placed("filter", filter, Crs.STORAGE, Crs.STORAGE), shape, "place");
    }

    /** Ids by SQL and remainder, joined. */
    String bySql(Filter filter) {
        SqlCondition condition = condition(filter);
        var remainder = Filters.predicate(condition.remainder(), SUBJECT);
        return String.join(
                "",
                read(condition.sql(), condition.values()).stream()
                        .filter(remainder)
                        .map(Feature::id)
                        .toList());
    }

    /** Ids by the predicate alone, joined. */
    String inMemory(Filter filter) {
        var predicate = Filters.predicate(Filters.placed("filter", filter, Crs.STORAGE, Crs.STORAGE), SUBJECT);
        return String.join(
                "",
                read("true", List.of()).stream()
                        .filter(predicate)
                        .map(Feature::id)
                        .toList());
    }

    private List<Feature> read(String condition, List<? extends @Nullable Object> values) {
        String sql =
                "select id, ST_AsBinary(geom), name, grade, load, ratio, price, open, day, at, stands at time zone 'UTC', \"量\","
                        + " \"odd\"\" name\" from toy.place where " + condition + " order by id";
        List<String> names =
                List.of("name", "grade", "load", "ratio", "price", "open", "day", "at", "stands", "量", "odd\" name");
        List<Feature> features = new ArrayList<>();
        try (Rows rows = database.stream(new SqlQuery(sql, values), Duration.ofSeconds(10))) {
            while (rows.next()) {
                Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                properties.put("id", rows.text(1));
                for (int i = 0; i < names.size(); i++) {
                    properties.put(names.get(i), rows.value(i + 3));
                }
                features.add(new Feature(rows.text(1), rows.geometry(2), properties));
            }
        }
        return features;
    }
}

package org.riskmap.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;

class FiltersTest {

    @AutoClose
    private static TestDatabase test;

    private static PlacesTable places;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        places = new PlacesTable(test.database());
    }

    /** Ids worked out by hand from the table in {@link PlacesTable}; {@code -} means none, {@code sql} that all is SQL. */
    @ParameterizedTest(name = "{0} chooses {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INCLUDE                                          | abcdefg | sql
            EXCLUDE                                          | -       | sql
            name = '东屿'                                    | a       | sql
            name = 'O''Neil'                                 | b       | sql
            name <> 'abc'                                    | abcdeg  | sql
            NOT (name = 'abc')                               | abcdeg  | sql
            NOT (name = 'abc' OR grade > 2)                  | abd     | sql
            NOT (grade > 2 AND open = true)                  | abcdf   | sql
            name = 12                                        | g       | sql
            name > 'abc'                                     | a       | sql
            name >= 'abc' AND name <= 'abc'                  | f       | sql
            name < 'Abc'                                     | cg      | sql
            name LIKE 'a%'                                   | f       | sql
            name ILIKE 'a%'                                  | ef      | sql
            name LIKE '_bc'                                  | ef      | sql
            name LIKE '100\\%\\_%'                           | c       | sql
            name LIKE '%\\%%'                                | c       | sql
            name LIKE '东%'                                  | a       | sql
            name ILIKE '东%'                                 | a       | memory
            NOT (name LIKE '%b%')                            | abcdg   | sql
            name IS NULL                                     | d       | sql
            name IS NOT NULL                                 | abcefg  | sql
            grade = 2                                        | b       | sql
            grade = '2'                                      | b       | sql
            2 = grade                                        | b       | sql
            5 < grade                                        | fg      | sql
            grade = 2.0                                      | b       | sql
            grade = 2.5                                      | -       | sql
            grade > 2.5                                      | cefg    | sql
            grade = 'two'                                    | -       | sql
            grade <> 'two'                                   | abcdefg | sql
            grade BETWEEN 2 AND 5                            | bce     | sql
            NOT (grade BETWEEN 2 AND 5)                      | adfg    | sql
            grade IN (1, 7, 9)                               | ag      | sql
            grade NOT IN (1, 7)                              | bcdef   | sql
            name IN ('abc', 'Abc')                           | ef      | sql
            load = 0.5                                       | a       | sql
            load > 1e9                                       | f       | sql
            load < -0.5                                      | e       | sql
            ratio = 0.1                                      | a       | sql
            ratio >= 0.6                                     | fg      | sql
            price = 0.1                                      | a       | sql
            price = 6.6                                      | f       | sql
            price IN (0.2, 12)                               | bg      | sql
            open = true                                      | aeg     | sql
            open = 'false'                                   | bf      | sql
            open <> true                                     | bcdf    | sql
            grade + 1 = 3                                    | b       | sql
            grade * 2 > load + 3                             | ce      | sql
            grade / 2 = 0.5                                  | a       | sql
            12 / grade = 6                                   | b       | memory
            10 - grade = price                               | e       | memory
            grade = id                                       | -       | memory
            id = 'c'                                         | c       | sql
            IN ('place.a', 'g', 'other.b')                   | ag      | sql
            NOT IN ('place.a')                               | bcdefg  | sql
            "量" > 40                                        | efg     | sql
            量 > 40                                          | efg     | sql
            name = '量 id'                                   | -       | sql
            at AFTER 2021-01-01T00:00:00Z                    | efg     | sql
            at BEFORE 2020-06-01T12:00:00Z                   | a       | sql
            at TEQUALS 2020-06-01T20:00:00+08:00             | b       | sql
            at DURING 2020-01-01T00:00:00Z/2021-01-02T00:00:00Z | bc   | sql
            at DURING 2020-12-31T00:00:00Z/P3D               | ce      | sql
            at = '2021-01-01T00:00:00Z'                      | c       | sql
            at >= '2022-01-01'                               | fg      | sql
            at > 2021-01-01T00:00:00Z                        | efg     | sql
            NOT (at AFTER 2021-01-01T00:00:00Z)              | abcd    | sql
            at BETWEEN '2020-01-01T00:00:00Z' AND '2021-01-01T00:00:00Z' | abc | sql
            stands AFTER 2021-01-01T00:00:00Z                | efg     | sql
            stands = '2020-06-01T12:00:00'                   | b       | sql
            day = '2021-01-02'                               | e       | sql
            day BEFORE 2021-01-01T00:00:00Z                  | ab      | sql
            day > '2021-01-01T12:00:00Z'                     | efg     | sql
            BBOX(geom, 120.5, 29, 123, 31)                   | bce     | sql
            BBOX(geom, 120, 30, 120, 30)                     | a       | sql
            BBOX(geom, 29, 120.5, 31, 123, 'urn:ogc:def:crs:EPSG::4490') | bce | sql
            BBOX(geom, 120.5, 29, 123, 31, 'EPSG:4326')      | bce     | sql
            NOT (BBOX(geom, 120.5, 29, 123, 31))             | adfg    | sql
            INTERSECTS(geom, POINT(124 30))                  | f       | sql
            INTERSECTS(geom, SRID=3857;POINT(13803616.858365921 3503549.843504374)) | f | sql
            INTERSECTS(geom, ENVELOPE(122.5, 124, 29, 31))   | ef      | sql
            DISJOINT(geom, POLYGON((119 29, 122 29, 122 31, 119 31, 119 29))) | efg | sql
            TOUCHES(geom, LINESTRING(124.5 29, 124.5 31))    | f       | sql
            CROSSES(geom, LINESTRING(122.5 30, 125 30))      | ef      | sql
            WITHIN(geom, POLYGON((121.5 28, 126 28, 126 32, 121.5 32, 121.5 28))) | cefg | sql
            CONTAINS(geom, POINT(124 30))                    | f       | sql
            OVERLAPS(geom, POLYGON((124 29, 126 29, 126 31, 124 31, 124 29))) | f | sql
            EQUALS(geom, POINT(121 30))                      | b       | sql
            WITHIN(POINT(124 30), geom)                      | f       | sql
            DWITHIN(geom, POINT(121 30), 96000, meters)      | b       | sql
            DWITHIN(geom, POINT(121 30), 97, kilometers)     | abc     | sql
            BEYOND(geom, POINT(121 30), 97, kilometers)      | efg     | sql
            DWITHIN(geom, POINT(123.2 30), 20000, meters)    | e       | sql
            DWITHIN(geom, POINT(125.2 30), 12, nautical miles) | g     | sql
            geom IS NULL                                     | d       | sql
            strLength(name) = 3                              | ef      | memory
            strSubstring(name, 0, 2) = 'ab' AND grade = 6    | f       | memory
            strToUpperCase(name) = 'ABC' OR grade = 1        | aef     | memory
            geometryType(geom) = 'Point'                     | abcg    | memory
            NOT (strLength(name) = 3)                        | abcdg   | memory
            strLength(name) = 3 AND BBOX(geom, 123, 29, 123.4, 31) | e | memory
            """)
    void sql_and_memory_choose_the_same_rows(String ecql, String expected, String where) {
        Filter filter = Filters.ecql("cql_filter", ecql.replace("\\\\", "\\"));
        String ids = expected.equals("-") ? "" : expected;
        assertThat(places.inMemory(filter)).as("in memory").isEqualTo(ids);
        assertThat(places.bySql(filter)).as("by SQL").isEqualTo(ids);
        assertThat(places.condition(filter).complete()).isEqualTo(where.equals("sql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'x'' OR 1=1 --'",
                "name LIKE '%'' OR ''''='''",
                "name = 'x\\''; drop table toy.place; --'",
                "IN ('place.x'' OR ''1''=''1')",
                "grade = '1 OR 1=1'",
                "at = '2020-01-01''); delete from toy.place; --'",
                "strStartsWith(name, 'x'' OR 1=1 --') = true"
            })
    void values_never_become_sql(String ecql) {
        Filter filter = Filters.ecql("cql_filter", ecql);
        assertThat(places.bySql(filter)).isEmpty();
        assertThat(places.condition(filter).sql()).doesNotContain("OR 1", "drop", "delete");
        assertThat(places.bySql(Filter.INCLUDE)).isEqualTo("abcdefg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grade =",
                "",
                "grade = 1 AND",
                "nope(grade) = 1",
                "BBOX(geom, 3, 3, 1, 1)",
                "名 = 1",
                "INTERSECTS(geom, POLYGON((0 0, 1 1, 2 2)))",
                "INTERSECTS(geom, SRID=999999;POINT(1 2))",
                "DWITHIN(geom, POINT(1 2), 5, cubits)"
            })
    void what_is_not_ecql_is_an_error_that_names_the_input(String ecql) {
        assertThatThrownBy(() -> places.bySql(Filters.ecql("cql_filter", ecql))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_identifier_with_quotes_in_it_stays_an_identifier() {
        Filter filter = Filters.xml("filter", """
                <fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsEqualTo>
                  <fes:ValueReference>odd" name</fes:ValueReference><fes:Literal>x</fes:Literal>
                </fes:PropertyIsEqualTo></fes:Filter>""");
        assertThat(places.bySql(filter)).isEqualTo("a");
        assertThat(places.inMemory(filter)).isEqualTo("a");
    }

    @Test
    void a_property_that_is_not_there_is_named_beside_those_that_are() {
        assertThatThrownBy(() -> Filters.check("cql_filter", Filters.ecql("cql_filter", "nope = 1"), places.shape()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cql_filter")
                .hasMessageContaining("'nope'")
                .hasMessageContaining("grade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "nope", "gml:description"})
    void what_is_no_geometry_cannot_lie_in_a_box(String property) {
        Filter filter = Filters.xml("filter", """
                <BBOX xmlns:gml="http://www.opengis.net/gml/3.2"><ValueReference>%s</ValueReference>
                <gml:Envelope><gml:lowerCorner>1 2</gml:lowerCorner><gml:upperCorner>3 4</gml:upperCorner></gml:Envelope>
                </BBOX>""".formatted(property));
        assertThatThrownBy(() -> Filters.check("filter", filter, places.shape()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(property);
    }

    @ParameterizedTest
    @CsvSource({
        "After,  -292275055-05-16T16:47:04Z, true", "After, +292278994-08-17T07:12:55Z, false",
        "Before, +999999999-12-31T00:00:00Z, true", "Before, -292275055-05-16T16:47:04Z, false"
    })
    void times_that_no_database_holds_lie_before_or_after_all_others(String operator, String moment, boolean all) {
        Filter filter = Filters.xml("filter", """
                <%1$s><ValueReference>at</ValueReference><TimePeriod>
                <beginPosition>%2$s</beginPosition><endPosition>%2$s</endPosition></TimePeriod></%1$s>
                """.formatted(operator, moment));
        String dated = places.bySql(Filters.ecql("cql_filter", "at IS NOT NULL"));
        assertThat(places.bySql(filter)).isEqualTo(all ? dated : "");
        assertThat(places.inMemory(filter)).isEqualTo(all ? dated : "");
    }

    @Test
    void five_thousand_brackets_are_an_error_and_not_a_crash() {
        assertThatThrownBy(() -> Filters.ecql("cql_filter", "(".repeat(5000) + "grade=1" + ")".repeat(5000)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nested");
    }

    @Test
    void five_thousand_alternatives_are_an_ordinary_filter() {
        Filter filter = Filters.ecql("cql_filter", "grade = 1" + " OR grade = 2".repeat(5000));
        assertThat(places.bySql(filter)).isEqualTo("ab");
        assertThat(places.inMemory(filter)).isEqualTo("ab");
    }

    @Test
    void a_sum_of_five_thousand_terms_is_refused() {
        assertThatThrownBy(() -> Filters.ecql("cql_filter", "grade = 1" + "+1".repeat(5000)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_geometry_without_a_system_is_read_in_the_assumed_axis_order() {
        Filter filter = Filters.ecql("cql_filter", "BBOX(geom, 29, 120.5, 31, 121.5)");
        Filter northFirst = Filters.placed("cql_filter", filter, Crs.byAuthority(4490), Crs.STORAGE);
        assertThat(places.bySql(northFirst)).isEqualTo("b");
        assertThat(places.bySql(filter)).isEmpty();
    }

    @Test
    void a_bbox_uses_the_index_of_the_table() {
        SqlCondition condition = places.condition(Filters.ecql("f", "BBOX(geom, 120.5, 29, 123, 31)"));
        assertThat(condition.sql()).isEqualTo("(ST_Intersects(\"geom\", ST_GeomFromWKB(?, 4490)))");
    }
}

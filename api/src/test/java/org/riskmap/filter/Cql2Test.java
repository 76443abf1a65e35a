package org.riskmap.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.InvalidInput;

/** The forms of the standard's examples (OGC 21-065r2), against SQL written by hand over {@link PlacesTable}. */
class Cql2Test {

    @AutoClose
    private static TestDatabase test;

    private static PlacesTable places;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        places = new PlacesTable(test.database());
    }

    private static Filter text(String text) {
        return Filters.cql2Text("filter", text, places.shape().columns());
    }

    private static Filter json(String text) {
        return Filters.cql2Json("filter", text, places.shape().columns());
    }

    private static String ids(String where) {
        List<String> ids = test.database()
                .client()
                .sql("select id from toy.place where " + where + " order by id")
                .query(String.class)
                .list();
        return String.join("", ids);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name = '东屿'                              | name = '东屿'
            name = 'O''Neil'                           | name = 'O''Neil'
            name = 'O\\'Neil'                          | name = 'O''Neil'
            "name" <> 'abc'                            | name <> 'abc'
            NOT name = 'abc'                           | not name = 'abc'
            not (name = 'abc' or grade > 2)            | not (name = 'abc' or grade > 2)
            NOT (open = TRUE AND grade < 3)            | not (open = true and grade < 3)
            NOT NOT grade < 3                          | grade < 3
            name LIKE 'a%'                             | name like 'a%'
            name NOT LIKE 'a%'                         | name not like 'a%'
            name LIKE '_bc'                            | name like '_bc'
            name LIKE '100\\%\\_%'                     | name like '100\\%\\_%'
            CASEI(name) LIKE CASEI('AB%')              | name ilike 'ab%'
            casei(name) = casei('ABC')                 | lower(name) = 'abc'
            casei(name) = 'abc'                        | lower(name) = 'abc'
            casei(name) = 'ABC'                        | lower(name) = 'ABC'
            CASEI(name) IN (CASEI('ABC'), CASEI('X'))  | lower(name) in ('abc', 'x')
            CASEI(name) NOT IN (CASEI('ABC'))          | lower(name) not in ('abc')
            grade BETWEEN 2 AND 5                      | grade between 2 and 5
            grade NOT BETWEEN 2 AND 5                  | grade not between 2 and 5
            grade + 1 BETWEEN 2 AND 2 * 2              | grade + 1 between 2 and 4
            grade IN (1, 2, 9)                         | grade in (1, 2, 9)
            grade NOT IN (1, 2, 9)                     | grade not in (1, 2, 9)
            name IS NULL                               | name is null
            name IS NOT NULL                           | name is not null
            NOT name IS NULL                           | name is not null
            open = TRUE                                | open
            open <> FALSE                              | open <> false
            grade = 2 OR grade = 3 AND open = TRUE     | grade = 2 or grade = 3 and open
            (grade = 2 OR grade = 3) AND open = FALSE  | (grade = 2 or grade = 3) and not open
            grade * 2 + 1 > 10 - 1                     | grade * 2 + 1 > 9
            grade / 2 = 2.5                            | grade / 2.0 = 2.5
            -grade < -5                                | -grade < -5
            load = -1                                  | load = -1
            load < +1.5e1                              | load < 15
            load > grade                               | load > grade
            NOT load > grade                           | not load > grade
            量 >= 50                                   | "量" >= 50
            price = 6.6                                | price = 6.6
            grade = '2'                                | grade = '2'
            TRUE                                       | true
            FALSE OR grade = 1                         | grade = 1
            day = DATE('2021-01-01')                   | day = date '2021-01-01'
            at > TIMESTAMP('2020-06-01T12:00:00Z')     | at > '2020-06-01T12:00:00Z'
            NOT at > TIMESTAMP('2020-06-01T12:00:00Z') | not at > '2020-06-01T12:00:00Z'
            at BETWEEN DATE('2020-06-01') AND DATE('2021-01-01') | at between '2020-06-01Z' and '2021-01-01Z'
            T_AFTER(at, DATE('2021-01-01'))            | at > '2021-01-01Z'
            T_BEFORE(at, TIMESTAMP('2020-06-01T12:00:00Z')) | at < '2020-06-01T12:00:00Z'
            T_EQUALS(day, DATE('2021-01-01'))          | day = '2021-01-01'
            T_DURING(at, INTERVAL('2020-01-01', '2021-01-01')) | at > '2020-01-01Z' and at < '2021-01-01Z'
            T_INTERSECTS(at, INTERVAL('2020-06-01', '..')) | at >= '2020-06-01Z'
            NOT T_INTERSECTS(at, INTERVAL('2020-06-01', '..')) | at < '2020-06-01Z'
            T_DISJOINT(at, INTERVAL('..', '2020-06-01T12:00:00Z')) | at > '2020-06-01T12:00:00Z'
            T_INTERSECTS(at, INTERVAL('..', '..'))     | at is not null
            T_CONTAINS(INTERVAL('..', '2021-01-02'), at) | at < '2021-01-02Z'
            T_FINISHES(INTERVAL(at, '2022-01-01'), INTERVAL('2020-06-01', '2022-01-01')) | at > '2020-06-01Z'
            T_FINISHEDBY(INTERVAL(at, '..'), INTERVAL('2020-06-02', '..')) | at < '2020-06-02Z'
            T_STARTS(INTERVAL('2020-01-01', at), INTERVAL('2020-01-01', '2021-01-02')) | at < '2021-01-02Z'
            T_STARTEDBY(INTERVAL('2020-01-01', at), INTERVAL('2020-01-01', '2021-01-02')) | at > '2021-01-02Z'
            T_MEETS(INTERVAL('2020-01-01', at), INTERVAL('2021-01-01', '2022-01-01')) | at = '2021-01-01Z'
            T_METBY(INTERVAL(at, '..'), INTERVAL('2020-01-01', '2021-01-01')) | at = '2021-01-01Z'
            T_OVERLAPS(INTERVAL('2019-01-01', at), INTERVAL('2020-03-01', '2022-01-01')) | at > '2020-03-01Z' and at < '2022-01-01Z'
            T_OVERLAPPEDBY(INTERVAL(at, '2024-01-01'), INTERVAL('2020-03-01', '2022-01-01')) | at > '2020-03-01Z' and at < '2022-01-01Z'
            T_INTERSECTS(INTERVAL(day, at), INTERVAL('2020-06-01', '2020-06-01T06:00:00Z')) | day <= '2020-06-01' and at >= '2020-06-01Z'
            S_INTERSECTS(geom, POINT(122 30))          | id = 'c'
            S_INTERSECTS(geom, BBOX(120.5, 29, 122.5, 31)) | id in ('b', 'c')
            S_INTERSECTS(BBOX(120.5, 29, 0, 122.5, 31, 9), geom) | id in ('b', 'c')
            NOT S_INTERSECTS(geom, BBOX(120.5, 29, 122.5, 31)) | geom is not null and id not in ('b', 'c')
            S_WITHIN(geom, POLYGON((123 29, 125 29, 125 31, 123 31, 123 29))) | id = 'f'
            S_CONTAINS(geom, POINT(124 30))            | id = 'f'
            S_DISJOINT(geom, POLYGON((119 29, 123 29, 123 31, 119 31, 119 29))) | id in ('f', 'g')
            S_TOUCHES(geom, LINESTRING(123 31, 123.2 32)) | id = 'e'
            S_CROSSES(geom, LINESTRING(122.5 30, 123.2 30)) | id = 'e'
            S_OVERLAPS(geom, POLYGON((124 29, 126 29, 126 31, 124 31, 124 29))) | id = 'f'
            S_EQUALS(geom, POINT Z(121 30 5))          | id = 'b'
            S_INTERSECTS(geom, MULTIPOINT((120 30), (125 30))) | id in ('a', 'g')
            S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(120 30), LINESTRING(121 29, 121 31))) | id in ('a', 'b')
            """)
    void text_chooses_the_rows_that_sql_chooses(String cql2, String sql) {
        assertThat(places.bySql(text(cql2))).isEqualTo(ids(sql));
        assertThat(places.inMemory(text(cql2))).isEqualTo(ids(sql));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"=","args":[{"property":"name"},"东屿"]}                                             | name = '东屿'
            {"op":"and","args":[{"op":">","args":[{"property":"grade"},1]},{"op":"not","args":[{"op":"=","args":[{"property":"open"},true]}]}]} | grade > 1 and not open
            {"op":"or","args":[{"op":"isNull","args":[{"property":"name"}]},{"op":"like","args":[{"property":"name"},"a%"]}]} | name is null or name like 'a%'
            {"op":"in","args":[{"property":"grade"},[1,2,9]]}                                          | grade in (1, 2, 9)
            {"op":"between","args":[{"property":"load"},0.5,2.5]}                                      | load between 0.5 and 2.5
            {"op":"=","args":[{"op":"casei","args":[{"property":"name"}]},{"op":"casei","args":["ABC"]}]} | lower(name) = 'abc'
            {"op":">","args":[{"op":"+","args":[{"property":"grade"},{"op":"*","args":[2,{"property":"grade"}]}]},8]} | grade * 3 > 8
            {"op":"<=","args":[{"property":"day"},{"date":"2020-06-01"}]}                              | day <= '2020-06-01'
            {"op":"t_during","args":[{"property":"at"},{"interval":["2020-01-01T00:00:00Z","2021-01-01"]}]} | at > '2020-01-01Z' and at < '2021-01-01Z'
            {"op":"t_intersects","args":[{"interval":[{"property":"day"},{"property":"at"}]},{"interval":["..",{"timestamp":"2020-06-01T06:00:00Z"}]}]} | day <= '2020-06-01' and at is not null
            {"op":"t_before","args":[{"property":"at"},{"timestamp":"2020-06-01T12:00:00Z"}]}          | at < '2020-06-01T12:00:00Z'
            {"op":"s_intersects","args":[{"property":"geom"},{"bbox":[120.5,29,122.5,31]}]}            | id in ('b', 'c')
            {"op":"s_within","args":[{"property":"geom"},{"type":"Polygon","coordinates":[[[123,29],[125,29],[125,31],[123,31],[123,29]]]}]} | id = 'f'
            {"op":"s_intersects","args":[{"property":"geom"},{"type":"MultiLineString","coordinates":[[[120,29],[120,31]],[[121,29],[121,31]]]}]} | id in ('a', 'b')
            {"op":"s_intersects","args":[{"property":"geom"},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[120,30]},{"type":"MultiPoint","coordinates":[[125,30]]}]}]} | id in ('a', 'g')
            """)
    void json_chooses_the_rows_that_sql_chooses(String cql2, String sql) {
        assertThat(places.bySql(json(cql2))).isEqualTo(ids(sql));
        assertThat(places.inMemory(json(cql2))).isEqualTo(ids(sql));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nosuch = 1                        | there is no property 'nosuch'
            "gml:name" = 'x'                  | there is no property 'gml:name'
            @id = 'a'                         | character 1
            name =                            | the text ends
            name = 'abc                       | belongs to nothing
            = 1                               | '=' stands where
            grade > > 1                       | '>' stands where
            grade > 1 grade                   | 'grade' stands where
            (grade > 1                        | the text ends
            grade > 1)                        | ')' stands where
            grade                             | a value stands where a condition
            grade AND open = TRUE             | a value stands where a condition
            grade = 'abc'                     | is a number and 'abc' is a text
            name = 5                          | is a text and 5 is a number
            geom = 5                          | is a geometry
            (grade > 1) = TRUE                | is a condition
            grade LIKE '5%'                   | LIKE needs a text
            name LIKE grade                   | LIKE has no pattern
            name + 1 > 5                      | '+' needs a number
            grade IN ()                       | IN has no list
            S_INTERSECTS(name, POINT(1 2))    | needs a geometry
            S_INTERSECTS(geom, POINT(1))      | not well-known text
            S_INTERSECTS(geom, POINT(1 0 2, 3 4)) | not well-known text
            S_INTERSECTS(geom, POINT(1 NaN))  | finite
            S_INTERSECTS(geom)                | has 1 arguments
            S_DWITHIN(geom, POINT(1 2))       | not an operator
            S_INTERSECTS(geom, BBOX(5,5,1,1)) | lower corner
            S_INTERSECTS(geom, BBOX(1,2,3))   | BBOX has 3 numbers
            T_AFTER(grade, DATE('2020-01-01')) | needs a time
            T_DURING(at, DATE('2020-01-01'))  | needs an interval
            at > TIMESTAMP('2020-01-01')      | not a time stamp
            at > DATE('2020-13-01')           | not a date
            T_DURING(at, INTERVAL('2021-01-01','2020-01-01')) | ends before it begins
            A_CONTAINS(name, ['a'])           | no property here is one
            accenti(name) = 'a'               | is a condition
            frobnicate(name) = 'a'            | is a condition
            frobnicate(name)                  | not an operator or function
            grade > 1e999999999               | out of range
            grade % 2 = 1                     | is a condition
            """)
    void text_that_means_nothing_is_refused_with_its_reason(String cql2, String reason) {
        assertThatThrownBy(() -> text(cql2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("filter: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name = 'a'                                              | not JSON
            {"op":"="}                                              | has no args
            {"op":"=","args":[{"property":"name"}]}                 | has 1 arguments
            {"op":"and","args":[true]}                              | has 1 arguments
            {"op":5,"args":[]}                                      | the member op
            {"property":"name"}                                     | a value stands where a condition
            {"what":"name"}                                         | nothing that CQL2 has
            null                                                    | nothing that CQL2 has
            []                                                      | a value stands where a condition
            {"op":"=","args":[{"property":"nosuch"},1]}             | there is no property 'nosuch'
            {"op":"s_within","args":[{"property":"geom"},{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}]} | cannot be built
            {"op":"s_within","args":[{"property":"geom"},{"type":"Circle","coordinates":[1,2]}]} | no type of geometry
            {"op":"s_within","args":[{"property":"geom"},{"type":"Point","coordinates":["1",2]}]} | not a number
            {"op":"s_within","args":[{"property":"geom"},{"type":"Point"}]} | no array coordinates
            {"op":"t_after","args":[{"property":"at"},{"interval":["2020-01-01"]}]} | two ends
            """)
    void json_that_means_nothing_is_refused_with_its_reason(String cql2, String reason) {
        assertThatThrownBy(() -> json(cql2)).isInstanceOf(InvalidInput.class).hasMessageContaining(reason);
    }

    @Test
    void what_is_nested_too_deep_or_has_too_many_values_is_refused_at_once() {
        assertRefused("(".repeat(300) + "grade = 1" + ")".repeat(300), "200 deep");
        assertRefused("NOT ".repeat(20_000) + "grade = 1", "200 deep");
        assertRefused("-".repeat(20_000) + "1 = grade", "200 deep");
        assertRefused("1" + "+1".repeat(20_000) + " = grade", "200 deep");
        assertRefused("grade IN (1" + ",1".repeat(20_000) + ")", "5000 values");
        assertRefused("name = '" + "a".repeat(200_000) + "'", "characters");
        assertRefused("S_INTERSECTS(geom, " + "GEOMETRYCOLLECTION(".repeat(300) + ")".repeat(301), "200 deep");
        String not = "{\"op\":\"not\",\"args\":[";
        assertThatThrownBy(() -> json(not.repeat(300) + "true" + "]}".repeat(300)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> json("[".repeat(20_000))).isInstanceOf(InvalidInput.class);
    }

    private static void assertRefused(String cql2, String reason) {
        assertThatThrownBy(() -> text(cql2)).isInstanceOf(InvalidInput.class).hasMessageContaining(reason);
    }

    @Test
    void five_thousand_values_go_to_the_database_bound() {
        String list = "1" + ",8".repeat(4900);
        assertThat(places.bySql(text("grade IN (" + list + ")"))).isEqualTo("a");
        assertThat(places.condition(text("grade IN (" + list + ")")).complete()).isTrue();
    }

    @Test
    void values_are_bound_and_never_part_of_the_sql() {
        SqlCondition condition = places.condition(text("name = '''; drop table toy.place; --' AND NOT grade = 4242"));
        assertThat(condition.sql()).doesNotContain("drop").doesNotContain("4242");
        assertThat(condition.complete()).isTrue();
    }
}

package org.riskmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.TimeDimension;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.Layers;
import org.springframework.web.ErrorResponseException;

/**
 * Parameters against four fires.
 *
 * <pre>
 * a  2024-07-01 00:00:00 – 06:00:00        179.5°E 10°N
 * b  2024-07-01 23:59:59 – open           -179.5°E 10°N
 * c  2024-07-02 00:00:00 – 2024-07-03      120°E 30°N
 * d  never                                   0°E 0°N
 * </pre>
 */
class ParametersTest {

    @AutoClose
    private static TestDatabase test;

    private static FeatureLayer fires;
    private static final FeatureReader READER = new FeatureReader();

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        test.database().client().sql("create schema toy").update();
        test.database()
                .client()
                .sql(
                        "create table toy.fire (id text primary key, seen timestamptz, gone timestamptz, geom geometry(Point, 4490))")
                .update();
        test.database().client().sql("""
                        insert into toy.fire values
                        ('a', '2024-07-01T00:00:00Z', '2024-07-01T06:00:00Z', st_point(179.5, 10, 4490)),
                        ('b', '2024-07-01T23:59:59Z', null, st_point(-179.5, 10, 4490)),
                        ('c', '2024-07-02T00:00:00Z', '2024-07-03T00:00:00Z', st_point(120, 30, 4490)),
                        ('d', null, null, st_point(0, 0, 4490))""").update();
        fires = Layers.of(test.database(), "toy", "fire");
    }

    private static String ids(Filter filter) {
        StringBuilder ids = new StringBuilder();
        FeatureQuery query = FeatureQuery.all().withFilter(filter).withPage(0, 100L);
        try (var cursor = READER.read(fires, query)) {
            while (cursor.next()) {
                ids.append(cursor.feature().id());
            }
        }
        return ids.toString();
    }

    private static TimeDimension time(String end) {
        return new TimeDimension(
                "seen", end, TimeDimension.Presentation.LIST, null, TimeDimension.Default.MAXIMUM, null);
    }

    @ParameterizedTest(name = "{0} finds {1}, with ends {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-07-01                                | ab  | ab
            2024-07-02                                | c   | bc
            2024-07-01T23:59:59Z                      | b   | b
            2024-07-02T07:59:59+08:00                 | b   | b
            2024-07-01T12:00:00Z                      | ''  | ''
            2024-07-01T05:00:00Z                      | ''  | a
            2024-07-02/..                             | c   | bc
            ../2024-07-01T12:00:00Z                   | a   | a
            /2024-07-01                               | ab  | ab
            2024-07-01T12:00:00Z/2024-07-02T00:00:00Z | bc  | bc
            ../..                                     | abcd | abcd
            """)
    void datetime_finds_what_lies_in_it(String text, String instants, String spans) {
        assertThat(ids(DatetimeParameter.filter(text, time(null), READER.schema(fires))))
                .isEqualTo(instants);
        assertThat(ids(DatetimeParameter.filter(text, time("gone"), READER.schema(fires))))
                .isEqualTo(spans);
    }

    @Test
    void features_of_a_layer_without_a_time_are_at_all_times() {
        assertThat(ids(DatetimeParameter.filter("1999-01-01", null, READER.schema(fires))))
                .isEqualTo("abcd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-13-01", "2024-07-01T00:00:00", "a/b/c", "2024-07-02/2024-07-01", "2024"})
    void datetime_that_is_none_is_refused(String text) {
        assertThatThrownBy(() -> DatetimeParameter.filter(text, null, READER.schema(fires)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo("datetime"));
    }

    @ParameterizedTest(name = "{0} in {1} finds {2}")
    @CsvSource(delimiter = '|', textBlock = """
            119,29,121,31      | http://www.opengis.net/def/crs/OGC/1.3/CRS84  | c
            119,29,0,121,31,9  | http://www.opengis.net/def/crs/OGC/1.3/CRS84  | c
            29,119,31,121      | http://www.opengis.net/def/crs/EPSG/0/4490    | c
            30,120,30,120      | http://www.opengis.net/def/crs/EPSG/0/4326    | c
            30,29,31,60        | http://www.opengis.net/def/crs/EPSG/0/4490    | ''
            179,9,-179,11      | http://www.opengis.net/def/crs/OGC/1.3/CRS84  | ab
            9,179,11,-179      | http://www.opengis.net/def/crs/EPSG/0/4326    | ab
            -1,-1,180,30       | http://www.opengis.net/def/crs/OGC/1.3/CRS84  | acd
            13358000,3503000,13359000,3504000 | http://www.opengis.net/def/crs/EPSG/0/3857 | c
            3320000,490000,3330000,510000     | http://www.opengis.net/def/crs/EPSG/0/4549 | c
            """)
    void bbox_is_read_in_its_own_order_and_across_the_date_line(String text, String crs, String found) {
        assertThat(ids(BboxParameter.filter(text, Crs.parse("bbox-crs", crs), fires.nativeCrs())))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,2,3", "1,2,3,4,5", "a,2,3,4", "1,2,3,NaN", "1,2,3,Infinity", "1,9,3,4", "0,0,200,10", ",,,"})
    void bbox_that_is_none_is_refused(String text) {
        assertThatThrownBy(() -> BboxParameter.filter(text, Crs.CRS84, Crs.STORAGE))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo("bbox"));
    }

    @Test
    void bbox_where_no_earth_is_names_the_parameter() {
        assertThatThrownBy(() -> BboxParameter.filter("1e30,1e30,2e30,2e30", Crs.byAuthority(4549), Crs.STORAGE))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo("bbox"));
    }

    @Test
    void a_county_is_offered_in_the_zones_around_it_and_a_world_in_none() {
        List<String> county = uris(new Envelope(119.4, 27.3, 119.9, 27.8));
        assertThat(county)
                .startsWith(NamedCrs.CRS84.uri(), "http://www.opengis.net/def/crs/EPSG/0/4490")
                .contains(
                        "http://www.opengis.net/def/crs/EPSG/0/3857",
                        "http://www.opengis.net/def/crs/EPSG/0/4528",
                        "http://www.opengis.net/def/crs/EPSG/0/4549")
                .doesNotHaveDuplicates();
        assertThat(uris(new Envelope(-180, -90, 180, 90)))
                .containsExactly(
                        NamedCrs.CRS84.uri(),
                        "http://www.opengis.net/def/crs/EPSG/0/4490",
                        "http://www.opengis.net/def/crs/EPSG/0/4326");
    }

    private static List<String> uris(Envelope box) {
        return NamedCrs.of(fires, box).stream().map(NamedCrs::uri).toList();
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML
            application/geo+json, application/json      | JSON
            application/json;q=0.5, text/html;q=0.4     | JSON
            */*                                         | JSON
            text/*                                      | HTML
            application/vnd.oai.openapi+json;version=3.0 | JSON
            text/html;q=0, */*                          | JSON
            nonsense                                    | JSON
            """)
    void the_header_chooses_the_form(String accept, Representation form) {
        assertThat(Representation.of(Optional.empty(), accept)).isEqualTo(form);
    }

    @Test
    void the_parameter_goes_before_the_header_and_what_is_not_offered_is_refused() {
        assertThat(Representation.of(Optional.of("json"), "text/html")).isEqualTo(Representation.JSON);
        assertThat(Representation.of(Optional.of("application/geo+json"), "text/html"))
                .isEqualTo(Representation.JSON);
        assertThatThrownBy(() -> Representation.of(Optional.of("xml"), null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Representation.of(Optional.empty(), "image/png"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(406));
    }
}

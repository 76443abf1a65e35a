package org.riskmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.ForeignProgram;
import org.riskmap.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feature API on the demo county, against SQL on its tables and with clients that were not written for it. */
class FeaturesApiIT {

    private static final String BASE = "/geoserver/ogc/features/v1";
    private static final String SHELTERS = BASE + "/collections/risk:shelter/items";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private final RunningService service = RunningService.shared();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode json(String address) {
        HttpResponse<String> answer = service.get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private List<String> ids(String table, String where) {
        return service.database()
                .client()
                .sql("select id from risk." + table + " where " + where + " order by id")
                .query(String.class)
                .list();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("features")
                .valueStream()
                .map(feature -> feature.at("/properties/id").asString())
                .toList();
    }

    // documents ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"/geoserver", "/geoserver/risk", "/geoserver/risk/shelter"})
    void the_openapi_document_is_valid_and_refers_to_nothing_outside(String scope) {
        String document = service.get(scope + "/ogc/features/v1/openapi").body();
        ParseOptions options = new ParseOptions();
        options.setValidateInternalRefs(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document, List.of(), options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).containsKey("/collections/{collectionId}/items");
        assertThat(document).doesNotContainPattern("\"\\$ref\":\"[^#]");
    }

    @Test
    void every_link_of_the_documents_is_answered_with_the_type_that_it_says() {
        List<String> documents = List.of(
                BASE, BASE + "/collections", BASE + "/collections/risk:shelter", SHELTERS + "?limit=1&offset=1");
        for (String document : documents) {
            for (JsonNode link : json(document).get("links")) {
                URI address = URI.create(link.get("href").asString());
                HttpResponse<String> answer = service.get(
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
                assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(address.toString())
                        .startsWith(link.get("type").asString().split(";")[0]);
            }
        }
    }

    @Test
    void a_document_that_somebody_has_already_is_not_sent_again() {
        for (String address : List.of(BASE, BASE + "/openapi", SHELTERS + "/shelter.demo-shelter-001")) {
            String tag = service.get(address).headers().firstValue("ETag").orElseThrow();
            assertThat(service.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void queryables_name_the_columns_with_their_types() {
        JsonNode properties =
                json(BASE + "/collections/risk:shelter/queryables").get("properties");
        assertThat(properties.at("/capacity/type").asString()).isEqualTo("integer");
        assertThat(properties.at("/geom/format").asString()).isEqualTo("geometry-point");
        assertThat(properties.at("/updated_at/format").asString()).isEqualTo("date-time");
    }

    // features -------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            shelter    | filter=capacity >= 100 AND name LIKE '云%'                 | capacity >= 100 and name like '云%'
            shelter    | filter=NOT suited_hazards LIKE '%fire%'                    | not suited_hazards like '%fire%'
            shelter    | filter=status IN ('closed') OR effective_area_m2 / capacity < 2 | status in ('closed') or effective_area_m2 / capacity < 2
            shelter    | filter=S_WITHIN(geom,POLYGON((119.5 27.4,119.8 27.4,119.8 27.7,119.5 27.4))) | st_within(geom, 'srid=4490;POLYGON((119.5 27.4,119.8 27.4,119.8 27.7,119.5 27.4))')
            shelter    | filter-crs=http://www.opengis.net/def/crs/EPSG/0/4490&filter=S_INTERSECTS(geom,BBOX(27.5,119.6,27.7,119.7)) | geom && st_makeenvelope(119.6,27.5,119.7,27.7,4490)
            shelter    | filter-lang=cql2-json&filter={"op":"<","args":[{"property":"capacity"},50]} | capacity < 50
            shelter    | filter-lang=ecql-text&filter=BBOX(geom,119.6,27.5,119.7,27.7) | geom && st_makeenvelope(119.6,27.5,119.7,27.7,4490)
            shelter    | tier=county&status=open                                    | tier = 'county' and status = 'open'
            settlement | bbox=119.6,27.5,119.7,27.6&filter=population > 100         | geom && st_makeenvelope(119.6,27.5,119.7,27.6,4490) and population > 100
            settlement | bbox=27.5,119.6,27.6,119.7&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4490 | geom && st_makeenvelope(119.6,27.5,119.7,27.6,4490)
            road       | filter=S_CROSSES(geom,LINESTRING(119.5 27.5,119.9 27.8))   | st_crosses(geom, 'srid=4490;LINESTRING(119.5 27.5,119.9 27.8)')
            geohazard_zone | filter=T_AFTER(updated_at,DATE('2020-01-01')) AND threatened_persons IS NOT NULL | updated_at > '2020-01-01Z' and threatened_persons is not null
            fire_point | datetime=2000-01-01/2024-12-31                             | detected_at >= '2000-01-01Z' and detected_at < '2025-01-01Z'
            """)
    void a_filter_finds_the_rows_that_sql_finds(String layer, String query, String where) {
        StringBuilder address = new StringBuilder(BASE + "/collections/risk:" + layer + "/items?limit=10000&sortby=id");
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            address.append('&').append(parts[0]).append('=').append(encoded(parts[1]));
        }
        JsonNode page = json(address.toString());
        assertThat(ids(page)).containsExactlyInAnyOrderElementsOf(ids(layer, where));
        assertThat(page.get("numberMatched").asInt())
                .isEqualTo(ids(layer, where).size());
    }

    @Test
    void pages_follow_each_other_through_their_links_and_together_are_all() {
        List<String> seen = new ArrayList<>();
        String address = SHELTERS + "?limit=60&sortby=-capacity&filter=" + encoded("status = 'open'");
        String previous = null;
        while (address != null) {
            JsonNode page = json(address);
            seen.addAll(ids(page));
            assertThat(page.get("numberReturned").asInt())
                    .isEqualTo(page.get("features").size());
            previous = link(page, "prev");
            address = link(page, "next");
        }
        assertThat(previous).isNotNull();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(seen)).isEqualTo(new TreeSet<>(ids("shelter", "status = 'open'")));
    }

    private static String link(JsonNode page, String relation) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asString().equals(relation)) {
                URI address = URI.create(link.get("href").asString());
                return address.getRawPath() + "?" + address.getRawQuery();
            }
        }
        return null;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"4490,true", "4326,true", "3857,false", "4549,true", "4528,true"})
    void positions_come_in_the_order_of_the_system_asked_for(int code, boolean northFirst) {
        HttpResponse<String> answer = service.get(SHELTERS + "/demo-shelter-001?crs=" + encoded(EPSG + code));
        assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + EPSG + code + ">");
        JsonNode position = JsonMapper.shared().readTree(answer.body()).at("/geometry/coordinates");
        Map<String, Object> expected = service.database()
                .client()
                .sql("select st_x(g) x, st_y(g) y from (select st_transform(geom, " + code
                        + ") g from risk.shelter where id = 'demo-shelter-001') t")
                .query()
                .singleRow();
        assertThat(position.get(northFirst ? 1 : 0).asDouble()).isCloseTo((Double) expected.get("x"), within(0.002));
        assertThat(position.get(northFirst ? 0 : 1).asDouble()).isCloseTo((Double) expected.get("y"), within(0.002));
    }

    @Test
    void asked_for_nothing_else_positions_are_longitude_first_and_only_the_properties_asked_for_come() {
        HttpResponse<String> answer = service.get(SHELTERS + "?limit=1&properties=name,tier");
        assertThat(answer.headers().firstValue("Content-Crs"))
                .contains("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        JsonNode feature = JsonMapper.shared().readTree(answer.body()).at("/features/0");
        assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(119.0, 120.0);
        assertThat(feature.get("properties").propertyNames()).containsExactly("name", "tier");
    }

    // mistakes -------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0} is a mistake in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ?filter=nosuch > 1                  | filter      | there is no property 'nosuch'
            ?filter=capacity >                  | filter      | the text ends
            ?filter=                            | filter      | it is empty
            ?filter={}&filter-lang=cql2-json    | filter      | nothing that CQL2 has
            ?filter=nosuch=1&filter-lang=ecql-text | filter   | there is no property 'nosuch'
            ?filter-lang=sql&filter=1           | filter-lang | not offered
            ?filter-crs=EPSG:1&filter=TRUE      | filter-crs  | not among the collection's systems
            ?bbox=1,2,3                         | bbox        | 3 numbers
            ?bbox=120,30,110,20                 | bbox        | lower corner
            ?bbox=1,2,3,4&bbox-crs=x            | bbox-crs    | not among
            ?crs=http://www.opengis.net/def/crs/EPSG/0/2154 | crs | not among
            ?datetime=yesterday                 | datetime    | is not a time
            ?limit=0                            | limit       | whole number from 1
            ?limit=many                         | limit       | whole number
            ?offset=-1                          | offset      | whole number from 0
            ?sortby=nosuch                      | sortby      | no property 'nosuch'
            ?sortby=geom                        | sortby      | no property 'geom'
            ?properties=nosuch                  | properties  | no property 'nosuch'
            ?capacity=many                      | capacity    | not a number
            ?standardised=maybe                 | standardised | neither true nor false
            ?nosuch=1                           | nosuch      | no parameter of this name
            ?f=xml                              | f           | say json or html
            ?lang=fr                            | lang        | say en or zh
            ?limit=1&limit=2                    | limit       | give it once
            /demo-shelter-001?limit=1           | limit       | no parameter of this name
            /demo-shelter-001?crs=x             | crs         | not among
            """)
    void a_mistake_is_a_400_that_names_the_parameter_at_once(String rest, String input, String reason) {
        String query = rest.indexOf('?') < 0 ? "" : rest.substring(rest.indexOf('?') + 1);
        StringBuilder address = new StringBuilder(SHELTERS + rest.substring(0, rest.indexOf('?')) + "?");
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            address.append(parts[0]).append('=').append(encoded(parts[1])).append('&');
        }
        Instant asked = Instant.now();
        HttpResponse<String> answer = service.get(address.toString());
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("input").asString()).isEqualTo(input);
        assertThat(problem.get("detail").asString()).contains(reason);
    }

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource({
        "/collections/nosuch,404",
        "/collections/risk:nosuch/items,404",
        "/collections/risk:shelter/items/nosuch,404",
        "/collections/risk:one_map,404",
        "/collections/risk:hillshade/items,404",
        "/nosuch,404",
        "/collections?limit=1,400",
        "/conformance?x=1,400",
        "?x=1,400",
        "/openapi?f=yaml,400",
        "/collections/risk:shelter/queryables?f=xml,400",
        "/collections/risk:shelter/items?filter=%ff,400",
        "/collections/risk:shelter/items?bbox=%,400",
        "/collections/risk:shelter/items/%00,400"
    })
    void what_is_not_there_or_cannot_be_read_is_said_and_never_a_500(String rest, int status) {
        HttpResponse<String> answer = rawGet(BASE + rest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    /** As typed, also where it is no URI. */
    private HttpResponse<String> rawGet(String address) {
        return service.get(address.replace("bbox=%", "bbox=%25"));
    }

    @Test
    void a_workspace_that_is_not_there_is_a_404() {
        assertThat(service.get("/geoserver/nosuch/ogc/features/v1").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/geoserver/risk/nosuch/ogc/features/v1").statusCode())
                .isEqualTo(404);
    }

    // people ---------------------------------------------------------------------------------------------------

    @Test
    void every_page_for_people_comes_in_both_languages_without_scripts_and_with_texts_escaped() {
        for (String page : List.of(
                BASE,
                BASE + "/conformance",
                BASE + "/openapi",
                BASE + "/collections",
                BASE + "/collections/risk:shelter",
                BASE + "/collections/risk:shelter/queryables",
                SHELTERS,
                SHELTERS + "/demo-shelter-001")) {
            String english = service.get(page, "Accept", "text/html", "Accept-Language", "en")
                    .body();
            String chinese = service.get(page, "Accept", "text/html", "Accept-Language", "zh-CN")
                    .body();
            assertThat(english)
                    .startsWith("<!DOCTYPE html>")
                    .contains("lang=\"en\"")
                    .doesNotContain("<script");
            assertThat(chinese).contains("lang=\"zh\"").isNotEqualTo(english);
        }
        String attack = service.get(SHELTERS + "?f=html&filter=" + encoded("name <> '\"><script>alert(1)</script>'"))
                .body();
        assertThat(attack).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void each_value_of_a_table_stands_below_its_columns_name() {
        String page = service.get(SHELTERS + "?f=html&limit=1&filter=" + encoded("id = 'demo-shelter-001'"))
                .body();
        List<String> names = cells(page, "th");
        List<String> values = cells(page, "td");
        Map<String, Object> row = service.database()
                .client()
                .sql("select * from risk.shelter where id = 'demo-shelter-001'")
                .query()
                .singleRow();
        assertThat(values).hasSameSizeAs(names);
        for (String column : List.of("id", "name", "capacity", "tier", "status", "admin_code", "source")) {
            assertThat(values.get(names.indexOf(column))).as(column).isEqualTo(String.valueOf(row.get(column)));
        }
    }

    private static List<String> cells(String page, String element) {
        return Pattern.compile("<" + element + ">(.*?)</" + element + ">")
                .matcher(page)
                .results()
                .map(cell -> cell.group(1).replaceAll("<[^>]*>", ""))
                .toList();
    }

    // clients --------------------------------------------------------------------------------------------------

    private String gdal(String... command) {
        return ForeignProgram.output(3, Map.of("GDAL_HTTP_TIMEOUT", "60", "CPL_DEBUG", "OFF"), command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelter", "admin_area", "road", "geohazard_zone"})
    void gdal_counts_as_many_features_as_the_table_has_rows(String layer) {
        String printed = gdal("ogrinfo", "-ro", "-so", "OAPIF:" + service.base() + BASE, "risk:" + layer);
        assertThat(printed).contains("Feature Count: " + ids(layer, "true").size());
    }

    @Test
    void gdal_reads_whole_layers_and_filters_by_box_and_attribute() {
        String source = "OAPIF:" + service.base() + BASE;
        String all = gdal("ogrinfo", "-ro", "-al", "-oo", "PAGE_SIZE=100", source, "risk:shelter");
        assertThat(all.split("OGRFeature\\(", -1))
                .hasSize(ids("shelter", "true").size() + 1);
        assertThat(gdal("ogrinfo", "-ro", "-so", source, "risk:settlement", "-spat", "119.6", "27.5", "119.7", "27.6"))
                .contains("Feature Count: "
                        + ids("settlement", "geom && st_makeenvelope(119.6,27.5,119.7,27.6,4490)")
                                .size());
        assertThat(gdal("ogrinfo", "-ro", "-so", source, "risk:shelter", "-where", "tier='county' AND capacity > 200"))
                .contains("Feature Count: "
                        + ids("shelter", "tier = 'county' and capacity > 200").size());
    }

    @Test
    void gdal_learns_the_types_of_columns_that_no_feature_has_a_value_of() {
        String printed = gdal("ogrinfo", "-ro", "-so", "OAPIF:" + service.base() + BASE, "risk:run_coverage");
        assertThat(printed)
                .contains("travel_time_s: Integer")
                .contains("distance_m: Real")
                .contains("updated_at: DateTime");
    }

    @Test
    void owslib_reads_documents_pages_filters_and_single_features() {
        JsonNode read = JsonMapper.shared()
                .readTree(ForeignProgram.output(
                        3,
                        Map.of(
                                "URL", service.base() + BASE,
                                "FILTER", "capacity > 250",
                                "PYTHONWARNINGS", "ignore"),
                        "/usr/bin/python3",
                        "src/test/resources/clients/owslib_oapif.py"));
        assertThat(read.get("collections").valueStream().map(JsonNode::asString))
                .contains("risk:shelter", "risk:road");
        assertThat(read.get("conforms").valueStream().map(JsonNode::asString))
                .contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core");
        assertThat(read.get("queryables").valueStream().map(JsonNode::asString)).contains("capacity");
        assertThat(read.get("matched").asInt())
                .isEqualTo(ids("shelter", "geom && st_makeenvelope(119.5,27.4,119.8,27.7,4490)")
                        .size());
        assertThat(read.get("returned").asInt()).isEqualTo(7);
        assertThat(read.get("filtered").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(ids("shelter", "capacity > 250"));
        assertThat(read.get("one")).isEqualTo(read.get("first"));
    }
}

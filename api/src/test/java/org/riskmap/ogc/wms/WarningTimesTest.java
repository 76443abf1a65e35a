package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.ogc.OgcRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The published layers of warnings and closures, asked what holds at a place at different times. */
class WarningTimesTest {

    @TempDir
    static Path rasters;

    @AutoClose
    private static TestDatabase test;

    private static WmsService service;

    @BeforeAll
    static void open() {
        test = TestDatabase.create();
        for (String table : List.of("warning", "closure")) {
            boolean warning = table.equals("warning");
            test.database()
                    .client()
                    .sql("""
                    insert into risk.%s (id, geom, source, valid_from, valid_to%s)
                    select v.id, st_multi(st_makeenvelope(120, 30, 121, 31, 4490)), 'test', v.f::timestamptz, v.t::timestamptz%s
                    from (values ('past', '2023-07-28T02:00Z', '2023-07-29T10:00Z'),
                                 ('now', '2024-01-01T00:00Z', null),
                                 ('always', null, null),
                                 ('later', '2999-01-01T00:00Z', '2999-02-01T00:00Z')) v(id, f, t)
                    """.formatted(table, warning ? ", level" : "", warning ? ", 'red'" : ""))
                    .update();
        }
        Catalog catalog = CatalogOf.directory(Path.of("../geoserver-data"), test.database(), rasters);
        service = ToyMaps.service(catalog, test.database());
    }

    @Test
    void without_a_time_only_what_holds_now_is_there() {
        assertThat(holding("warning", Map.of())).containsExactlyInAnyOrder("now", "always");
        assertThat(holding("closure", Map.of())).containsExactlyInAnyOrder("now", "always");
    }

    @Test
    void the_words_current_and_present_mean_now() {
        assertThat(holding("warning", Map.of("TIME", "current"))).containsExactlyInAnyOrder("now", "always");
        assertThat(holding("warning", Map.of("TIME", "PRESENT"))).containsExactlyInAnyOrder("now", "always");
    }

    @Test
    void a_moment_has_what_held_then() {
        assertThat(holding("warning", Map.of("TIME", "2023-07-28T12:00:00Z")))
                .containsExactlyInAnyOrder("past", "always");
        assertThat(holding("closure", Map.of("TIME", "2999-01-15")))
                .containsExactlyInAnyOrder("now", "always", "later");
    }

    @Test
    void a_range_has_all_that_held_in_some_part_of_it() {
        assertThat(holding("warning", Map.of("TIME", "2023-07-29T00:00:00Z/2024-03-01T00:00:00Z")))
                .containsExactlyInAnyOrder("past", "now", "always");
        assertThat(holding("warning", Map.of("TIME", "2023-07-28/P1D"))).containsExactlyInAnyOrder("past", "always");
        assertThat(holding("warning", Map.of("TIME", "P1Y/2023-07-28T01:59:59Z")))
                .containsExactlyInAnyOrder("always");
    }

    @Test
    void several_layers_are_of_the_same_time() {
        assertThat(holding("warning,closure", Map.of("TIME", "2023-07-28T12:00:00Z")))
                .containsExactlyInAnyOrder("past", "always", "past", "always");
    }

    @Test
    void nothing_held_then_is_an_answer_and_no_error() {
        test.database()
                .client()
                .sql("delete from risk.warning where id = 'always'")
                .update();

        assertThat(holding("warning", Map.of("TIME", "1990-01-01"))).isEmpty();

        test.database().client().sql("""
                insert into risk.warning (id, geom, source, level)
                values ('always', st_multi(st_makeenvelope(120, 30, 121, 31, 4490)), 'test', 'red')
                """).update();
    }

    @Test
    void capabilities_say_that_the_standard_is_now() {
        assertThat(answer(Map.of("REQUEST", "GetCapabilities", "VERSION", "1.3.0")))
                .contains("<Dimension name=\"time\" default=\"PRESENT\" units=\"ISO8601\">");
    }

    private static List<String> holding(String layer, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "REQUEST", "GetFeatureInfo",
                "VERSION", "1.3.0",
                "LAYERS", layer,
                "QUERY_LAYERS", layer,
                "CRS", "CRS:84",
                "BBOX", "120,30,121,31",
                "WIDTH", "100",
                "HEIGHT", "100"));
        parameters.putAll(Map.of("I", "50", "J", "50", "INFO_FORMAT", "application/json", "FEATURE_COUNT", "50"));
        parameters.putAll(more);
        return Pattern.compile("\"id\":\"(?:warning|closure)\\.(\\w+)\"")
                .matcher(answer(parameters))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String answer(Map<String, String> parameters) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            service.handle(new OgcRequest(parameters, "risk", null, null, "http://localhost/geoserver/"), response);
            return response.getContentAsString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

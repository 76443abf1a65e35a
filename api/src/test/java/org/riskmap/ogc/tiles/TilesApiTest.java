package org.riskmap.ogc.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.wmts.TownTiles;
import org.riskmap.operation.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tile 12/1720/3407 (row, column) of WebMercatorQuad holds a shelter at 119.50°E 27.65°N. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TilesApiTest {

    private static final String BASE = "/geoserver/ogc/tiles/v1";
    private static final String TILE = BASE + "/collections/risk:shelter/tiles/WebMercatorQuad/12/1720/3407";

    @TempDir
    static Path folder;

    private TownTiles town;
    private MockMvc service;

    @BeforeAll
    void start() {
        town = new TownTiles(folder);
        town.sql(
                "insert into risk.shelter (id, name, capacity, status, source, geom) values ('s', '避灾点', 100, 'open', 'test',"
                        + " st_point(119.50, 27.65, 4490))");
        service = MockMvcBuilders.standaloneSetup(new TilesController(
                        town.catalogs(),
                        town.layers(),
                        town.tiles(),
                        town.boxes(),
                        new PublicUrl(Optional.of("http://localhost"))))
                .build();
    }

    @AfterAll
    void stop() {
        town.close();
    }

    private MockHttpServletResponse get(String url, String accept) throws Exception {
        return service.perform(
                        MockMvcRequestBuilders.get(java.net.URI.create(url)).header(HttpHeaders.ACCEPT, accept))
                .andReturn()
                .getResponse();
    }

    private JsonNode json(String url) throws Exception {
        MockHttpServletResponse response = get(url, "*/*");
        assertThat(response.getStatus()).as(url).isEqualTo(200);
        return new ObjectMapper().readTree(response.getContentAsByteArray());
    }

    @Test
    void links_lead_from_the_landing_page_to_a_tile() throws Exception {
        String address = BASE;
        for (String[] step : new String[][] {
            {"data", "/collections/0"},
            {"http://www.opengis.net/def/rel/ogc/1.0/tilesets-map", "/tilesets/0"},
            {"self", ""}
        }) {
            JsonNode document = json(address);
            JsonNode links = document.get("links");
            String next = link(links, step[0]);
            JsonNode listed = json(next.replace("http://localhost", ""));
            address = step[1].isEmpty() ? next : link(listed.at(step[1]).get("links"), "self");
            address = address.replace("http://localhost", "");
        }
        JsonNode tileset = json(address);
        assertThat(tileset.get("dataType").asString()).isEqualTo("map");
        String template = link(tileset.get("links"), "item").replace("http://localhost", "");
        String tile =
                template.replace("{tileMatrix}", "0").replace("{tileRow}", "0").replace("{tileCol}", "0");
        assertThat(get(tile, "*/*").getContentType()).startsWith("image/png");
    }

    private static String link(JsonNode links, String rel) {
        for (JsonNode link : links) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString();
            }
        }
        throw new AssertionError("no link " + rel + " in " + links);
    }

    @Test
    void vector_and_map_tiles_come_in_the_format_that_is_asked_for() throws Exception {
        MockHttpServletResponse vector = get(TILE, "*/*");
        assertThat(vector.getContentType()).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(new String(vector.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("避灾点");
        String map = TILE.replace("/tiles/Web", "/map/tiles/Web");
        assertThat(get(map, "*/*").getContentType()).isEqualTo("image/png");
        assertThat(get(map, "image/jpeg").getContentType()).isEqualTo("image/jpeg");
        assertThat(get(map + "?f=jpeg", "image/png").getContentType()).isEqualTo("image/jpeg");
        assertThat(get(map.replace("/map/", "/styles/shelter/map/"), "*/*").getContentAsByteArray())
                .isEqualTo(get(map, "*/*").getContentAsByteArray());
    }

    /** OGC 17-083r4, table D.1, level 12. */
    @Test
    void the_registered_set_is_told_as_it_is_registered() throws Exception {
        JsonNode matrix = json(BASE + "/tileMatrixSets/WebMercatorQuad").at("/tileMatrices/12");
        assertThat(matrix.get("id").asString()).isEqualTo("12");
        assertThat(matrix.get("scaleDenominator").asDouble())
                .isCloseTo(136494.693366386, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(matrix.get("cellSize").asDouble())
                .isCloseTo(38.2185141425366, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(matrix.get("matrixWidth").asInt()).isEqualTo(4096);
    }

    @ParameterizedTest
    @CsvSource({
        "/collections/risk:none,404",
        "/collections/risk:none/tiles,404",
        "/collections/risk:shelter/tiles/none,404",
        "/collections/risk:shelter/tiles/WebMercatorQuad/99/0/0,404",
        "/collections/risk:shelter/tiles/WebMercatorQuad/12/4096/0,404",
        "/collections/risk:shelter/tiles/WebMercatorQuad/12/-1/0,404",
        "/collections/risk:shelter/tiles/WebMercatorQuad/12/99999999999/0,404",
        "/collections/risk:shelter/tiles/WebMercatorQuad/12/x/0,404",
        "/collections/risk:shelter/styles/none/map/tiles/WebMercatorQuad/12/0/0,400",
        "/collections/risk:hillshade/tiles/WebMercatorQuad/12/0/0,404",
        "/tileMatrixSets/none,404"
    })
    void what_is_not_there_is_a_problem(String path, int status) throws Exception {
        MockHttpServletResponse response = get(BASE + path, "*/*");
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void an_unknown_format_or_parameter_is_named() {
        for (String wrong : new String[] {"f=gif", "none=1", "datetime=../2020-01-01"}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> get(TILE + "?" + wrong, "*/*")))
                    .rootCause()
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.input())
                            .isEqualTo(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @Test
    void the_definition_names_every_path_that_answers() throws Exception {
        JsonNode definition = json(BASE + "/openapi");
        assertThat(definition.get("openapi").asString()).startsWith("3.0");
        assertThat(definition.get("paths").propertyNames())
                .contains("/conformance", "/collections/{collectionId}/map/tiles/{tileMatrixSetId}");
        assertThat(json(BASE + "/conformance").get("conformsTo").toString()).contains("ogcapi-tiles-1/1.0/conf/core");
    }
}

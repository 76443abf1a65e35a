package org.riskmap.ogc.wmts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Tile 12/3407/1720 of Web Mercator lies from 119.4434°E 27.6057°N to 119.5313°E 27.6835°N; a shelter stands just west of
 * its eastern border, another one far away in the south-east.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TileServicesTest {

    private static final String TILE =
            "gwc/service/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=risk:shelter&STYLE=&TILEMATRIXSET=EPSG:900913"
                    + "&TILEMATRIX=EPSG:900913:12&TILEROW=1720&TILECOL=3407&FORMAT=image/png";

    @TempDir
    static Path folder;

    private TownTiles town;

    @BeforeAll
    void fill() {
        town = new TownTiles(folder);
        shelter("near", 119.5310, 27.65);
        shelter("far", 119.9, 27.3);
    }

    @AfterAll
    void drop() {
        town.close();
    }

    private void shelter(String id, double lon, double lat) {
        town.sql("insert into risk.shelter (id, name, capacity, tier, status, source, geom) values ('" + id + "', '避灾点"
                + id + "', 100, 'county', 'open', 'test', st_point(" + lon + ", " + lat + ", 4490))");
    }

    private static BufferedImage picture(MockHttpServletResponse response) {
        try {
            return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void every_form_of_address_gives_the_same_tile() {
        byte[] tile = town.get(TILE).getContentAsByteArray();
        assertThat(picture(town.get(TILE)).getWidth()).isEqualTo(256);
        // 4096 rows: 1720 from the north is 2375 from the south
        for (String same : new String[] {
            "gwc/service/wmts/rest/risk:shelter/EPSG:900913/EPSG:900913:12/1720/3407?format=image/png",
            "gwc/service/wmts/rest/risk:shelter/shelter/EPSG:900913/12/1720/3407?format=image/png",
            "gwc/service/tms/1.0.0/risk:shelter@EPSG%3A900913@png/12/3407/2375.png",
            "gwc/service/tms/1.0.0/risk:shelter@EPSG%3A900913@png/12/3407/1720.png?flipY=true",
            "risk/gwc/service/wmts?REQUEST=GetTile&LAYER=shelter&TILEMATRIXSET=EPSG:900913&TILEMATRIX=12&TILEROW=1720&TILECOL=3407&FORMAT=image/png",
            "gwc/service/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=risk:shelter&STYLES=&SRS=EPSG:900913"
                    + "&BBOX=13296373.942412108,3199348.2554589845,13306157.88203125,3209132.1950781234&WIDTH=256&HEIGHT=256&FORMAT=image/png&TRANSPARENT=true"
        }) {
            assertThat(town.get(same).getContentAsByteArray()).as(same).isEqualTo(tile);
        }
    }

    @Test
    void a_symbol_across_the_border_of_two_blocks_is_drawn_in_both() {
        // column 3407 is the last of its block of four, 3408 the first of the next
        BufferedImage west = picture(town.get(TILE));
        BufferedImage east = picture(town.get(TILE.replace("TILECOL=3407", "TILECOL=3408")));
        int common = 0;
        for (int y = 0; y < 256; y++) {
            boolean left = west.getRGB(255, y) >>> 24 > 128;
            boolean right = east.getRGB(0, y) >>> 24 > 128;
            common += left && right ? 1 : 0;
        }
        assertThat(common).isGreaterThan(3);
    }

    @Test
    void a_label_across_the_border_of_two_tiles_of_a_block_goes_on_where_it_was_cut() throws IOException {
        String settlements = TILE.replace("risk:shelter", "risk:settlement").replace(":12&", ":14&");
        // 14/13630 begins at 119.4873°E: a village on it is named across the border
        town.sql("insert into risk.settlement (id, name, population, source, geom) values ('v', '跨边界的自然村', 300, 'test',"
                + " st_point(119.4873046875, 27.6543, 4490))");
        BufferedImage west = picture(
                town.get(settlements.replace("TILECOL=3407", "TILECOL=13629").replace("1720", "6881")));
        BufferedImage east = picture(
                town.get(settlements.replace("TILECOL=3407", "TILECOL=13630").replace("1720", "6881")));
        BufferedImage whole = picture(town.map(
                "risk:settlement",
                -20037508.34 + 13628 * 2445.98490478516,
                20037508.34 - 6884 * 2445.98490478516,
                4 * 2445.98490478516,
                1024));
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                assertThat(west.getRGB(x, y)).isEqualTo(whole.getRGB(256 + x, 256 + y));
                assertThat(east.getRGB(x, y)).isEqualTo(whole.getRGB(512 + x, 256 + y));
            }
        }
    }

    @Test
    void a_label_across_the_border_of_two_blocks_is_whole() throws IOException {
        String settlements = TILE.replace("risk:shelter", "risk:settlement").replace(":12&", ":14&");
        // 14/13632 begins a block of four, at 119.53125°E; a second village competes for the same room on the eastern
        // side
        town.sql("insert into risk.settlement (id, name, population, source, geom) values ('w1', '两块瓦片之间', 500, 'test',"
                + " st_point(119.52782, 27.6543, 4490)), ('w2', '挤', 300, 'test', st_point(119.5318, 27.6544, 4490))");
        try {
            BufferedImage west = picture(town.get(
                    settlements.replace("TILECOL=3407", "TILECOL=13631").replace("1720", "6881")));
            BufferedImage east = picture(town.get(
                    settlements.replace("TILECOL=3407", "TILECOL=13632").replace("1720", "6881")));
            BufferedImage whole = picture(town.map(
                    "risk:settlement",
                    -20037508.34 + 13630 * 2445.98490478516,
                    20037508.34 - 6884 * 2445.98490478516,
                    4 * 2445.98490478516,
                    1024));
            int seen = 0;
            for (int y = 0; y < 256; y++) {
                for (int x = 0; x < 256; x++) {
                    assertThat(west.getRGB(x, y)).isEqualTo(whole.getRGB(256 + x, 256 + y));
                    assertThat(east.getRGB(x, y)).isEqualTo(whole.getRGB(512 + x, 256 + y));
                    seen += x > 14 && x < 40 && east.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
                }
            }
            assertThat(seen).as("letters on the eastern side").isGreaterThan(20);
        } finally {
            town.sql("delete from risk.settlement where id in ('w1', 'w2')");
        }
    }

    @Test
    void a_warning_appears_in_its_tiles_when_it_begins_though_nobody_touches_it() throws Exception {
        String warnings = TILE.replace("risk:shelter", "risk:warning").replace("TILECOL=3407", "TILECOL=3400");
        town.sql("""
                insert into risk.warning (id, name, level, hazard, valid_from, valid_to, source, geom)
                values ('soon', '暴雨', 'red', 'flood', now() + interval '4 seconds', now() + interval '1 hour', 'test',
                        st_multi(st_makeenvelope(118.85, 27.62, 118.90, 27.67, 4490)))
                """);
        try {
            byte[] before = town.get(warnings).getContentAsByteArray();
            assertThat(town.get(warnings).getHeader("geowebcache-cache-result")).isEqualTo("HIT");
            Thread.sleep(4500);
            MockHttpServletResponse after = town.get(warnings);
            assertThat(after.getHeader("geowebcache-cache-result")).isEqualTo("MISS");
            assertThat(after.getContentAsByteArray()).isNotEqualTo(before);
        } finally {
            town.sql("delete from risk.warning where id = 'soon'");
        }
    }

    @Test
    void a_client_that_has_the_tile_is_told_so_until_the_tile_changes() {
        MockHttpServletResponse first = town.get(TILE);
        String etag = first.getHeader("ETag");
        assertThat(first.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(town.get(TILE, "If-None-Match", etag).getStatus()).isEqualTo(304);
        assertThat(town.get(TILE, "If-None-Match", "\"other\"").getStatus()).isEqualTo(200);
        shelter("new", 119.48, 27.66);
        MockHttpServletResponse changed = town.get(TILE, "If-None-Match", etag);
        assertThat(changed.getStatus()).isEqualTo(200);
        town.sql("delete from risk.shelter where id = 'new'");
        assertThat(town.get(TILE, "If-None-Match", etag).getStatus()).isEqualTo(304);
    }

    @Test
    void a_change_falls_on_every_style_filter_and_group_that_draws_it_there_and_only_there() {
        String filtered = TILE + "&CQL_FILTER=capacity%3E50";
        String group = TILE.replace("risk:shelter", "risk:resource_map");
        String elsewhere = TILE.replace("TILECOL=3407", "TILECOL=3300");
        for (String url : new String[] {TILE, filtered, group, elsewhere}) {
            town.get(url);
            assertThat(town.get(url).getHeader("geowebcache-cache-result"))
                    .as(url)
                    .isEqualTo("HIT");
        }
        shelter("other", 119.50, 27.64);
        for (String url : new String[] {TILE, filtered, group}) {
            assertThat(town.get(url).getHeader("geowebcache-cache-result"))
                    .as(url)
                    .isEqualTo("MISS");
        }
        assertThat(town.get(elsewhere).getHeader("geowebcache-cache-result")).isEqualTo("HIT");
        town.sql("delete from risk.shelter where id = 'other'");
    }

    @Test
    void a_warning_disappears_from_its_tiles_when_it_ends_though_nobody_touches_it() throws Exception {
        String warnings = TILE.replace("risk:shelter", "risk:warning");
        town.sql("""
                insert into risk.warning (id, name, level, hazard, valid_from, valid_to, source, geom)
                values ('w', '暴雨', 'red', 'flood', now() - interval '1 hour', now() + interval '4 seconds', 'test',
                        st_multi(st_makeenvelope(119.46, 27.62, 119.51, 27.67, 4490)))
                """);
        byte[] warned = town.get(warnings).getContentAsByteArray();
        assertThat(town.get(warnings).getHeader("geowebcache-cache-result")).isEqualTo("HIT");
        Thread.sleep(4500);
        MockHttpServletResponse after = town.get(warnings);
        assertThat(after.getHeader("geowebcache-cache-result")).isEqualTo("MISS");
        assertThat(after.getContentAsByteArray()).isNotEqualTo(warned);
    }

    @Test
    void vector_tiles_come_by_the_same_door() {
        MockHttpServletResponse tile = town.get(TILE.replace("image/png", "application/vnd.mapbox-vector-tile"));
        assertThat(tile.getContentType()).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(text(tile)).contains("避灾点near").doesNotContain("避灾点far");
        MockHttpServletResponse tms = town.get("gwc/service/tms/1.0.0/risk:shelter@EPSG%3A900913@pbf/12/3407/2375.pbf");
        assertThat(tms.getContentAsByteArray()).isEqualTo(tile.getContentAsByteArray());
    }

    @Test
    void what_lies_at_a_pixel_is_told() {
        // the shelter at 119.5310 is at pixel 255 from the west, 110 from the north
        String info = TILE.replace("GetTile", "GetFeatureInfo") + "&I=255&J=110&INFOFORMAT=application/json";
        assertThat(text(town.get(info))).contains("\"near\"");
    }

    @Test
    void cgcs2000_tiles_are_those_of_tianditus_numbering() {
        // level 12 has 0.0875° a tile: column 3407 begins at 119.53125 - 0.087890625
        String tile = TILE.replace("EPSG:900913:12", "12")
                .replace("EPSG:900913", "EPSG:4490")
                .replace("1720", "709");
        MockHttpServletResponse response = town.get(tile);
        assertThat(response.getStatus()).isEqualTo(200);
        boolean seen = false;
        for (int y = 0; y < 256; y++) {
            seen |= picture(response).getRGB(254, y) >>> 24 > 128;
        }
        assertThat(seen).as("the shelter at the eastern border").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TILEROW=1720|TILEROW=4096|400|TileOutOfRange|TILEROW",
                "TILECOL=3407|TILECOL=-1|400|TileOutOfRange|TILECOLUMN",
                "TILECOL=3407|TILECOL=x|400|InvalidParameterValue|TILECOL",
                "TILECOL=3407|TILECOL=99999999999|400|InvalidParameterValue|TILECOL",
                "&TILECOL=3407|''|400|MissingParameterValue|TILECOL",
                "LAYER=risk:shelter|LAYER=risk:none|400|InvalidParameterValue|LAYER",
                "&LAYER=risk:shelter|''|400|MissingParameterValue|LAYER",
                "STYLE=|STYLE=none|400|InvalidParameterValue|STYLE",
                "FORMAT=image/png|FORMAT=image/none|400|InvalidParameterValue|FORMAT",
                "&FORMAT=image/png|''|400|MissingParameterValue|FORMAT",
                "TILEMATRIXSET=EPSG:900913|TILEMATRIXSET=none|400|InvalidParameterValue|TILEMATRIXSET",
                "TILEMATRIX=EPSG:900913:12|TILEMATRIX=EPSG:900913:99|400|InvalidParameterValue|TILEMATRIX",
                "REQUEST=GetTile|REQUEST=GetNothing|400|OperationNotSupported|REQUEST",
                "REQUEST=GetTile&|''|400|MissingParameterValue|REQUEST",
                "SERVICE=WMTS|SERVICE=WFS|400|InvalidParameterValue|SERVICE",
                "VERSION=1.0.0|VERSION=3.0.0|400|InvalidParameterValue|VERSION",
                "FORMAT=image/png|FORMAT=image/png&CQL_FILTER=capacity%20%3E|400|InvalidParameterValue|CQL_FILTER",
                "FORMAT=image/png|FORMAT=image/png&CQL_FILTER=none%3D1|400|InvalidParameterValue|''",
                "REQUEST=GetTile|REQUEST=GetFeatureInfo&I=256&J=0&INFOFORMAT=text/plain|400|PointIJOutOfRange|I",
                "REQUEST=GetTile|REQUEST=GetFeatureInfo&I=0&J=0&INFOFORMAT=no/such|400|InvalidParameterValue|INFOFORMAT"
            })
    void what_is_wrong_is_named(String part, String instead, int status, String code, String locator) {
        MockHttpServletResponse response = town.get(TILE.replace(part, instead));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("text/xml");
        assertThat(text(response)).contains("exceptionCode=\"" + code + "\"").contains("locator=\"" + locator);
    }

    @ParameterizedTest
    @CsvSource({
        "gwc/service/none,404",
        "gwc/service/wmts/rest/a,404",
        "gwc/service/wmts/rest/risk:none/EPSG:900913/12/0/0?format=image/png,400",
        "gwc/service/wmts/rest/risk:shelter/EPSG:900913/12/0/0,400",
        "gwc/service/tms/2.0.0,404",
        "gwc/service/tms/1.0.0/risk:none,404",
        "gwc/service/tms/1.0.0/risk:shelter/12/0,404",
        "gwc/service/tms/1.0.0/risk:shelter/12/0/0.none,400",
        "gwc/service/tms/1.0.0/risk:shelter/99/0/0.png,400",
        "gwc/service/tms/1.0.0/risk:shelter/x/0/0.png,400",
        "gwc/service/wmts?REQUEST=GetCapabilities&ACCEPTVERSIONS=2.0.0,400"
    })
    void addresses_without_an_answer_are_refused(String url, int status) {
        assertThat(town.get(url).getStatus()).isEqualTo(status);
    }

    @Test
    void capabilities_name_every_layer_and_set() {
        String document = text(town.get("gwc/service/wmts?REQUEST=GetCapabilities"));
        assertThat(document)
                .contains("<ows:Identifier>risk:shelter</ows:Identifier>")
                .contains("<ows:Identifier>risk:one_map</ows:Identifier>")
                .contains("<ows:Identifier>EPSG:4490</ows:Identifier>")
                .contains("<ows:Identifier>WebMercatorQuad</ows:Identifier>")
                .contains("http://localhost/geoserver/gwc/service/wmts/rest/risk:shelter/{style}/{TileMatrixSet}/");
    }
}

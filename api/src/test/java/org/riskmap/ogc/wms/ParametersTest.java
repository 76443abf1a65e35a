package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.ForeignProgram;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each parameter changes the answer as it says, against the same request without it. */
class ParametersTest {

    private static final String WMS = "/geoserver/toy/wms?SERVICE=WMS&VERSION=1.3.0&";
    private static final String MAP = WMS
            + "REQUEST=GetMap&STYLES=&CRS=CRS:84&BBOX=119,27,119.4,27.4&WIDTH=200&HEIGHT=200" + "&FORMAT=image/png&";
    private static final String INFO = WMS + "REQUEST=GetFeatureInfo&STYLES=&CRS=CRS:84&BBOX=119,27,119.4,27.4"
            + "&WIDTH=200&HEIGHT=200&INFO_FORMAT=application/json&";
    private static final String LEGEND = WMS + "REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=post&";

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
    }

    private static byte[] bytes(String url) {
        MockHttpServletResponse response = maps.get(url);
        assertThat(response.getContentType())
                .as(new String(response.getContentAsByteArray()))
                .isEqualTo("image/png");
        return response.getContentAsByteArray();
    }

    private static BufferedImage picture(String url) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(url)));
    }

    private static JsonNode json(String url) {
        return JsonMapper.shared().readTree(maps.get(url).getContentAsByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean sparkAt(String url, int x, int y) throws IOException {
        return (picture(url).getRGB(x, y) & 0xFFFFFF) == 0xE04000;
    }

    /** f1 stands at pixel 25, 175; f2 at 75, 125; f3 at 125, 75. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 3",
                "TIME=current | 3",
                "TIME=2021 | 12",
                "TIME=2021-03 | 12",
                "TIME=2021-03-04 | 1",
                "TIME=2021-03-04T05:00:00Z | 1",
                "TIME=2021-03-10/2022-12-31 | 23",
                "TIME=2021-03-04,2022-06-01 | 13",
                "TIME=2021-03-04/2021-03-05,2022 | 13",
                "TIME=2021-03-01/P10D | 1"
            })
    void time_chooses_rows(String time, String seen) throws IOException {
        String url = MAP + "LAYERS=fire&" + time;

        assertThat(sparkAt(url, 25, 175)).isEqualTo(seen.contains("1"));
        assertThat(sparkAt(url, 75, 125)).isEqualTo(seen.contains("2"));
        assertThat(sparkAt(url, 125, 75)).isEqualTo(seen.contains("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FEATUREID=fire.f1",
                "CQL_FILTER=id='f1'",
                "FILTER=%3CFilter%3E%3CFeatureId%20fid=%22fire.f1%22/%3E%3C/Filter%3E"
            })
    void filters_choose_features(String filter) throws IOException {
        String url = MAP + "LAYERS=fire&TIME=2021/2022&" + filter;

        assertThat(sparkAt(url, 25, 175)).isTrue();
        assertThat(sparkAt(url, 75, 125)).isFalse();
        assertThat(sparkAt(url, 125, 75)).isFalse();
    }

    private static String sld(String layer, String symbolizer) {
        return "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\""
                + " xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><NamedLayer><Name>"
                + layer + "</Name><UserStyle><Name>own</Name><FeatureTypeStyle><Rule>" + symbolizer
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    }

    private static final String BLUE =
            "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">#0000FF</CssParameter></Fill>"
                    + "</PolygonSymbolizer>";

    @Test
    void a_style_that_is_sent_draws_with_and_without_layers() throws IOException {
        String own = "SLD_BODY=" + encoded(sld("toy:park", BLUE));
        String nameless = MAP.replace("STYLES=&", "");

        byte[] alone = bytes(nameless + own);

        assertThat(alone).isNotEqualTo(bytes(MAP + "LAYERS=park"));
        assertThat(bytes(MAP + "LAYERS=park&" + own)).isEqualTo(alone);
        assertThat(bytes(MAP.replace("STYLES=", "STYLES=own") + "LAYERS=park&" + own))
                .isEqualTo(alone);
        assertThat(bytes(MAP + "LAYERS=path&" + own))
                .as("says nothing of that layer")
                .isEqualTo(bytes(MAP + "LAYERS=path"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><StyledLayerDescriptor/>",
                "<StyledLayerDescriptor version=\"1.0.0\"><UserLayer><Name>park</Name></UserLayer></StyledLayerDescriptor>",
                "<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>park</Name><LayerFeatureConstraints/></NamedLayer></StyledLayerDescriptor>"
            })
    void a_style_that_reaches_elsewhere_is_refused(String body) {
        String report = new String(
                maps.get(MAP + "LAYERS=park&SLD_BODY=" + encoded(body)).getContentAsByteArray());

        assertThat(report).contains("code=\"InvalidParameterValue\"").contains("sld_body");
    }

    @Test
    void pictures_at_an_address_are_not_fetched() {
        String body = sld(
                "post",
                "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href=\"http://127.0.0.1:9/x.png\"/>"
                        + "<Format>image/png</Format></ExternalGraphic></Graphic></PointSymbolizer>");

        assertThat(new String(
                        maps.get(MAP + "LAYERS=post&SLD_BODY=" + encoded(body)).getContentAsByteArray()))
                .contains("not fetched");
    }

    private static String mark(String size) {
        return "<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill><CssParameter name=\"fill\">"
                + "<ogc:Function name=\"Recode\"><ogc:PropertyName>id</ogc:PropertyName><ogc:Literal>f1</ogc:Literal>"
                + "<ogc:Literal>#FF0000</ogc:Literal><ogc:Literal>f2</ogc:Literal><ogc:Literal>#00FF00</ogc:Literal>"
                + "<ogc:Literal>f3</ogc:Literal><ogc:Literal>#0000FF</ogc:Literal></ogc:Function></CssParameter></Fill></Mark>"
                + "<Size>" + size + "</Size></Graphic></PointSymbolizer>";
    }

    /** Squares of 140 pixels around 25, 175 (red) and 125, 75 (blue) both cover 75, 125. */
    @ParameterizedTest
    @CsvSource({"id A, 0000FF", "id D, FF0000", "'id', 0000FF"})
    void what_sorts_last_is_drawn_on_top(String order, String onTop) throws IOException {
        String url = MAP + "LAYERS=fire&TIME=2021/2022&CQL_FILTER=id%20IN%20('f1','f3')&SLD_BODY="
                + encoded(sld("fire", mark("140"))) + "&SORTBY=" + encoded(order);

        assertThat(picture(url).getRGB(75, 125) & 0xFFFFFF).isEqualTo(Integer.parseInt(onTop, 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BGCOLOR=0x102030",
                "TRANSPARENT=TRUE",
                "FORMAT_OPTIONS=dpi:180",
                "FORMAT_OPTIONS=antialias:none",
                "CQL_FILTER=height_m%3C20"
            })
    void drawing_options_change_the_picture(String option) {
        assertThat(bytes(MAP + "LAYERS=post&" + option)).isNotEqualTo(bytes(MAP + "LAYERS=post"));
    }

    @Test
    void a_geotiff_knows_its_place() throws IOException {
        for (String crs : new String[] {
            "CRS=CRS:84&BBOX=119,27,119.4,27.4", "CRS=EPSG:3857&BBOX=13247000,3123000,13291000,3173000"
        }) {
            byte[] tiff = maps.get(
                            WMS + "REQUEST=GetMap&LAYERS=park&STYLES=&WIDTH=200&HEIGHT=100&FORMAT=image/geotiff&" + crs)
                    .getContentAsByteArray();
            Path file = java.nio.file.Files.write(folder.resolve("park.tif"), tiff);

            String said = ForeignProgram.output(1, java.util.Map.of(), "gdalinfo", "-json", file.toString());
            JsonNode info = JsonMapper.shared().readTree(said);

            String box = crs.substring(crs.indexOf("BBOX=") + 5);
            String[] edges = box.split(",");
            assertThat(info.at("/size/0").intValue()).isEqualTo(200);
            assertThat(info.at("/geoTransform/0").doubleValue()).isEqualTo(Double.parseDouble(edges[0]));
            assertThat(info.at("/geoTransform/3").doubleValue()).isEqualTo(Double.parseDouble(edges[3]));
            assertThat(info.at("/stac/proj:epsg").intValue()).isEqualTo(crs.contains("3857") ? 3857 : 4326);
        }
    }

    @Test
    void a_pdf_has_one_page_of_the_maps_size() throws IOException {
        byte[] pdf = maps.get(MAP.replace("image/png", "application/pdf") + "LAYERS=park")
                .getContentAsByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(200);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "image/jpeg", "image/tiff", "image/png; mode=8bit"})
    void other_pictures_have_the_maps_size(String format) throws IOException {
        MockHttpServletResponse response = maps.get(MAP.replace("image/png", encoded(format)) + "LAYERS=park");

        assertThat(response.getContentType()).isEqualTo(format);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(read.getWidth()).isEqualTo(200);
    }

    @Test
    void properties_and_counts_limit_what_is_told() {
        String url = INFO + "LAYERS=park,fire&QUERY_LAYERS=park,fire&TIME=2021&I=75&J=125&";

        JsonNode one = json(url);
        JsonNode all = json(url + "FEATURE_COUNT=10");
        JsonNode some = json(url + "FEATURE_COUNT=10&PROPERTYNAME=(name)(seen_at,geom)");

        assertThat(one.path("features").size()).isOne();
        assertThat(all.path("features").size()).isGreaterThan(1);
        JsonNode park = some.at("/features/0");
        assertThat(park.path("properties").propertyNames()).containsExactly("name");
        assertThat(park.path("geometry").isNull()).isTrue();
        JsonNode fire = some.path("features").get(some.path("features").size() - 1);
        assertThat(fire.path("id").stringValue()).isEqualTo("fire.f2");
        assertThat(fire.path("properties").propertyNames()).containsExactly("seen_at");
        assertThat(fire.path("geometry").path("type").stringValue()).isEqualTo("Point");
    }

    @Test
    void a_buffer_finds_what_is_farther_from_the_pixel() {
        String url = INFO + "LAYERS=fire&QUERY_LAYERS=fire&TIME=2021&FEATURE_COUNT=5&I=75&J=160&";

        assertThat(json(url).path("features").size()).isZero();
        assertThat(json(url + "BUFFER=40").at("/features/0/id").stringValue()).isEqualTo("fire.f2");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, seen_at = 2021",
        "text/html, <td>fire.f2",
        "application/vnd.ogc.gml, fid=\"fire.f2\"",
        "application/vnd.ogc.gml/3.1.1, gml:id=\"fire.f2\"",
        "application/json, fire.f2"
    })
    void what_is_found_is_told_in_every_format(String format, String word) {
        String url = INFO.replace("application/json", format) + "LAYERS=fire&QUERY_LAYERS=fire&TIME=2021&I=75&J=125";

        assertThat(new String(maps.get(url).getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(word);
    }

    /** The park's style is replaced by one that asks for its colour; the middle of the map lies in the park. */
    @ParameterizedTest
    @CsvSource({"'', 0000ff", "&ENV=ink:%23ff0000, ff0000", "&ENV=other:1;ink:%2300ff00, 00ff00", "&ENV=size:3, 0000ff"
    })
    void styles_read_the_variables_of_a_request(String variables, String colour) throws IOException {
        String style = """
                <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
                <NamedLayer><Name>toy:park</Name><UserStyle><FeatureTypeStyle><Rule><PolygonSymbolizer><Fill>
                <CssParameter name="fill"><ogc:Function name="env"><ogc:Literal>ink</ogc:Literal><ogc:Literal>#0000ff</ogc:Literal>
                </ogc:Function></CssParameter></Fill></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer>
                </StyledLayerDescriptor>""";
        byte[] drawn = bytes("/geoserver/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&CRS=CRS:84&BBOX=119,27,119.4,27.4"
                + "&STYLES=&WIDTH=200&HEIGHT=200&FORMAT=image/png&LAYERS=toy:park" + variables + "&SLD_BODY="
                + URLEncoder.encode(style, StandardCharsets.UTF_8));

        BufferedImage map = ImageIO.read(new ByteArrayInputStream(drawn));

        assertThat(String.format("%06x", map.getRGB(30, 130) & 0xffffff)).isEqualTo(colour);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WIDTH=40",
                "HEIGHT=40",
                "LEGEND_OPTIONS=fontSize:20;forceLabels:on",
                "LEGEND_OPTIONS=forceLabels:off",
                "LEGEND_OPTIONS=bgColor:0x202020",
                "TRANSPARENT=TRUE"
            })
    void legend_options_change_the_legend(String option) {
        assertThat(bytes(LEGEND + option)).isNotEqualTo(bytes(LEGEND));
    }

    @Test
    void a_legend_as_json_says_what_is_drawn() {
        JsonNode legend = json(LEGEND.replace("image/png", "application/json").replace("post", "fire"));

        assertThat(legend.at("/Legend/0/layerName").stringValue()).isEqualTo("fire");
        assertThat(legend.at("/Legend/0/rules/0/symbolizers/0/Point/graphics/0/mark")
                        .stringValue())
                .isEqualTo("triangle");
        assertThat(legend.at("/Legend/0/rules/0/symbolizers/0/Point/size").stringValue())
                .isEqualTo("14");
    }

    /** A mark whose size only its row says: 300 pixels around a place 75 pixels outside the picture. */
    @Test
    void a_buffer_reads_what_only_a_rows_own_size_brings_into_the_picture() throws IOException {
        String url = MAP.replace("BBOX=119,27,119.4,27.4", "BBOX=119,26.8,119.4,27.2")
                + "LAYERS=post&CQL_FILTER=id='a'&SLD_BODY="
                + encoded(sld(
                        "post",
                        mark("<ogc:Mul><ogc:PropertyName>height_m</ogc:PropertyName><ogc:Literal>10</ogc:Literal></ogc:Mul>")
                                .replace("<ogc:Literal>f1<", "<ogc:Literal>a<")));

        assertThat(picture(url).getRGB(40, 20) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(picture(url + "&BUFFER=200").getRGB(40, 20) & 0xFFFFFF).isEqualTo(0xFF0000);
    }

    @Test
    void a_style_that_is_named_draws_instead_of_the_layers_own() {
        assertThat(bytes(MAP.replace("STYLES=", "STYLES=follow") + "LAYERS=path"))
                .isNotEqualTo(bytes(MAP + "LAYERS=path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RULE=far", "SCALE=500000000", "STYLE=park"})
    void a_legend_shows_one_rule_or_those_of_a_scale_or_another_style(String option) {
        assertThat(bytes(LEGEND + option)).isNotEqualTo(bytes(LEGEND));
    }

    @Test
    void the_frame_and_the_system_decide_what_is_seen() {
        byte[] whole = bytes(MAP + "LAYERS=park");

        assertThat(bytes(MAP.replace("119.4,27.4", "119.2,27.2") + "LAYERS=park"))
                .isNotEqualTo(whole);
        assertThat(bytes(MAP.replace("WIDTH=200", "WIDTH=300") + "LAYERS=park")).isNotEqualTo(whole);
        assertThat(bytes(MAP.replace("CRS=CRS:84&BBOX=119,27,119.4,27.4", "CRS=EPSG:4490&BBOX=27,119,27.4,119.4")
                        + "LAYERS=park"))
                .as("the same place, latitude first")
                .isEqualTo(whole);
    }
}

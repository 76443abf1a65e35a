package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.kernel.XmlElement;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is posted as XML asks for the same as parameters do; what is read back as a style draws the same. */
class PostedRequestTest {

    private static final String GET = "/geoserver/wms?SERVICE=WMS&REQUEST=GetMap&VERSION=1.1.1&FORMAT=image/png";
    private static final String NAMED =
            "<sld:StyledLayerDescriptor version=\"1.0.0\"><sld:NamedLayer><sld:Name>toy:park"
                    + "</sld:Name></sld:NamedLayer><sld:NamedLayer><sld:Name>toy:path</sld:Name><sld:NamedStyle><sld:Name>follow"
                    + "</sld:Name></sld:NamedStyle></sld:NamedLayer></sld:StyledLayerDescriptor>";
    private static final String BLUE = "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\">"
            + "<NamedLayer><Name>toy:park</Name><UserStyle><FeatureTypeStyle><Rule><PolygonSymbolizer><Fill>"
            + "<CssParameter name=\"fill\">#0000FF</CssParameter></Fill></PolygonSymbolizer></Rule></FeatureTypeStyle>"
            + "</UserStyle></NamedLayer></StyledLayerDescriptor>";

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
    }

    private static String getMap(String version, String srs, String corners, String output) {
        return "<ogc:GetMap xmlns:ogc=\"http://www.opengis.net/ows\" xmlns:gml=\"http://www.opengis.net/gml\""
                + " xmlns:sld=\"http://www.opengis.net/sld\" version=\"" + version + "\" service=\"WMS\">" + NAMED
                + "<BoundingBox srsName=\"" + srs + "\">" + corners + "</BoundingBox><Output><Format>image/png</Format>"
                + output + "<Size><Width>200</Width><Height>160</Height></Size></Output></ogc:GetMap>";
    }

    private static byte[] png(MockHttpServletResponse response) {
        assertThat(response.getContentType())
                .as(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("image/png");
        return response.getContentAsByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1.1 | http://www.opengis.net/gml/srs/epsg.xml#4326 | <gml:coord><gml:X>119</gml:X><gml:Y>27</gml:Y></gml:coord><gml:coord><gml:X>119.4</gml:X><gml:Y>27.32</gml:Y></gml:coord>",
                "1.2.0 | http://www.opengis.net/gml/srs/epsg.xml#4326 | <gml:coordinates>119,27 119.4,27.32</gml:coordinates>",
                "1.3.0 | EPSG:4326 | <gml:pos>119 27</gml:pos><gml:pos>119.4 27.32</gml:pos>",
                "1.3.0 | http://www.opengis.net/gml/srs/epsg.xml#4490 | <gml:upperCorner>119.4 27.32</gml:upperCorner><gml:lowerCorner>119 27</gml:lowerCorner>"
            })
    void a_posted_map_is_the_map_of_the_same_parameters(String version, String srs, String corners) {
        byte[] expected = png(maps.get(GET
                + "&LAYERS=toy:park,toy:path&STYLES=,follow&SRS=EPSG:4326&BBOX=119,27,119.4,27.32&WIDTH=200&HEIGHT=160"
                + "&BGCOLOR=0x112233"));

        byte[] posted = png(maps.post("/geoserver/wms", getMap(version, srs, corners, "<BGcolor>0x112233</BGcolor>")));

        assertThat(posted).isEqualTo(expected);
    }

    @Test
    void a_style_is_posted_beside_the_parameters_of_the_address() {
        String query = GET + "&SRS=EPSG:4326&BBOX=119,27,119.4,27.4&WIDTH=200&HEIGHT=200";

        byte[] posted = png(maps.post(query, BLUE));

        assertThat(posted)
                .isEqualTo(
                        png(maps.get(query + "&SLD_BODY=" + java.net.URLEncoder.encode(BLUE, StandardCharsets.UTF_8))))
                .isNotEqualTo(png(maps.get(query + "&LAYERS=toy:park&STYLES=")));
    }

    @Test
    void capabilities_are_given_to_who_posts_for_them() {
        String document = new String(
                maps.post("/geoserver/wms", "<GetCapabilities service=\"WMS\" version=\"1.1.1\"/>")
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);

        assertThat(document).contains("<WMT_MS_Capabilities version=\"1.1.1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "<GetMap | -",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><GetMap version='1.1.1'>&e;</GetMap> | -",
                "<GetMap/> | MissingParameterValue",
                "<GetMap version='1.1.1'/> | MissingParameterValue",
                "<GetMap version='1.1.1'><BoundingBox/></GetMap> | -",
                "<GetMap version='1.1.1'><BoundingBox><pos>1 b</pos><pos>2 3</pos></BoundingBox></GetMap> | -",
                "<GetMap version='1.1.1'><BoundingBox><pos>1 2</pos><pos>2 3</pos></BoundingBox></GetMap> | MissingParameterValue",
                "<GetMap version='1.3.0'><BoundingBox srsName='Mars'><pos>1 2</pos><pos>2 3</pos></BoundingBox></GetMap> | InvalidCRS",
                "<GetFeatureInfo version='1.1.1'/> | OperationNotSupported",
                "<Anything/> | OperationNotSupported"
            })
    void a_posted_request_that_cannot_be_read_gets_its_code(String body, String code) {
        String report = new String(maps.post("/geoserver/wms", body).getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(report).contains("<ServiceException").doesNotContain("its log has the reason");
        if (code == null) {
            assertThat(report).doesNotContain("code=");
        } else {
            assertThat(report).contains("code=\"" + code + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"park", "path", "post", "fire"})
    void a_style_that_is_asked_for_draws_the_same_when_it_is_sent_back(String layer) {
        MockHttpServletResponse styles =
                maps.get("/geoserver/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=toy:" + layer);
        assertThat(styles.getContentType()).startsWith("application/vnd.ogc.sld+xml");
        String document = new String(styles.getContentAsByteArray(), StandardCharsets.UTF_8);
        String query = GET + "&SRS=EPSG:4326&BBOX=119,27,119.4,27.4&WIDTH=200&HEIGHT=200&LAYERS=toy:" + layer;

        assertThat(png(maps.post(query, document))).isEqualTo(png(maps.get(query + "&STYLES=")));
    }

    @Test
    void the_default_style_comes_first_and_is_marked() {
        XmlElement document = XmlElement.read(
                "styles",
                new java.io.ByteArrayInputStream(
                        maps.get("/geoserver/toy/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=path,town")
                                .getContentAsByteArray()));

        assertThat(document.children("NamedLayer"))
                .extracting(layer -> layer.textAt("Name").orElse(""))
                .containsExactly("toy:path", "toy:town");
        assertThat(document.children("NamedLayer").get(0).children("UserStyle"))
                .extracting(style -> style.textAt("IsDefault").orElse(""))
                .startsWith("1")
                .doesNotContain("");
    }

    @ParameterizedTest
    @CsvSource({
        "LAYERS=, MissingParameterValue",
        "LAYERS=nowhere, LayerNotDefined",
        "LAYERS=park&SLDVER=2.0, InvalidParameterValue",
        "LAYERS=park&SLDVER=1.1.0, InvalidParameterValue"
    })
    void styles_that_cannot_be_given_are_refused(String query, String code) {
        assertThat(new String(maps.get("/geoserver/toy/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&" + query)
                        .getContentAsByteArray()))
                .contains("code=\"" + code + "\"");
    }
}

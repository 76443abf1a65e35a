package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.kernel.XmlElement;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * What the OGC's suite for WMS 1.3.0 asks of the town of Blue Lake, options basic, queryable and recommended, by the clauses
 * of OGC 06-042 that it names.
 */
@Tag("shared-data")
class BlueLakeTest {

    private static final String OWS = "/geoserver/cite/ows?SERVICE=WMS&";
    private static final String MAP = OWS + "ReQuEsT=GetMap&VeRsIoN=1.3.0&StYlEs=&";
    private static final String LAKES = MAP + "LaYeRs=Lakes&CrS=CRS:84&FoRmAt=image/png&";
    private static final String INFO = OWS + "REQUEST=GetFeatureInfo&VERSION=1.3.0&STYLES=&CRS=CRS:84&BBOX=-2,2,2,6"
            + "&WIDTH=100&HEIGHT=100&LAYERS=BasicPolygons&QUERY_LAYERS=BasicPolygons&I=50&J=50&INFO_FORMAT=text/plain";

    @TempDir
    static Path folder;

    @AutoClose
    private static BlueLake town;

    private static XmlElement capabilities;

    @BeforeAll
    static void open() throws IOException {
        town = new BlueLake(folder);
        capabilities = xml(town.get(OWS + "VERSION=1.3.0&REQUEST=GetCapabilities"));
    }

    private static XmlElement xml(MockHttpServletResponse response) {
        return XmlElement.read("answer", new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    private static BufferedImage picture(String url) throws IOException {
        MockHttpServletResponse response = town.get(url);
        assertThat(response.getContentType()).as(response.getContentAsString()).isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    private static String code(String url) {
        MockHttpServletResponse response = town.get(url);
        assertThat(response.getContentType()).startsWith("text/xml");
        XmlElement report = xml(response);
        assertThat(report.name()).isEqualTo("ServiceExceptionReport");
        return report.child("ServiceException").orElseThrow().attribute("code").orElse("");
    }

    private static List<XmlElement> layers() {
        return capabilities.at("Capability", "Layer").orElseThrow().children("Layer");
    }

    private static List<String> formats(String operation) {
        return capabilities.at("Capability", "Request", operation).orElseThrow().children("Format").stream()
                .map(XmlElement::text)
                .toList();
    }

    @Test
    void the_layers_have_the_titles_that_the_suite_looks_for() {
        assertThat(layers())
                .extracting(layer -> layer.textAt("Title").orElseThrow())
                .containsExactlyInAnyOrder(
                        "cite:Autos",
                        "cite:BasicPolygons",
                        "cite:Bridges",
                        "cite:BuildingCenters",
                        "cite:Buildings",
                        "cite:DividedRoutes",
                        "cite:Forests",
                        "cite:Lakes",
                        "cite:MapNeatline",
                        "cite:NamedPlaces",
                        "cite:Ponds",
                        "cite:RoadSegments",
                        "cite:Streams");
    }

    @Test
    void what_is_recommended_is_there_7_2_4() {
        XmlElement service = capabilities.child("Service").orElseThrow();
        assertThat(service.at("KeywordList", "Keyword")).isPresent();
        assertThat(service.textAt("ContactInformation", "ContactElectronicMailAddress"))
                .contains("town@blue-lake.example");
        assertThat(service.textAt("ContactInformation", "ContactAddress", "City"))
                .contains("Blue Lake");
        assertThat(layers()).allSatisfy(layer -> {
            assertThat(layer.textAt("Abstract").orElse("")).isNotEmpty();
            assertThat(layer.at("KeywordList", "Keyword")).isPresent();
            assertThat(layer.child("MetadataURL")).isPresent();
            assertThat(layer.children("CRS")).extracting(XmlElement::text).contains("CRS:84");
        });
    }

    @Test
    void every_box_is_in_a_system_that_is_advertised_and_no_system_has_two_6_7_4() {
        Set<String> inherited = capabilities.at("Capability", "Layer").orElseThrow().children("CRS").stream()
                .map(XmlElement::text)
                .collect(Collectors.toSet());
        assertThat(layers()).allSatisfy(layer -> {
            List<String> boxes = layer.children("BoundingBox").stream()
                    .map(box -> box.attribute("CRS").orElseThrow())
                    .toList();
            assertThat(boxes).doesNotHaveDuplicates().isNotEmpty();
            Set<String> offered =
                    layer.children("CRS").stream().map(XmlElement::text).collect(Collectors.toSet());
            offered.addAll(inherited);
            assertThat(offered).containsAll(boxes);
        });
    }

    @Test
    void every_system_is_drawn_in_every_format_7_3_3() throws IOException {
        List<String> systems = capabilities.at("Capability", "Layer").orElseThrow().children("CRS").stream()
                .map(XmlElement::text)
                .toList();
        assertThat(systems).hasSizeGreaterThan(3);
        List<String> wrong = new ArrayList<>();
        for (String system : systems) {
            for (String format : formats("GetMap")) {
                MockHttpServletResponse response = town.get(MAP + "LAYERS=Lakes,Streams&BBOX=-0.01,-0.01,0.01,0.01"
                        + "&WIDTH=40&HEIGHT=40&CRS=" + system + "&FORMAT="
                        + java.net.URLEncoder.encode(format, java.nio.charset.StandardCharsets.UTF_8));
                if (!format.equals(response.getContentType())) {
                    wrong.add(system + " " + format + ": " + response.getContentAsString());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_info_format_is_given_as_it_says_7_4_3_5() {
        for (String format : formats("GetFeatureInfo")) {
            String given = town.get(INFO.replace("text/plain", format)).getContentType();
            assertThat(given.replace(" ", "")).startsWith(format.replace(" ", ""));
        }
        assertThat(code(INFO.replace("text/plain", "text/nothing"))).isEqualTo("InvalidFormat");
    }

    @Test
    void the_update_sequence_is_respected_7_2_3_5() {
        String asked = OWS + "REQUEST=GetCapabilities&VERSION=1.3.0&UPDATESEQUENCE=";
        int now = Integer.parseInt(capabilities.attribute("updateSequence").orElseThrow());

        assertThat(code(asked + now)).isEqualTo("CurrentUpdateSequence");
        assertThat(code(asked + (now + 1))).isEqualTo("InvalidUpdateSequence");
        assertThat(code(asked + "9.000000001E17"))
                .as("as XPath 2.0 writes large sums")
                .isEqualTo("InvalidUpdateSequence");
        assertThat(xml(town.get(asked + (now - 1))).name()).isEqualTo("WMS_Capabilities");
    }

    @ParameterizedTest
    @CsvSource({
        "VERSION=1.3.0, 1.3.0",
        "VERSION=1.1.1, 1.1.1",
        "VERSION=1.0.0, 1.1.1",
        "VERSION=1.2.0, 1.1.1",
        "VERSION=9.9.9, 1.3.0",
        "NOVERSION=1, 1.3.0"
    })
    void versions_are_negotiated_6_2_4(String asked, String given) {
        String document =
                new String(town.get(OWS + "REQUEST=GetCapabilities&" + asked).getContentAsByteArray());

        assertThat(document).contains("version=\"" + given + "\"");
    }

    @Test
    void an_unknown_format_of_capabilities_means_xml_7_2_3_1() {
        MockHttpServletResponse response =
                town.get(OWS + "REQUEST=GetCapabilities&VERSION=1.3.0&FORMAT=something/else");

        assertThat(response.getContentType()).startsWith("text/xml");
        assertThat(xml(response).name()).isEqualTo("WMS_Capabilities");
    }

    @Test
    void boxes_may_be_written_with_exponents_6_5() throws IOException {
        String layers = "Streams,Lakes,Ponds,Bridges,RoadSegments,DividedRoutes,Buildings,MapNeatline";
        String rest = MAP + "CRS=CRS:84&WIDTH=400&HEIGHT=200&FORMAT=image/png&LAYERS=" + layers + "&BBOX=";

        byte[] plain = town.get(rest + "-0.005,-0.0025,0.005,0.0025").getContentAsByteArray();
        byte[] exponents =
                town.get(rest + "-.0005E1,-25E-4,%2B05E-3,.00025E%2B1").getContentAsByteArray();

        assertThat(exponents).isEqualTo(plain);
    }

    @Test
    void the_box_goes_around_the_outside_of_the_pixels_7_3_3_6() throws IOException {
        BufferedImage lake = picture(LAKES + "BBOX=0.0016,-0.0012,0.0026,-0.0005&WIDTH=10&HEIGHT=7");

        for (int x = 0; x < 10; x++) {
            for (int y = 0; y < 7; y++) {
                boolean border = x == 0 || x == 9 || y == 0 || y == 6;
                boolean white = (lake.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
                assertThat(white && border).as("white at %d, %d", x, y).isFalse();
            }
        }
        assertThat(lake.getRGB(5, 3) & 0xFFFFFF).as("the island").isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({
        "'', FFFFFFFF",
        "BGCOLOR=0x0000FF&, FF0000FF",
        "TRANSPARENT=TRUE&, 00000000",
        "TRANSPARENT=FALSE&, FFFFFFFF"
    })
    void what_nothing_covers_has_the_colour_asked_for_7_3_3_9(String parameters, String argb) throws IOException {
        BufferedImage map = picture(LAKES + parameters + "BBOX=0,-0.0020,0.0040,0&WIDTH=200&HEIGHT=100");

        int ground = Integer.parseUnsignedInt(argb, 16);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 25; x++) {
                int seen = map.getRGB(x, y);
                assertThat((seen >>> 24) == 0 ? 0 : seen).isEqualTo(ground);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "8, 5", "1, 1"})
    void pictures_have_exactly_the_size_asked_for_7_3_3_8(int width, int height) throws IOException {
        BufferedImage map = picture(LAKES + "BBOX=-0.0025,-0.0025,0.0025,0.0025&WIDTH=" + width + "&HEIGHT=" + height);

        assertThat(map.getWidth()).isEqualTo(width);
        assertThat(map.getHeight()).isEqualTo(height);
    }

    @Test
    void boxes_that_show_nothing_are_drawn_7_3_3_6() throws IOException {
        picture(LAKES + "BBOX=50,50,51,51&WIDTH=20&HEIGHT=20");
        picture(LAKES + "BBOX=-200,-100,200,100&WIDTH=20&HEIGHT=20");
        picture(MAP + "LAYERS=BasicPolygons&CRS=EPSG:3857&FORMAT=image/png&WIDTH=20&HEIGHT=20"
                + "&BBOX=-40000000,-40000000,40000000,40000000");
        picture(MAP + "LAYERS=BasicPolygons&CRS=EPSG:32631&FORMAT=image/png&WIDTH=20&HEIGHT=20"
                + "&BBOX=-90000000,-90000000,90000000,90000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.1,0,0,0.1", "0.1,0,0.1,0.2", "0,0.1,0.1,0", "0,0.1,0.1,0.1"})
    void boxes_without_an_area_are_refused_7_3_3_6(String box) {
        code(LAKES + "WIDTH=20&HEIGHT=20&BBOX=" + box);
    }

    @ParameterizedTest
    @CsvSource({
        "LaYeRs=Lakes, LaYeRs=Nowhere, LayerNotDefined",
        "LaYeRs=Lakes, 'LaYeRs=Nowhere,Lakes', LayerNotDefined",
        "LaYeRs=Lakes, 'LaYeRs=Lakes,Nowhere', LayerNotDefined",
        "StYlEs=, StYlEs=Nothing, StyleNotDefined",
        "CrS=CRS:84, CrS=UNKNOWN, InvalidCRS",
        "FoRmAt=image/png, FoRmAt=no/such, InvalidFormat"
    })
    void what_is_not_offered_has_its_code_e_1(String right, String wrong, String code) {
        String url = LAKES + "WIDTH=20&HEIGHT=20&BBOX=-0.01,-0.01,0.01,0.01";

        assertThat(code(url.replace(right, wrong))).isEqualTo(code);
        assertThat(code(url.replace(right, wrong) + "&EXCEPTIONS=XML")).isEqualTo(code);
    }

    @Test
    void styles_may_be_left_out_for_some_layers_7_3_3_4() throws IOException {
        String box = "CRS=CRS:84&FORMAT=image/png&WIDTH=60&HEIGHT=60&BBOX=-0.004,-0.004,0.004,0.004&";
        String url = OWS + "REQUEST=GetMap&VERSION=1.3.0&LAYERS=Lakes,Streams,Ponds&" + box + "STYLES=";

        byte[] none = town.get(url).getContentAsByteArray();
        assertThat(town.get(url + ",,").getContentAsByteArray()).isEqualTo(none);
        assertThat(town.get(url + "lake,,lake").getContentAsByteArray()).isEqualTo(none);
        assertThat(code(url + "lake,nothing,lake")).isEqualTo("StyleNotDefined");
    }

    @Test
    void failures_come_as_pictures_on_the_ground_asked_for_7_3_3_11() throws IOException {
        String wrong = LAKES.replace("Lakes", "Nowhere") + "BBOX=0,0,1,1&WIDTH=30&HEIGHT=20&";

        BufferedImage red = picture(wrong + "EXCEPTIONS=BLANK&BGCOLOR=0xFF0000");
        assertThat(red.getWidth()).isEqualTo(30);
        assertThat(red.getRGB(7, 7)).isEqualTo(0xFFFF0000);
        assertThat(picture(wrong + "EXCEPTIONS=BLANK&TRANSPARENT=TRUE").getRGB(7, 7) >>> 24)
                .isZero();
        picture(wrong + "EXCEPTIONS=INIMAGE");
    }

    @Test
    void no_more_features_are_told_than_asked_for_7_4_3_6() throws IOException {
        int one = town.get(INFO).getContentAsByteArray().length;
        int two = town.get(INFO + "&FEATURE_COUNT=2").getContentAsByteArray().length;

        assertThat(two).isGreaterThan(one);
        assertThat(town.get(INFO + "&FEATURE_COUNT=-1").getContentAsByteArray()).hasSize(one);
    }

    @ParameterizedTest
    @CsvSource({
        "I=50, I=100, InvalidPoint",
        "I=50, I=-1, InvalidPoint",
        "J=50, J=1000, InvalidPoint",
        "J=50, J=nothing, InvalidPoint",
        "QUERY_LAYERS=BasicPolygons, QUERY_LAYERS=Nowhere, LayerNotDefined",
        "QUERY_LAYERS=BasicPolygons, QUERY_LAYERS=Lakes, LayerNotDefined",
        "LAYERS=BasicPolygons&QUERY_LAYERS=BasicPolygons, LAYERS=MapNeatline&QUERY_LAYERS=MapNeatline, LayerNotQueryable"
    })
    void wrong_questions_have_their_code_e_1(String right, String wrong, String code) {
        assertThat(code(INFO.replace(right, wrong))).isEqualTo(code);
    }

    @Test
    void some_of_the_drawn_layers_can_be_asked_7_4_3_4() {
        String url = INFO.replace("LAYERS=BasicPolygons&", "LAYERS=Lakes,BasicPolygons,Ponds&");

        assertThat(new String(town.get(url).getContentAsByteArray())).contains("BasicPolygons");
    }
}

package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.kernel.XmlElement;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Capabilities and reports are valid against the OGC's schema (1.3.0) and document type definition (1.1.1). */
class DocumentsTest {

    private static final String WMS = "/geoserver/wms?SERVICE=WMS&";
    private static final String HERE = "http://localhost/geoserver/schemas/";

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
    }

    @ParameterizedTest
    @CsvSource({"en, Parks", "'fr,en', Parks", "zh-CN, 公园", "*, 公园"})
    void capabilities_speak_the_language_that_is_asked_for(String languages, String title) throws Exception {
        MockHttpServletResponse response =
                maps.get(WMS + "VERSION=1.3.0&REQUEST=GetCapabilities&AcceptLanguages=" + languages);

        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("<Title>" + title + "</Title>");
    }

    @Test
    void a_language_that_nothing_is_said_in_is_refused_with_those_that_there_are() throws Exception {
        MockHttpServletResponse response = maps.get(WMS + "VERSION=1.3.0&REQUEST=GetCapabilities&AcceptLanguages=fr");

        assertThat(response.getContentAsString())
                .contains("InvalidParameterValue", "languages: fr. But supported languages are: en, zh");
    }

    @ParameterizedTest
    @CsvSource({"'', 公园, 大公园", "&LANGUAGE=en, Parks, Large park", "&LANGUAGE=fr, 公园, 大公园"})
    void legends_speak_the_language_that_is_asked_for(String language, String layer, String rule) throws Exception {
        MockHttpServletResponse response = maps.get(
                WMS + "VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=toy:park&FORMAT=application/json" + language);

        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("\"title\":\"" + layer + "\"", "\"title\":\"" + rule + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fontColor:0xff0000",
                "fontStyle:bold",
                "fontStyle:italic",
                "fontSize:20",
                "fontName:DejaVu Serif",
                "fontAntiAliasing:false",
                "bgColor:0xeeeeee",
                "forceLabels:off"
            })
    void each_option_of_legends_changes_the_picture(String option) throws Exception {
        String legend = WMS + "VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=toy:park&FORMAT=image/png&LANGUAGE=en";

        assertThat(maps.get(legend + "&LEGEND_OPTIONS=" + option).getContentAsByteArray())
                .isNotEqualTo(maps.get(legend).getContentAsByteArray());
    }

    @Test
    void titles_above_several_layers_can_be_left_out() throws Exception {
        String legend = WMS + "VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=toy:park,toy:path&FORMAT=image/png";

        assertThat(height(maps.get(legend + "&LEGEND_OPTIONS=forceTitles:off"))).isLessThan(height(maps.get(legend)));
    }

    private static int height(MockHttpServletResponse picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.getContentAsByteArray()))
                .getHeight();
    }

    @Test
    void a_legend_in_english_is_another_picture() throws Exception {
        String legend = WMS + "VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=toy:park&FORMAT=image/png";

        assertThat(maps.get(legend + "&LANGUAGE=en").getContentAsByteArray())
                .isNotEqualTo(maps.get(legend).getContentAsByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "/geoserver/wms, REQUEST=GetCapabilities, capabilities_1_3_0.xsd",
        "/geoserver/toy/wms, REQUEST=GetCapabilities, capabilities_1_3_0.xsd",
        "/geoserver/toy/wms, REQUEST=GetMap&LAYERS=nowhere, exceptions_1_3_0.xsd"
    })
    void documents_of_130_are_valid(String path, String query, String schema) throws Exception {
        MockHttpServletResponse response = maps.get(path + "?SERVICE=WMS&VERSION=1.3.0&" + query);
        assertThat(new String(response.getContentAsByteArray())).contains(HERE + "wms/1.3.0/" + schema);
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.setResourceResolver((type, space, publicId, systemId, base) -> w3c(systemId));
        Validator validator = schemas.newSchema(DocumentsTest.class.getResource("/ogc/wms/1.3.0/" + schema))
                .newValidator();
        List<String> problems = new ArrayList<>();
        validator.setErrorHandler(noted(problems));

        validator.validate(new StreamSource(new ByteArrayInputStream(response.getContentAsByteArray())));

        assertThat(problems).isEmpty();
    }

    private static DefaultHandler noted(List<String> problems) {
        return new DefaultHandler() {
            @Override
            public void error(SAXParseException problem) {
                problems.add(problem.getLineNumber() + ": " + problem.getMessage());
            }

            @Override
            public InputSource resolveEntity(String publicId, String systemId) {
                assertThat(systemId).startsWith(HERE);
                return new InputSource(
                        DocumentsTest.class.getResourceAsStream("/ogc/" + systemId.substring(HERE.length())));
            }
        };
    }

    private static LSInput w3c(String systemId) {
        try {
            LSInput input = ((DOMImplementationLS)
                            DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                    .createLSInput();
            input.setByteStream(DocumentsTest.class.getResourceAsStream(
                    systemId.endsWith("xml.xsd") ? "/w3c/2001/xml.xsd" : "/w3c/1999/xlink.xsd"));
            return input;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUEST=GetCapabilities", "REQUEST=GetMap&LAYERS=nowhere"})
    void documents_of_111_are_valid(String query) throws Exception {
        String text = new String(maps.get(WMS + "VERSION=1.1.1&" + query).getContentAsByteArray());
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setValidating(true);
        SAXParser parser = factory.newSAXParser();
        List<String> problems = new ArrayList<>();

        parser.parse(new InputSource(new StringReader(text)), noted(problems));

        assertThat(problems).isEmpty();
    }

    @Test
    void a_layers_times_are_listed_with_the_newest_as_default() {
        XmlElement fire = layer("toy:fire");

        XmlElement dimension = fire.child("Dimension").orElseThrow();
        assertThat(dimension.attribute("default")).contains("2022-06-01T00:00:00Z");
        assertThat(dimension.text())
                .isEqualTo("2021-03-04T05:00:00.000Z,2021-03-20T05:00:00.000Z,2022-06-01T00:00:00.000Z");
    }

    @Test
    void a_named_group_is_a_branch_with_its_members_below_and_nowhere_else() {
        XmlElement root = capabilities().at("Capability", "Layer").orElseThrow();

        assertThat(root.children("Layer"))
                .extracting(layer -> layer.textAt("Name").orElse(""))
                .containsExactly("toy:town", "toy:fire");
        assertThat(layer("toy:town").children("Layer"))
                .extracting(layer -> layer.textAt("Name").orElse(""))
                .containsExactly("toy:relief", "toy:park", "toy:path", "toy:post");
    }

    private static XmlElement capabilities() {
        return XmlElement.read(
                "capabilities",
                new ByteArrayInputStream(
                        maps.get(WMS + "VERSION=1.3.0&REQUEST=GetCapabilities").getContentAsByteArray()));
    }

    private static XmlElement layer(String name) {
        return capabilities().at("Capability", "Layer").orElseThrow().children("Layer").stream()
                .filter(layer -> layer.textAt("Name").orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }
}

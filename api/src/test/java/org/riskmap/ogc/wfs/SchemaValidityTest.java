package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every document is valid against the OGC's schemas, found through the places that it names itself and nowhere else. */
class SchemaValidityTest {

    private static final String SCHEMAS = Toy.URL + "schemas/";

    @AutoClose
    private static Toy toy;

    @BeforeAll
    static void create() {
        toy = new Toy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version=2.0.0&request=GetCapabilities",
                "version=1.1.0&request=GetCapabilities",
                "version=1.0.0&request=GetCapabilities",
                "version=2.0.0&request=GetFeature&typeNames=toy:hut",
                "version=2.0.0&request=GetFeature&typeNames=toy:hut,toy:path,toy:zone,toy:pile",
                "version=2.0.0&request=GetFeature&typeNames=toy:zone&srsName=EPSG:4326",
                "version=2.0.0&request=GetFeature&typeNames=toy:hut&resultType=hits",
                "version=2.0.0&request=GetFeature&typeNames=toy:many&count=2&startIndex=3",
                "version=2.0.0&request=GetFeature&storedQuery_id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=hut.a",
                "version=2.0.0&request=GetPropertyValue&typeNames=toy:hut&valueReference=name",
                "version=2.0.0&request=GetPropertyValue&typeNames=toy:zone&valueReference=geom",
                "version=2.0.0&request=ListStoredQueries",
                "version=2.0.0&request=DescribeStoredQueries",
                "version=2.0.0&request=GetFeature&typeNames=toy:nowhere",
                "version=1.1.0&request=GetFeature&typeName=toy:hut",
                "version=1.1.0&request=GetFeature&typeName=toy:path",
                "version=1.1.0&request=GetFeature&typeName=toy:zone",
                "version=1.1.0&request=GetFeature&typeName=toy:pile&resultType=hits",
                "version=1.1.0&request=GetFeature&typeName=toy:nowhere",
                "version=1.0.0&request=GetFeature&typeName=toy:hut",
                "version=1.0.0&request=GetFeature&typeName=toy:path",
                "version=1.0.0&request=GetFeature&typeName=toy:zone",
            })
    void an_answer_is_valid_where_it_says_its_schemas_are(String query) throws Exception {
        MockHttpServletResponse response = toy.get("service=WFS&" + query);

        assertThat(problems(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.0.0 http://www.opengis.net/wfs/2.0",
                "1.1.0 http://www.opengis.net/wfs",
                "1.0.0 http://www.opengis.net/wfs"
            })
    void the_answer_to_a_transaction_is_valid(String versionAndSpace) throws Exception {
        String[] of = versionAndSpace.split(" ");
        MockHttpServletResponse response = toy.edit("""
                <wfs:Transaction service="WFS" version="%s" xmlns:wfs="%s" xmlns:t="http://toy">
                <wfs:Insert handle="a"><t:hut><t:beds>1</t:beds></t:hut></wfs:Insert></wfs:Transaction>""".formatted(of[0], of[1]));

        assertThat(problems(response)).isEmpty();
    }

    private static List<String> problems(MockHttpServletResponse response) throws Exception {
        List<String> problems = new ArrayList<>();
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema()
                .newValidator();
        validator.setResourceResolver((type, space, publicId, systemId, base) -> resolved(systemId, base));
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException exception) {
                problems.add(exception.getMessage());
            }

            @Override
            public void error(SAXParseException exception) {
                problems.add(exception.getLineNumber() + ": " + exception.getMessage());
            }

            @Override
            public void fatalError(SAXParseException exception) throws SAXException {
                throw exception;
            }
        });
        validator.validate(new StreamSource(new ByteArrayInputStream(response.getContentAsByteArray())));
        return problems;
    }

    private static LSInput resolved(String systemId, String base) {
        String url = systemId.contains(":") || base == null
                ? systemId
                : java.net.URI.create(base).resolve(systemId).toString();
        try {
            LSInput input = ((DOMImplementationLS)
                            DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                    .createLSInput();
            input.setSystemId(url);
            input.setByteStream(stream(url));
            return input;
        } catch (ReflectiveOperationException | IOException broken) {
            throw new IllegalStateException(url, broken);
        }
    }

    private static InputStream stream(String url) throws IOException {
        if (url.startsWith(Toy.URL + "wfs?")) {
            return new ByteArrayInputStream(
                    toy.get(url.substring(url.indexOf('?') + 1)).getContentAsByteArray());
        }
        String file = url.replace("http://schemas.opengis.net/", SCHEMAS)
                .replace("http://www.w3.org/", SCHEMAS + "w3c/")
                .replace("w3c/1999/xlink/", "w3c/1999/");
        assertThat(file).startsWith(SCHEMAS);
        String path = file.substring(SCHEMAS.length());
        InputStream stream =
                SchemaValidityTest.class.getResourceAsStream((path.startsWith("w3c/") ? "/" : "/ogc/") + path);
        assertThat(stream).as(path).isNotNull();
        return stream;
    }
}

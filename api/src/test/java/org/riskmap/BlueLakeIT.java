package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.riskmap.kernel.XmlElement;
import org.riskmap.postgis.DatabaseSettings;

/**
 * What the OGC's suite for WMS 1.3.0 asks beyond the map service itself: every address in the capabilities of the Blue Lake
 * directory answers as it says there.
 */
@Tag("shared-data")
class BlueLakeIT {

    private static final Path DIRECTORY =
            Path.of("src/test/resources/blue-lake").toAbsolutePath();
    private static final int LAYERS = 13;

    @AutoClose
    private static RunningService service;

    private static XmlElement capabilities;

    @BeforeAll
    static void open() throws Exception {
        service = RunningService.start(Map.of(
                "RISKMAP_GEOSERVER_DATA_DIR", DIRECTORY.resolve("datadir").toString()));
        load(service.database().settings());
        for (int patience = 60; patience > 0; patience--) {
            capabilities = xml(service.get("/geoserver/cite/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                    .body());
            if (layers().size() == LAYERS) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError(service.get("/actuator/health").body());
    }

    private static void load(DatabaseSettings settings) throws IOException, InterruptedException {
        String shared = System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data");
        ProcessBuilder loader = new ProcessBuilder(List.of(
                DIRECTORY.resolve("load.sh").toString(),
                settings.host(),
                Integer.toString(settings.port()),
                settings.name(),
                settings.user(),
                Path.of(shared, "cite-wms13").toAbsolutePath().toString()));
        loader.environment().put("PGPASSWORD", settings.password());
        loader.environment().put("PGOPTIONS", "-c client_min_messages=warning");
        assertThat(loader.inheritIO().start().waitFor()).as("load.sh").isZero();
    }

    private static XmlElement xml(String text) {
        return XmlElement.read("answer", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<XmlElement> layers() {
        return capabilities.at("Capability", "Layer").orElseThrow().children("Layer");
    }

    private static HttpResponse<byte[]> get(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(address, failed);
        }
    }

    private static String address(XmlElement element) {
        return element.child("OnlineResource")
                .flatMap(each -> each.attribute("href"))
                .orElseThrow();
    }

    private static void answersAsItSays(XmlElement resource) {
        HttpResponse<byte[]> answer = get(address(resource));
        assertThat(answer.statusCode()).as(address(resource)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(address(resource))
                .startsWith(resource.textAt("Format").orElseThrow());
    }

    @Test
    void metadata_is_there_in_the_format_that_is_named_7_2_4_6_11() {
        assertThat(layers()).hasSize(LAYERS).allSatisfy(layer -> {
            assertThat(layer.children("MetadataURL")).isNotEmpty();
            layer.children("MetadataURL").forEach(BlueLakeIT::answersAsItSays);
        });
    }

    @Test
    void legends_have_the_format_and_the_size_that_are_named_7_2_4_6_5() throws IOException {
        for (XmlElement layer : layers()) {
            for (XmlElement style : layer.children("Style")) {
                for (XmlElement legend : style.children("LegendURL")) {
                    answersAsItSays(legend);
                    var picture = ImageIO.read(
                            new ByteArrayInputStream(get(address(legend)).body()));
                    assertThat(legend.attribute("width")).hasValue("" + picture.getWidth());
                    assertThat(legend.attribute("height")).hasValue("" + picture.getHeight());
                }
            }
        }
    }

    @Test
    void addresses_of_operations_are_prefixes_7_2_4_4() {
        List<XmlElement> operations =
                capabilities.at("Capability", "Request").orElseThrow().children();
        assertThat(operations).extracting(XmlElement::name).contains("GetCapabilities", "GetMap", "GetFeatureInfo");
        assertThat(operations).allSatisfy(operation -> assertThat(
                        address(operation.at("DCPType", "HTTP", "Get").orElseThrow()))
                .matches(".*[?]|.*[?].*&"));
    }

    /** A schema and all that it brings in, without another host. */
    @Test
    void schemas_are_all_on_this_host_7_2_4() {
        String[] pair = capabilities.attribute("schemaLocation").orElseThrow().split("\\s+");
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(pair[1]));
        while (!open.isEmpty()) {
            String schema = open.remove(0);
            if (!seen.add(schema)) {
                continue;
            }
            assertThat(schema).startsWith(service.base().toString());
            HttpResponse<byte[]> answer = get(schema);
            assertThat(answer.statusCode()).as(schema).isEqualTo(200);
            for (XmlElement part :
                    xml(new String(answer.body(), StandardCharsets.UTF_8)).children()) {
                if (part.name().matches("import|include")) {
                    part.attribute("schemaLocation")
                            .ifPresent(place ->
                                    open.add(URI.create(schema).resolve(place).toString()));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    @Test
    void the_suites_own_way_to_count_the_update_sequence_is_understood_7_2_3_5() {
        double now = Double.parseDouble(capabilities.attribute("updateSequence").orElseThrow());
        String asked = "/geoserver/cite/wms?service=WMS&version=1.3.0&request=GetCapabilities&updateSequence=";

        assertThat(service.get(asked + (now + 1)).body()).contains("InvalidUpdateSequence");
        assertThat(service.get(asked + (now - 1)).body()).contains("<WMS_Capabilities");
        assertThat(service.get(asked + now).body()).contains("CurrentUpdateSequence");
    }
}

package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.ogc.OgcRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's WFS driver and OWSLib, programs that know nothing of riskmap, read the service over HTTP. */
class ForeignClientsTest {

    private static Toy toy;
    private static HttpServer server;
    private static String url;

    @BeforeAll
    static void create() throws IOException {
        toy = new Toy();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/geoserver/", ForeignClientsTest::answer);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + "/geoserver/wfs";
    }

    @AfterAll
    static void drop() {
        server.stop(0);
        toy.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        byte[] body = exchange.getRequestMethod().equals("POST")
                ? exchange.getRequestBody().readAllBytes()
                : null;
        MockHttpServletResponse response = new MockHttpServletResponse();
        String base = "http://localhost:" + server.getAddress().getPort() + "/geoserver/";
        toy.service()
                .handle(new OgcRequest(Toy.parameters(query == null ? "" : query), null, null, body, base), response);
        byte[] content = response.getContentAsByteArray();
        exchange.getResponseHeaders().set("Content-Type", response.getContentType());
        exchange.sendResponseHeaders(response.getStatus(), content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "1.1.0", "1.0.0"})
    void gdal_reads_the_coordinates_that_are_in_the_table(String version) throws Exception {
        JsonNode zone = JsonMapper.shared()
                .readTree(run(
                        "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", "WFS:" + url + "?VERSION=" + version, "toy:zone"));
        assertThat(zone.get("features").get(0).get("geometry").toString().replace(".0", ""))
                .isEqualTo(
                        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[119,29],[123,29],[123,32],[119,32],[119,29]],"
                                + "[[120,30],[120,31],[121,31],[121,30],[120,30]]]]}");
    }

    @Test
    void gdal_sees_fields_with_their_types_and_pushes_its_filter_down() throws Exception {
        String info = run("ogrinfo", "-ro", "WFS:" + url, "toy:hut", "-where", "beds > 5");
        assertThat(info)
                .contains(
                        "Feature Count: 1",
                        "beds (Integer) = 10",
                        "name (String) = x, \"y\" <&>",
                        "POINT (121.0 30.5)");
        assertThat(info).contains("seen: DateTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "1.1.0"})
    void owslib_lists_describes_and_fetches(String version) throws Exception {
        String script = """
                import sys, json
                from owslib.wfs import WebFeatureService
                wfs = WebFeatureService(sys.argv[1], version=sys.argv[2])
                print(sorted(wfs.contents))
                print(wfs.contents['toy:hut'].boundingBoxWGS84)
                print(sorted(wfs.get_schema('toy:hut')['properties'].items()))
                answer = wfs.getfeature(typename=['toy:hut'], outputFormat='application/json', bbox=(120.9, 30.4, 121.1, 30.6, 'urn:ogc:def:crs:EPSG::4326'))
                print([f['id'] for f in json.loads(answer.read())['features']])
                """;
        assertThat(run("/usr/bin/python3", "-c", script, url, version).lines())
                .containsExactly(
                        "['toy:hut', 'toy:many', 'toy:mixed', 'toy:path', 'toy:pile', 'toy:shelter', 'toy:zone']",
                        "(120.0, 30.0, 122.25, 31.125)",
                        "[('beds', 'int'), ('id', 'string'), ('name', 'string'), ('seen', 'dateTime')]",
                        "['hut.b']");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "1.1.0"})
    void owslib_asks_by_post(String version) throws Exception {
        String script = """
                import sys, json
                from owslib.wfs import WebFeatureService
                wfs = WebFeatureService(sys.argv[1], version=sys.argv[2])
                answer = wfs.getfeature(typename=['toy:hut'], method='Post', outputFormat='application/json',
                                        featureid=['hut.b'])
                print([f['id'] for f in json.loads(answer.read())['features']])
                """;
        assertThat(run("/usr/bin/python3", "-c", script, url, version).strip()).isEqualTo("['hut.b']");
    }

    private static String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command));
        builder.environment().put("no_proxy", "localhost");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}

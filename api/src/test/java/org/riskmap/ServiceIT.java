package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what, and how the service answers what it cannot serve; asked from outside, of the built jar. */
class ServiceIT {

    private final RunningService service = RunningService.shared();

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> close(String shelter, String... headers) {
        return service.send(service.request("/riskmap/shelters/" + shelter, headers)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"status\":\"closed\"}"))
                .build());
    }

    private String anyShelter() {
        return service.database()
                .client()
                .sql("select id from risk.shelter where status = 'open' order by id limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void health_tells_everybody_what_is_up_and_what_of_the_directory_is_not_served() {
        assertThat(json(service.get("/actuator/health")).path("status").stringValue())
                .isEqualTo("UP");
        JsonNode whole = json(service.get("/actuator/health"));
        assertThat(whole.at("/components/catalog/details/defects").isArray()).isTrue();
        assertThat(whole.toString()).doesNotContain(service.var().toString());
        assertThat(whole.at("/components/db/status").stringValue()).isEqualTo("UP");
    }

    @Test
    void the_generated_password_is_its_owners_only_and_not_in_the_log() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(service.var().resolve("admin-password"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(service.var().resolve("server.log"))).doesNotContain(service.adminPassword());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/riskmap/state",
                "/nothing/here",
                "/geoserver/wms?service=WMS&version=1.3.0&request=GetCapabilities",
                "/api/processes"
            })
    void every_answer_carries_the_headers_that_protect_its_reader(String path) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'")
                        .contains("frame-ancestors 'self'")
                        .doesNotContain("unsafe-eval"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void closing_a_shelter_needs_the_login_and_then_shows_at_once() {
        String shelter = anyShelter();
        HttpResponse<String> refused = close(shelter);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
        String before = json(service.get("/riskmap/state")).path("data_version").stringValue();
        try {
            HttpResponse<String> done = close(shelter, "Authorization", service.adminLogin());
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(json(done).path("status").stringValue()).isEqualTo("closed");
            assertThat(json(service.get("/riskmap/state")).path("data_version").stringValue())
                    .isNotEqualTo(before);
        } finally {
            service.database()
                    .client()
                    .sql("update risk.shelter set status = 'open' where id = ?")
                    .param(shelter)
                    .update();
        }
    }

    @Test
    void a_pages_script_is_refused_without_the_browsers_own_login_window() {
        HttpResponse<String> refused = service.get("/riskmap/login", "X-Requested-With", "XMLHttpRequest");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(json(service.get("/riskmap/login", "Authorization", service.adminLogin()))
                        .path("user")
                        .stringValue())
                .isEqualTo("admin");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing/here,            404",
        "POST,   /nothing/here,            404",
        "POST,   /riskmap/state,           405",
        "DELETE, /riskmap/shelters/x,      405",
        "PUT,    /api/processes,           405",
        "GET,    /api/jobs/no-such-job,    404",
        "GET,    /api/processes/none,      404",
        "GET,    /riskmap/search,          400",
        "GET,    /riskmap/search?q=a&limit=x, 400",
        "GET,    /riskmap/search?q=a&limit=0, 400",
        "TRACE,  /riskmap/state,           405",
        "PATCH,  /riskmap/shelters/x,      401",
        "GET,    /actuator/env,            401",
        "GET,    /actuator/heapdump,       401"
    })
    void what_cannot_be_served_is_a_problem_that_says_so(String method, String path, int status) {
        HttpResponse<String> response = service.send(service.request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(response).path("status").asInt()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "org.riskmap", "at java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /a%2Fb HTTP/1.1",
                "GET /..;/..;/etc/passwd HTTP/1.1",
                "GET /riskmap/search?q=%00 HTTP/1.1",
                "GET /riskmap/search?q=%FF%FE HTTP/1.1",
                "GET /geoserver/wms?bbox=NaN,NaN,NaN,NaN&request=GetMap&service=WMS HTTP/1.1",
                "GET /geoserver/wms?request=GetMap&request=GetMap&%00=1 HTTP/1.1",
                "GET /geoserver/wfs?service=WFS&request=GetFeature&typeNames=risk:shelter&count=-1 HTTP/1.1",
                "GET /geoserver/wfs?service=WFS&request=GetFeature&typeNames=risk:shelter&cql_filter=%27;-- HTTP/1.1",
                "GET /geoserver/nothing HTTP/1.1",
                "GET /api/jobs/%27%20or%201=1 HTTP/1.1",
                "POST /api/processes/buffer-exposure/execution HTTP/1.1",
                "POST /geoserver/wfs HTTP/1.1",
                "NONSENSE / HTTP/1.1"
            })
    void a_malformed_request_is_never_a_server_fault(String requestLine) throws IOException {
        String answer = raw(requestLine);
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.substring(9, 12)).matches("[234]..");
        assertThat(answer).doesNotContain("\tat ", "org.riskmap.");
    }

    /** Byte for byte, which HTTP clients refuse to send. */
    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.base().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"inputs\":5}", "{\"inputs\":{\"hazards\":{\"type\":\"Point\"}}}"})
    void a_malformed_analysis_is_the_callers_fault(String body) {
        HttpResponse<String> response =
                service.post("/api/processes/buffer-exposure/execution", "application/json", body);
        assertThat(response.statusCode()).isBetween(400, 422);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        HttpResponse<String> response = service.send(service.request("/api/processes/buffer-exposure/execution")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.InputStream() {
                    private long left = 70L * 1024 * 1024;

                    @Override
                    public int read() {
                        return left-- > 0 ? ' ' : -1;
                    }
                }))
                .build());
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void other_sites_pages_may_read_but_not_edit() {
        assertThat(service.get("/geoserver/wms?service=WMS&request=GetCapabilities", "Origin", "https://a.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(preflight("/api/processes/buffer-exposure/execution", "POST").statusCode())
                .isEqualTo(200);
        assertThat(preflight("/riskmap/shelters/x", "PATCH").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> preflight(String path, String method) {
        return service.send(service.request(path, "Origin", "https://a.example")
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/geoserver/wms?service=WMS&version=1.3.0&request=GetCapabilities",
                "/geoserver/wfs?service=WFS&version=2.0.0&request=GetCapabilities",
                "/api/processes"
            })
    void links_begin_with_the_address_that_the_proxy_was_asked_for(String path) {
        HttpResponse<String> response = service.get(
                path,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "map.example.org",
                "X-Forwarded-Prefix",
                "/risk");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("https://map.example.org/risk/")
                .doesNotContain(service.base().toString());
    }

    @Test
    void a_closed_service_before_a_real_geoserver_shows_nothing_without_login_and_passes_the_rest_through()
            throws IOException {
        HttpServer geoserver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        geoserver.createContext("/gs", exchange -> {
            byte[] body = ("asked " + exchange.getRequestURI() + " for "
                            + exchange.getRequestHeaders().getFirst("X-Forwarded-Host"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        geoserver.start();
        try (RunningService closed = RunningService.start(Map.of(
                "RISKMAP_SECURITY_ANONYMOUS_READ", "false",
                "RISKMAP_PUBLIC_URL", "https://closed.example.org",
                "RISKMAP_PUBLISHER", "geoserver",
                "RISKMAP_GEOSERVER_URL",
                        "http://127.0.0.1:" + geoserver.getAddress().getPort() + "/gs"))) {
            assertThat(closed.get("/actuator/health").statusCode()).isEqualTo(200);
            for (String path : new String[] {"/", "/riskmap/state", "/geoserver/wms", "/api/processes", "/nothing"}) {
                assertThat(closed.get(path).statusCode()).as(path).isEqualTo(401);
            }
            String login = closed.adminLogin();
            assertThat(closed.get("/riskmap/state", "Authorization", login).statusCode())
                    .isEqualTo(200);
            assertThat(closed.get("/geoserver/risk/wms?request=GetMap", "Authorization", login)
                            .body())
                    .isEqualTo("asked /gs/risk/wms?request=GetMap for closed.example.org");
        } finally {
            geoserver.stop(0);
        }
    }

    @Test
    void settings_that_cannot_work_stop_the_start_and_are_all_named() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> RunningService.start(
                                Map.of("RISKMAP_PUBLIC_URL", "map", "RISKMAP_PUBLISHER", "mapserver"))
                        .close()))
                .hasMessageContaining("riskmap.public-url: 'map'")
                .hasMessageContaining("riskmap.publisher: 'mapserver'")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\tat "));
    }

    @Test
    void the_thresholds_say_who_set_them() {
        JsonNode rows = json(service.get("/riskmap/standards"));
        assertThat(rows.size()).isPositive();
        rows.forEach(row -> assertThat(row.path("source").stringValue()).isNotBlank());
    }

    @Test
    void a_place_is_found_by_a_part_of_its_name() {
        String name = service.database()
                .client()
                .sql("select name from risk.admin_area where level = 'township' order by id limit 1")
                .query(String.class)
                .single();
        HttpResponse<String> response = service.get(
                "/riskmap/search?q=" + java.net.URLEncoder.encode(name.substring(0, 2), StandardCharsets.UTF_8));
        assertThat(json(response).path("results").findValuesAsString("name")).contains(name);
    }
}

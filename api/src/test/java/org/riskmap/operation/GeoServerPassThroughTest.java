package org.riskmap.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Against a stand-in that notes what reached it and answers as the test says. */
class GeoServerPassThroughTest {

    private HttpServer standIn;
    private @Nullable URI asked;
    private Headers received = new Headers();
    private String receivedBody = "";
    private Consumer<HttpExchange> answer = exchange -> reply(exchange, 200, "map");

    @BeforeEach
    void start() throws IOException {
        standIn = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        standIn.createContext("/", exchange -> {
            asked = exchange.getRequestURI();
            received = exchange.getRequestHeaders();
            receivedBody = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answer.accept(exchange);
        });
        standIn.start();
    }

    @AfterEach
    void stop() {
        standIn.stop(0);
    }

    private static void reply(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private MockHttpServletResponse pass(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        passThrough().doFilter(request, response, new MockFilterChain());
        return response;
    }

    private GeoServerPassThrough passThrough() {
        URI geoserver = URI.create("http://127.0.0.1:" + standIn.getAddress().getPort() + "/gs");
        return new GeoServerPassThrough(geoserver, new PublicUrl(Optional.of("https://map.example.org/risk")));
    }

    private static MockHttpServletRequest get(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return request;
    }

    @Test
    void path_and_query_arrive_below_the_real_geoservers_own_path() throws Exception {
        MockHttpServletResponse response =
                pass(get("/geoserver/risk/wms", "request=GetMap&styles=&name=%E6%B3%B0%E9%A1%BA"));
        assertThat(response.getContentAsString()).isEqualTo("map");
        assertThat(asked).hasToString("/gs/risk/wms?request=GetMap&styles=&name=%E6%B3%B0%E9%A1%BA");
    }

    @Test
    void characters_that_clients_send_bare_are_escaped() throws Exception {
        pass(get("/geoserver/wfs", "cql_filter=a<3|b"));
        assertThat(asked).hasToString("/gs/wfs?cql_filter=a%3C3%7Cb");
    }

    @Test
    void a_body_of_declared_length_arrives_whole_with_its_type() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/geoserver/wfs");
        request.setContentType("text/xml");
        request.setContent("<wfs:GetFeature/>".getBytes(UTF_8));
        pass(request);
        assertThat(receivedBody).isEqualTo("<wfs:GetFeature/>");
        assertThat(received.getFirst("Content-Type")).isEqualTo("text/xml");
        assertThat(received.getFirst("Content-Length")).isEqualTo("17");
    }

    @Test
    void headers_of_one_connection_stay_on_it() throws Exception {
        MockHttpServletRequest request = get("/geoserver/wms", "");
        request.addHeader("Connection", "close, X-Private");
        request.addHeader("X-Private", "between client and us");
        request.addHeader("TE", "trailers");
        request.addHeader("Accept-Language", "zh");
        pass(request);
        assertThat(received).doesNotContainKeys("X-private", "Te");
        assertThat(received.getFirst("Accept-Language")).isEqualTo("zh");
    }

    @Test
    void our_login_is_not_told_to_geoserver() throws Exception {
        MockHttpServletRequest request = get("/geoserver/wms", "");
        request.addHeader("Authorization", "Basic YWRtaW46eA==");
        pass(request);
        assertThat(received).doesNotContainKey("Authorization");
    }

    @Test
    void geoserver_learns_the_public_address() throws Exception {
        MockHttpServletRequest request = get("/geoserver/wms", "");
        request.addHeader("X-Forwarded-Host", "a-lie.example.org");
        pass(request);
        assertThat(received.get("X-forwarded-host")).containsExactly("map.example.org");
        assertThat(received.getFirst("X-forwarded-proto")).isEqualTo("https");
        assertThat(received.getFirst("X-forwarded-path")).isEqualTo("/risk");
    }

    @Test
    void status_and_headers_come_back_but_not_its_cors() throws Exception {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.ogc.se_xml");
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "https://only.example.org");
            exchange.getResponseHeaders().add("Connection", "X-Hop");
            exchange.getResponseHeaders().add("X-Hop", "1");
            reply(exchange, 404, "<e/>");
        };
        MockHttpServletResponse response = pass(get("/geoserver/wms", ""));
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentType()).isEqualTo("application/vnd.ogc.se_xml");
        assertThat(response.getHeaderNames())
                .doesNotContain("Access-Control-Allow-Origin", "Connection", "X-Hop", "Transfer-Encoding");
    }

    @Test
    void a_redirect_is_the_clients_to_follow() throws Exception {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "https://map.example.org/risk/geoserver/web/");
            reply(exchange, 302, "");
        };
        MockHttpServletResponse response = pass(get("/geoserver", ""));
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getHeader("Location")).endsWith("/geoserver/web/");
    }

    @Test
    void a_geoserver_that_is_away_is_a_502_problem() throws Exception {
        standIn.stop(0);
        MockHttpServletResponse response = pass(get("/geoserver/wms", ""));
        assertThat(response.getStatus()).isEqualTo(502);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }
}

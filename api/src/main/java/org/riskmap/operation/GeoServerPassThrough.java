package org.riskmap.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Passes {@code /geoserver/**} to a real GeoServer and its answer back, both as streams, both unchanged but for the
 * headers that belong to one connection only (RFC 9110, 7.6.1). The login of this service stays here: {@code
 * Authorization} is not passed on. GeoServer learns its public address from {@code X-Forwarded-*}.
 */
final class GeoServerPassThrough extends OncePerRequestFilter {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    private static final Duration FIRST_BYTE_TIME = Duration.ofSeconds(120);
    private static final String PATH = "/geoserver";

    /** Of one connection, by RFC 9110, or set anew by the client here. */
    private static final Set<String> OWN_TO_CONNECTION = headerNames(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect");

    /** Of the request, ours or replaced by ours. */
    private static final Set<String> NOT_PASSED_ON = headerNames(
            "authorization",
            "forwarded",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-path");

    private final URI geoserver;
    private final PublicUrl publicUrl;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIME)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    GeoServerPassThrough(URI geoserver, PublicUrl publicUrl) {
        this.geoserver = geoserver;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            passBack(client.send(onward(request), HttpResponse.BodyHandlers.ofInputStream()), response);
        } catch (HttpTimeoutException late) {
            Problem.of(HttpStatus.GATEWAY_TIMEOUT, "GeoServer did not answer in time.")
                    .send(response);
        } catch (java.net.ConnectException | UncheckedIOException away) {
            Problem.of(HttpStatus.BAD_GATEWAY, "GeoServer at " + geoserver + " cannot be reached.")
                    .send(response);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The service is stopping.")
                    .send(response);
        }
    }

    private HttpRequest onward(HttpServletRequest request) throws IOException {
        HttpRequest.Builder onward = HttpRequest.newBuilder(target(request))
                .timeout(FIRST_BYTE_TIME)
                .method(request.getMethod(), body(request));
        Set<String> dropped = ownToConnection(Collections.list(request.getHeaders("Connection")));
        dropped.addAll(NOT_PASSED_ON);
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!dropped.contains(name)) {
                Collections.list(request.getHeaders(name)).forEach(value -> onward.header(name, value));
            }
        }
        URI base = URI.create(publicUrl.base(request));
        onward.setHeader("X-Forwarded-Proto", base.getScheme());
        onward.setHeader("X-Forwarded-Host", base.getRawAuthority());
        if (!base.getRawPath().isEmpty()) {
            onward.setHeader("X-Forwarded-Path", base.getRawPath());
        }
        return onward.build();
    }

    private URI target(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(request.getContextPath().length() + PATH.length());
        String query = request.getQueryString();
        return URI.create(geoserver + rest + (query == null ? "" : "?" + escaped(query)));
    }

    /** Clients send a few characters bare that a strict URI must have escaped, such as {@code |} and {@code <}. */
    private static String escaped(String query) {
        StringBuilder strict = new StringBuilder();
        for (char character : query.toCharArray()) {
            if ("\"<>\\^`{|} []".indexOf(character) >= 0) {
                strict.append('%').append(String.format("%02X", (int) character));
            } else {
                strict.append(character);
            }
        }
        return strict.toString();
    }

    private static HttpRequest.BodyPublisher body(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return HttpRequest.BodyPublishers.noBody();
        }
        InputStream stream = request.getInputStream();
        HttpRequest.BodyPublisher chunks = HttpRequest.BodyPublishers.ofInputStream(() -> stream);
        return length < 0 ? chunks : HttpRequest.BodyPublishers.fromPublisher(chunks, length);
    }

    private static void passBack(HttpResponse<InputStream> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.statusCode());
        Set<String> dropped = ownToConnection(answer.headers().allValues("Connection"));
        answer.headers().map().forEach((name, values) -> {
            if (!dropped.contains(name) && !name.startsWith(":") && !isOurs(name)) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        try (InputStream body = answer.body()) {
            body.transferTo(response.getOutputStream());
        }
    }

    /** CORS is this service's decision; two {@code Access-Control-Allow-Origin} would make browsers refuse both. */
    private static boolean isOurs(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("access-control-");
    }

    private static Set<String> ownToConnection(List<String> connectionHeaders) {
        Set<String> names = headerNames();
        names.addAll(OWN_TO_CONNECTION);
        for (String header : connectionHeaders) {
            Arrays.stream(header.split(",")).map(String::strip).forEach(names::add);
        }
        return names;
    }

    private static Set<String> headerNames(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Arrays.asList(names));
        return set;
    }
}

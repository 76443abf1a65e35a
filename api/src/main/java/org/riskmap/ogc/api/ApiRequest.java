package org.riskmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/**
 * A request as it came in.
 *
 * @param geoserver the URL that ends in {@code /geoserver}
 * @param scope {@code /risk} or {@code /risk/shelter} of a virtual service, else empty
 * @param path below the landing page, from its slash; empty for the landing page itself
 * @param parameters by name; none twice
 * @param representation asked for
 * @param language asked for
 */
record ApiRequest(
        String geoserver,
        String scope,
        String path,
        Map<String, String> parameters,
        Representation representation,
        Language language) {

    /** Where the landing page is, below the scope. */
    static final String LANDING = "/ogc/features/v1";

    /** @throws InvalidInput where a parameter is given twice, or {@code f} or {@code lang} cannot be used */
    static ApiRequest of(HttpServletRequest servlet, String publicBase, String scope) {
        String asked =
                servlet.getRequestURI().substring(servlet.getContextPath().length());
        int landing = asked.indexOf(LANDING);
        String path = landing < 0 ? "" : asked.substring(landing + LANDING.length());
        Map<String, String> parameters = new TreeMap<>();
        servlet.getParameterMap().forEach((name, values) -> parameters.put(name, single(name, values)));
        return new ApiRequest(
                publicBase + "/geoserver",
                scope,
                path.equals("/") ? "" : path,
                parameters,
                Representation.of(Optional.ofNullable(parameters.get("f")), servlet.getHeader("Accept")),
                Language.of(Optional.ofNullable(parameters.get("lang")), servlet.getHeader("Accept-Language")));
    }

    private static String single(String name, String[] values) {
        if (Arrays.stream(values).distinct().count() > 1) {
            throw new InvalidInput(name, "it is given " + values.length + " times", "give it once");
        }
        return values[0];
    }

    /** The URL of the landing page. */
    String base() {
        return geoserver + scope + LANDING;
    }

    /** A parameter that is there and not empty. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Refuses parameters that nobody reads (17-069r4, /req/core/query-param-unknown).
     *
     * @throws InvalidInput naming the first of them and those that there are
     */
    void allow(Collection<String> names) {
        for (String name : parameters.keySet()) {
            if (!names.contains(name) && !name.equals("f") && !name.equals("lang")) {
                throw new InvalidInput(
                        name,
                        "there is no parameter of this name here",
                        "the parameters are " + String.join(", ", names) + (names.isEmpty() ? "" : ", ") + "f, lang");
            }
        }
    }

    /** This request with some parameters changed; null takes one away. */
    String with(Map<String, @Nullable String> changes) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changes.forEach((name, value) -> {
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        String query = changed.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return base() + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** This request in another form. */
    String as(Representation other) {
        return with(Map.of("f", other == Representation.HTML ? "html" : "json"));
    }

    /** For one step of a path, or for a parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}

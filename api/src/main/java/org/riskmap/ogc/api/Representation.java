package org.riskmap.ogc.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;

/** In which of its forms a resource is asked for: {@code f}, else {@code Accept}, else JSON. */
enum Representation {
    JSON,
    HTML;

    private static final int LONGEST_HEADER = 1000;
    private static final Set<String> JSON_NAMES = Set.of(
            "json",
            "geojson",
            "application/json",
            "application/geo+json",
            "application/schema+json",
            "application/vnd.oai.openapi+json;version=3.0");
    private static final List<MediaType> JSON_TYPES = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.parseMediaType("application/geo+json"),
            MediaType.parseMediaType("application/schema+json"),
            MediaType.parseMediaType("application/vnd.oai.openapi+json"));

    /**
     * @throws InvalidInput where {@code f} names no form that there is
     * @throws ErrorResponseException 406 where the header accepts none of them
     */
    static Representation of(Optional<String> f, @Nullable String accept) {
        if (f.isPresent()) {
            String name = f.get().replace(' ', '+');
            if (JSON_NAMES.contains(name)) {
                return JSON;
            }
            if (name.equals("html") || name.equals("text/html")) {
                return HTML;
            }
            throw new InvalidInput("f", "'" + f.get() + "' is not offered", "say json or html");
        }
        return accept == null || accept.isBlank() || accept.length() > LONGEST_HEADER ? JSON : accepted(accept);
    }

    private static Representation accepted(String header) {
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException unreadable) {
            return JSON; // a preference only: what cannot be read expresses none
        }
        double html = quality(wanted, List.of(MediaType.TEXT_HTML));
        double json = quality(wanted, JSON_TYPES);
        if (html <= 0 && json <= 0) {
            throw new ErrorResponseException(
                    HttpStatus.NOT_ACCEPTABLE,
                    Problem.of(
                                    HttpStatus.NOT_ACCEPTABLE,
                                    "Accept",
                                    "This is offered as application/json and text/html.")
                            .detail(),
                    null);
        }
        return html > json ? HTML : JSON;
    }

    /** Of the most specific range that includes one of the types; negative where none does. */
    private static double quality(List<MediaType> wanted, List<MediaType> offered) {
        double best = -1;
        int closest = -1;
        for (MediaType range : wanted) {
            int closeness = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            boolean includes = offered.stream().anyMatch(range::includes);
            if (includes && (closeness > closest || closeness == closest && range.getQualityValue() > best)) {
                best = range.getQualityValue();
                closest = closeness;
            }
        }
        return best;
    }

    String mediaType(String ofJson) {
        return this == HTML ? "text/html;charset=UTF-8" : ofJson;
    }
}

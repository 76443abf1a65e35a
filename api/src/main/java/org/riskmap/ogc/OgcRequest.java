package org.riskmap.ogc;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param parameters by name in upper case; of a name given twice the first value
 * @param workspace of the virtual service in the path; null at the global one
 * @param layer of the virtual service in the path; null where it names none
 * @param body XML that was posted; null for GET and for a posted form
 * @param baseUrl of the service as clients see it, ending in {@code /geoserver/}
 * @param editor whether the caller is logged in as one who may change data
 */
public record OgcRequest(
        Map<String, String> parameters,
        @Nullable String workspace,
        @Nullable String layer,
        byte @Nullable [] body,
        String baseUrl,
        boolean editor) {

    public OgcRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A request of somebody who only reads. */
    public OgcRequest(
            Map<String, String> parameters,
            @Nullable String workspace,
            @Nullable String layer,
            byte @Nullable [] body,
            String baseUrl) {
        this(parameters, workspace, layer, body, baseUrl, false);
    }

    /** A parameter that is there and not empty, stripped. */
    public Optional<String> parameter(String upperCaseName) {
        return Optional.ofNullable(parameters.get(upperCaseName))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}

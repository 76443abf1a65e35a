package org.riskmap.ogc.wfs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same request for another page.
 *
 * @param url of the service
 * @param parameters by name in upper case
 */
record PageLinks(String url, Map<String, String> parameters) {

    /** @param count null leaves the parameter out */
    String at(long startIndex, @Nullable Long count) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove("MAXFEATURES");
        changed.put("STARTINDEX", Long.toString(startIndex));
        changed.put("RESULTTYPE", "results");
        if (count == null) {
            changed.remove("COUNT");
        } else {
            changed.put("COUNT", Long.toString(count));
        }
        return url
                + changed.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

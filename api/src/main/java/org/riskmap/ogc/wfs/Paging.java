package org.riskmap.ogc.wfs;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of paging, common to KVP and XML.
 *
 * @param startIndex from 0
 * @param count most features; null means no limit
 * @param hits whether only the number is asked for
 */
record Paging(long startIndex, @Nullable Long count, boolean hits) {

    static Paging of(
            Optional<String> startIndex, Optional<String> count, String countName, Optional<String> resultType) {
        long start = startIndex.map(text -> number("startIndex", text)).orElse(0L);
        if (start < 0) {
            throw WfsFailure.invalid("startIndex", "startIndex " + start + " is negative; count from 0");
        }
        // GeoServer takes a negative count as none
        Long most = count.map(text -> number(countName, text))
                .filter(number -> number >= 0)
                .orElse(null);
        boolean hits = resultType
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "hits" -> true;
                    case "results" -> false;
                    default ->
                        throw WfsFailure.invalid("resultType", "resultType '" + text + "' is neither results nor hits");
                })
                .orElse(false);
        return new Paging(start, most, hits);
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException word) {
            throw WfsFailure.invalid(name, name + " '" + text + "' is not a whole number");
        }
    }
}

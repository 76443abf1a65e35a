package org.riskmap.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the double quotes round names that GeoTools' grammar does not take without them: names that are not ASCII, and
 * {@code id} and {@code t}, which are words of the grammar. What GeoServer reads, is read as GeoServer reads it.
 */
final class EcqlNames {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|\'\')*'|\"(?:[^\"]|\"\")*\"|(?<![\\p{L}\\p{N}_.:-])[\\p{L}_][\\p{L}\\p{N}_]*(?![\\p{L}\\p{N}_:])");
    private static final Pattern IN = Pattern.compile("(?is)\\s+(NOT\\s+)?IN\\b.*");

    private EcqlNames() {}

    static String quoted(String text) {
        Matcher token = TOKEN.matcher(text);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (token.find()) {
            if (needsQuotes(token.group(), text, token.end())) {
                result.append(text, done, token.start())
                        .append('"')
                        .append(token.group())
                        .append('"');
                done = token.end();
            }
        }
        return result.append(text, done, text.length()).toString();
    }

    private static boolean needsQuotes(String token, String text, int end) {
        if (token.startsWith("'") || token.startsWith("\"")) {
            return false;
        }
        if (token.equalsIgnoreCase("id")) {
            return !IN.matcher(text.substring(end, Math.min(text.length(), end + 40)))
                    .matches();
        }
        return token.equalsIgnoreCase("t") || token.chars().anyMatch(c -> c > 127);
    }
}

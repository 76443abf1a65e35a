package org.riskmap.style;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A picture of a data directory.
 *
 * @param file below one of the folders that a style may take pictures from
 * @param parameters what follows the question mark in its address, for SVG files that use {@code param(name)}
 */
public record PictureFile(Path file, Map<String, String> parameters) {

    public PictureFile {
        parameters = Map.copyOf(parameters);
    }

    /** Whether it is drawn from its shapes. */
    public boolean svg() {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".svg");
    }

    /**
     * What an address leads to; empty where it leads elsewhere than below the folders, as to another server or up and out.
     *
     * @param address relative to the first folder, or to a further one where the first has no such file; {@code file:} may
     *     stand before it
     * @param folders absolute
     */
    public static Optional<PictureFile> of(String address, List<Path> folders) {
        int question = address.indexOf('?');
        String path = question < 0 ? address : address.substring(0, question);
        String plain = path.startsWith("file:") ? path.substring("file:".length()) : path;
        if (plain.isBlank() || plain.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return Optional.empty();
        }
        Map<String, String> parameters = question < 0 ? Map.of() : parameters(address.substring(question + 1));
        return below(decoded(plain), folders).map(file -> new PictureFile(file, parameters));
    }

    private static Optional<Path> below(String path, List<Path> folders) {
        Path first = null;
        for (Path folder : folders) {
            try {
                Path file = folder.resolve(path).normalize();
                if (file.startsWith(folder) && !file.equals(folder)) {
                    if (java.nio.file.Files.isRegularFile(file)) {
                        return Optional.of(file);
                    }
                    first = first == null ? file : first;
                }
            } catch (InvalidPathException notAName) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(first);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException percentWithoutCode) {
            return text;
        }
    }
}

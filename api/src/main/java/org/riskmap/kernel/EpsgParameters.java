package org.riskmap.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.proj4j.CRSFactory;

/**
 * What proj4j knows of each code of the EPSG registry, read once: proj4j itself reads its file, of nearly a megabyte, from the
 * beginning for every code that it is asked for.
 */
final class EpsgParameters {

    /** By code, as PROJ's {@code +proj=… +ellps=…}. */
    private static final Map<Integer, String> BY_CODE = read();

    private EpsgParameters() {}

    /** Of a code that the file has, in PROJ's words. */
    static Optional<String> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<Integer, String> read() {
        try (InputStream stream = CRSFactory.class.getResourceAsStream("/proj4/nad/epsg");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("<"))
                    .collect(Collectors.toMap(
                            EpsgParameters::code, EpsgParameters::parameters, (first, again) -> first));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("proj4j's list of EPSG codes is not in the jar", unreadable);
        }
    }

    /** The lines are {@code <4326> +proj=longlat +datum=WGS84 +no_defs  <>}. */
    private static int code(String line) {
        return Integer.parseInt(line.substring(1, line.indexOf('>')));
    }

    private static String parameters(String line) {
        return line.substring(line.indexOf('>') + 1, line.lastIndexOf('<')).strip();
    }
}

package org.riskmap.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a road's class (OSM highway value) says of it. A class that the table does not name, or none, counts as
 * {@code unclassified}: a road that everybody may use.
 *
 * @param walk whether people may walk on it
 * @param drive whether cars may use it
 * @param driveKmh a car's speed where no sign says so; 0 where cars may not use it
 */
record RoadClass(boolean walk, boolean drive, double driveKmh) {

    private static final Map<String, RoadClass> TABLE = read();

    static RoadClass of(@Nullable String name) {
        RoadClass known = name == null ? null : TABLE.get(name);
        return known == null ? TABLE.get("unclassified") : known;
    }

    private static Map<String, RoadClass> read() {
        try (InputStream stream = RoadClass.class.getResourceAsStream("road-classes.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toUnmodifiableMap(
                            column -> column[0],
                            column -> new RoadClass(
                                    column[1].equals("yes"), column[2].equals("yes"), Double.parseDouble(column[3]))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("road-classes.csv is not in the jar", unreadable);
        }
    }
}

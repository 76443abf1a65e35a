package org.riskmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How {@code ogr2ogr} is called for a file: its output is a dump of one layer with all names as they are. */
final class OgrCommand implements AutoCloseable {

    /** Column of the geometry in the dump. */
    static final String GEOMETRY = "riskmap geometry";

    private static final Pattern LAYER = Pattern.compile("\\d+: (.*?)(?: \\([^()]*\\))?");

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final List<String> notes;
    private final @Nullable Path osmConfiguration;

    private OgrCommand(
            List<String> arguments,
            Map<String, String> environment,
            List<String> notes,
            @Nullable Path osmConfiguration) {
        this.arguments = arguments;
        this.environment = environment;
        this.notes = notes;
        this.osmConfiguration = osmConfiguration;
    }

    static OgrCommand of(Path file, @Nullable String layer, Encodings encodings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("ogr2ogr", "-f", "PGDump", "/vsistdout/", dataset(file)));
        if (layer != null) {
            arguments.add(layer);
        }
        arguments.addAll(List.of("-dim", "XY", "-nlt", "CONVERT_TO_LINEAR"));
        for (String option :
                List.of("LAUNDER=NO", "GEOMETRY_NAME=" + GEOMETRY, "SPATIAL_INDEX=NONE", "DROP_TABLE=NO")) {
            arguments.addAll(List.of("-lco", option));
        }
        ShapefileText text = ShapefileText.of(file, encodings);
        if (text.openOption() != null) {
            arguments.addAll(List.of("-oo", text.openOption()));
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pbf") || name.endsWith(".osm")) {
            Path configuration = Files.createTempFile("riskmap-osm", ".ini");
            configuration.toFile().deleteOnExit();
            try (InputStream ours = OgrCommand.class.getResourceAsStream("osmconf.ini")) {
                Files.copy(Objects.requireNonNull(ours), configuration, StandardCopyOption.REPLACE_EXISTING);
            }
            return new OgrCommand(
                    arguments,
                    Map.of("OSM_CONFIG_FILE", configuration.toString(), "PG_USE_COPY", "YES"),
                    text.notes(),
                    configuration);
        }
        Map<String, String> spreadsheet =
                Map.of("OGR_XLSX_HEADERS", "FORCE", "OGR_XLSX_FIELD_TYPES", "STRING", "PG_USE_COPY", "YES");
        return new OgrCommand(arguments, spreadsheet, text.notes(), null);
    }

    private static String dataset(Path file) {
        String path = file.toAbsolutePath().toString();
        return path.toLowerCase(Locale.ROOT).endsWith(".zip") ? "/vsizip/" + path : path;
    }

    /** The names of a file's layers. */
    static List<String> layers(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : GdalProgram.output(file, List.of("ogrinfo", "-ro", "-q", dataset(file)))
                .split("\n")) {
            Matcher layer = LAYER.matcher(line.strip());
            if (layer.matches()) {
                names.add(layer.group(1));
            }
        }
        return names;
    }

    List<String> arguments() {
        return arguments;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** What a reader of the report should know about how the file was read. */
    List<String> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        if (osmConfiguration != null) {
            Files.deleteIfExists(osmConfiguration);
        }
    }
}

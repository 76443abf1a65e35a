package org.riskmap.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding a Shapefile's table is read. Its {@code .cpg} file or the language byte of the {@code .dbf} say it,
 * else the profile, else it must be UTF-8: GDAL would take it for Latin 1 and make Chinese words unreadable.
 *
 * @param openOption for {@code ogr2ogr -oo}; null: none is needed
 */
record ShapefileText(@Nullable String openOption, List<String> notes) {

    private static final ShapefileText NOTHING_TO_SAY = new ShapefileText(null, List.of());
    private static final int LANGUAGE_BYTE = 29;
    private static final int HEADER_BYTES = 32; // before the names of the fields
    private static final int NO_LANGUAGE = 0;
    private static final int ANSI = 0x57; // "the system's", which says nothing

    static ShapefileText of(Path file, Encodings encodings) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".shp")) {
            String stem = file.getFileName().toString().substring(0, name.length() - 4);
            Optional<Path> dbf = sibling(file, stem, ".dbf");
            return decide(
                    file,
                    encodings,
                    sibling(file, stem, ".cpg").isPresent(),
                    dbf.isEmpty() ? new byte[0] : Files.readAllBytes(dbf.get()));
        }
        return name.endsWith(".zip") ? zipped(file, encodings) : NOTHING_TO_SAY;
    }

    private static Optional<Path> sibling(Path file, String stem, String ending) throws IOException {
        try (var files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(other -> other.getFileName().toString().equalsIgnoreCase(stem + ending))
                    .findFirst();
        }
    }

    private static ShapefileText zipped(Path file, Encodings encodings) throws IOException {
        // Names in the archive may be in any encoding; only their endings matter here.
        try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            Optional<? extends ZipEntry> dbf = entry(archive, ".dbf");
            if (dbf.isEmpty()) {
                return NOTHING_TO_SAY;
            }
            try (InputStream bytes = new BufferedInputStream(archive.getInputStream(dbf.get()))) {
                return decide(file, encodings, entry(archive, ".cpg").isPresent(), bytes.readAllBytes());
            }
        }
    }

    private static Optional<? extends ZipEntry> entry(ZipFile archive, String ending) {
        return archive.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst();
    }

    private static ShapefileText decide(Path file, Encodings encodings, boolean codePage, byte[] dbf)
            throws IOException {
        int language = dbf.length > LANGUAGE_BYTE ? dbf[LANGUAGE_BYTE] & 0xFF : NO_LANGUAGE;
        if (codePage || language != NO_LANGUAGE && language != ANSI || isAscii(dbf)) {
            return NOTHING_TO_SAY;
        }
        byte[] records = Arrays.copyOfRange(dbf, HEADER_BYTES, dbf.length);
        Charset charset = encodings.of(file.getFileName().toString(), () -> new ByteArrayInputStream(records));
        return new ShapefileText(
                "ENCODING=" + gdalName(charset),
                List.of("its .dbf does not say its encoding; read as " + charset.name()));
    }

    private static String gdalName(Charset charset) {
        return charset.name().equals("x-windows-950") ? "CP950" : charset.name();
    }

    /** Whether names and records hold no byte above 127. */
    private static boolean isAscii(byte[] dbf) {
        for (int i = HEADER_BYTES; i < dbf.length; i++) {
            if (dbf[i] < 0) {
                return false;
            }
        }
        return true;
    }
}

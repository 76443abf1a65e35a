package org.riskmap.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/**
 * In which encoding a Shapefile's table is read. Its {@code .cpg} file or the language byte of the {@code .dbf} say it,
 * else the profile, else it must be UTF-8: GDAL would take it for Latin 1 and make Chinese words unreadable.
 *
 * @param openOption for {@code ogr2ogr -oo}; null: none is needed
 */
record ShapefileText(@Nullable String openOption, List<String> notes) {

    private static final ShapefileText NOTHING_TO_SAY = new ShapefileText(null, List.of());
    private static final int LANGUAGE_BYTE = 29;
    private static final int NO_LANGUAGE = 0;
    private static final int ANSI = 0x57; // "the system's", which says nothing

    static ShapefileText of(Path file, @Nullable Charset declared) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".shp")) {
            String stem = file.getFileName().toString().substring(0, name.length() - 4);
            Optional<Path> dbf = sibling(file, stem, ".dbf");
            return decide(
                    file,
                    declared,
                    sibling(file, stem, ".cpg").isPresent(),
                    dbf.isEmpty() ? new byte[0] : Files.readAllBytes(dbf.get()));
        }
        return name.endsWith(".zip") ? zipped(file, declared) : NOTHING_TO_SAY;
    }

    private static Optional<Path> sibling(Path file, String stem, String ending) throws IOException {
        try (var files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(other -> other.getFileName().toString().equalsIgnoreCase(stem + ending))
                    .findFirst();
        }
    }

    private static ShapefileText zipped(Path file, @Nullable Charset declared) throws IOException {
        // Names in the archive may be in any encoding; only their endings matter here.
        try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            Optional<? extends ZipEntry> dbf = entry(archive, ".dbf");
            if (dbf.isEmpty()) {
                return NOTHING_TO_SAY;
            }
            try (InputStream bytes = new BufferedInputStream(archive.getInputStream(dbf.get()))) {
                return decide(file, declared, entry(archive, ".cpg").isPresent(), bytes.readAllBytes());
            }
        }
    }

    private static Optional<? extends ZipEntry> entry(ZipFile archive, String ending) {
        return archive.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst();
    }

    private static ShapefileText decide(Path file, @Nullable Charset declared, boolean codePage, byte[] dbf) {
        int language = dbf.length > LANGUAGE_BYTE ? dbf[LANGUAGE_BYTE] & 0xFF : NO_LANGUAGE;
        if (codePage || language != NO_LANGUAGE && language != ANSI || isAscii(dbf)) {
            return NOTHING_TO_SAY;
        }
        if (declared != null) {
            return new ShapefileText("ENCODING=" + gdalName(declared), List.of());
        }
        if (isUtf8(dbf)) {
            return new ShapefileText("ENCODING=UTF-8", List.of("the .dbf does not say its encoding; it is UTF-8"));
        }
        throw new InvalidInput(
                file.getFileName().toString(),
                "its .dbf has no .cpg beside it and does not say its encoding, which is not UTF-8",
                "declare its encoding in the profile, such as 'encoding: GB18030' or 'encoding: Big5'");
    }

    private static String gdalName(Charset charset) {
        return charset.name().equals("x-windows-950") ? "CP950" : charset.name();
    }

    /** Whether the records, which begin where bytes 8 and 9 say, hold no byte above 127. */
    private static boolean isAscii(byte[] dbf) {
        for (int i = 32; i < dbf.length; i++) {
            if (dbf[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] dbf) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(dbf, 32, dbf.length - 32));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}

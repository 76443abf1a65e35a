package org.riskmap.ingest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** The SQL dump that GDAL's PGDump driver writes: statements, one per line, and the rows of a {@code COPY}. */
final class DumpLines {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final int PIECE_BYTES = 1 << 16;

    private DumpLines() {}

    /** The next line without its line break; null at the end. */
    static byte @Nullable [] next(InputStream dump) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int b = dump.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            line.write(b);
            b = dump.read();
        }
        return line.toByteArray();
    }

    static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** The identifiers in double quotes, unquoted. */
    static List<String> quoted(String statement) {
        List<String> names = new ArrayList<>();
        Matcher name = QUOTED.matcher(statement);
        while (name.find()) {
            names.add(name.group(1).replace("\"\"", "\""));
        }
        return names;
    }

    /** Sends the rows up to the line {@code \.} on and ends the copy; fails where the dump ends before. */
    static void copySection(InputStream dump, CopyIn copy) throws IOException, SQLException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES + 4096);
        while (true) {
            byte[] line = next(dump);
            if (line == null) {
                throw new EOFException("the reading program ended in the middle of its records");
            }
            if (line.length == 2 && line[0] == '\\' && line[1] == '.') {
                break;
            }
            piece.write(line);
            piece.write('\n');
            if (piece.size() >= PIECE_BYTES) {
                copy.writeToCopy(piece.toByteArray(), 0, piece.size());
                piece.reset();
            }
        }
        copy.writeToCopy(piece.toByteArray(), 0, piece.size());
        copy.endCopy();
    }
}

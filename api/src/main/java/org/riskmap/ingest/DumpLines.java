package org.riskmap.ingest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** The SQL dump that GDAL's PGDump driver writes: statements, one per line, and the rows of a {@code COPY}. One thread only. */
final class DumpLines {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final byte[] END_OF_ROWS = {'\\', '.', '\n'};
    private static final int BLOCK_BYTES = 1 << 16;

    private final InputStream dump;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int at;
    private int end;

    DumpLines(InputStream dump) {
        this.dump = dump;
    }

    /** Whether there is a byte at {@code at}. */
    private boolean filled() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, dump.read(block));
        }
        return at < end;
    }

    /** Where the line that goes on at {@code at} ends in the block, or the block. */
    private int lineEnd() {
        int i = at;
        while (i < end && block[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The next line without its line break; null at the end. */
    @Nullable
    String next() throws IOException {
        if (!filled()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (filled()) {
            int stop = lineEnd();
            line.write(block, at, stop - at);
            at = stop;
            if (stop < end) {
                at++;
                break;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
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
    void copySection(CopyIn copy) throws IOException, SQLException {
        boolean lineBegins = true;
        while (filled()) {
            int from = at;
            while (at < end) {
                if (lineBegins && block[at] == '\\') { // a null in the first column begins so, too
                    copy.writeToCopy(block, from, at - from);
                    if (endsRows()) {
                        copy.endCopy();
                        return;
                    }
                    from = at;
                }
                int stop = lineEnd();
                lineBegins = stop < end;
                at = lineBegins ? stop + 1 : end;
            }
            copy.writeToCopy(block, from, end - from);
        }
        throw new EOFException("the reading program ended in the middle of its records");
    }

    /** Whether the line that begins here is the one that ends the rows; goes beyond it then. */
    private boolean endsRows() throws IOException {
        System.arraycopy(block, at, block, 0, end - at);
        end -= at;
        at = 0;
        while (end < END_OF_ROWS.length) {
            int read = dump.read(block, end, block.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        if (!Arrays.equals(block, 0, END_OF_ROWS.length, END_OF_ROWS, 0, END_OF_ROWS.length)) {
            return false;
        }
        at = END_OF_ROWS.length;
        return true;
    }
}

package org.riskmap.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's text format for {@code COPY … FROM STDIN}, sent in large pieces. */
final class CopyText {

    private static final int PIECE_CHARS = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder pending = new StringBuilder(PIECE_CHARS + 4096);

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    void row(List<? extends @Nullable String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                pending.append('\t');
            }
            value(values.get(i));
        }
        pending.append('\n');
        if (pending.length() >= PIECE_CHARS) {
            flush();
        }
    }

    private void value(@Nullable String value) {
        if (value == null) {
            pending.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> pending.append("\\\\");
                case '\t' -> pending.append("\\t");
                case '\n' -> pending.append("\\n");
                case '\r' -> pending.append("\\r");
                default -> pending.append(c);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        pending.setLength(0);
    }

    /** Ends the copy; gives the number of rows. */
    long end() throws SQLException {
        flush();
        return copy.endCopy();
    }
}

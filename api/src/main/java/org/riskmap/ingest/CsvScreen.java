package org.riskmap.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV text into records and sets apart those whose quotation marks do not come in pairs, so that a missing mark
 * costs one line and never merges rows. Quoting: RFC 4180, section 2, rules 5 to 7.
 *
 * <p>A quoted value may hold line breaks. A line whose last quote is open is joined with the lines after it, unless one of
 * those could be a record by itself: then the open quote is taken for the defect that it nearly always is.
 */
final class CsvScreen {

    private static final int LONGEST_RECORD_LINES = 50;
    private static final String OPEN_QUOTE = "a quotation mark opens a value and none closes it";
    private static final String STRAY_QUOTE = "a quotation mark stands inside a value that is not quoted as a whole";

    /**
     * @param text of the record without its last line break
     * @param line its first line, from 1
     * @param fault what is wrong with its quotes; null: nothing
     */
    record Piece(String text, long line, @Nullable String fault) {}

    private enum Quotes {
        PAIRED,
        OPEN,
        STRAY
    }

    private record Scan(Quotes quotes, int fields) {}

    private final BufferedReader reader;
    private final char delimiter;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long linesTaken;

    CsvScreen(BufferedReader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /** The next record, blank lines left out; null at the end. {@code fields}: how many a record has; 0 for the header. */
    @Nullable
    Piece next(int fields) throws IOException {
        String line = take();
        while (line != null && line.isBlank()) {
            line = take();
        }
        if (line == null) {
            return null;
        }
        long first = linesTaken;
        Scan scan = scan(line);
        return switch (scan.quotes()) {
            case PAIRED -> new Piece(line, first, null);
            case STRAY -> new Piece(line, first, STRAY_QUOTE);
            case OPEN -> joined(line, first, fields);
        };
    }

    private Piece joined(String line, long first, int fields) throws IOException {
        StringBuilder text = new StringBuilder(line);
        List<String> used = new ArrayList<>();
        while (used.size() < LONGEST_RECORD_LINES) {
            String more = take();
            if (more == null) {
                break;
            }
            used.add(more);
            text.append('\n').append(more);
            Scan whole = scan(text.toString());
            if (couldBeARecord(more, fields) || whole.quotes() == Quotes.STRAY) {
                break;
            }
            if (whole.quotes() == Quotes.PAIRED) {
                if (fields > 0 && whole.fields() != fields) {
                    break;
                }
                return new Piece(text.toString(), first, null);
            }
        }
        for (int i = used.size() - 1; i >= 0; i--) {
            ahead.addFirst(used.get(i));
        }
        linesTaken -= used.size();
        return new Piece(line, first, OPEN_QUOTE);
    }

    /** Whether the line has the fields of a whole record, its quotes disregarded. */
    private boolean couldBeARecord(String line, int fields) {
        return fields > 1 && line.chars().filter(c -> c == delimiter).count() + 1 >= fields;
    }

    private @Nullable String take() throws IOException {
        String line = ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
        if (line != null) {
            linesTaken++;
        }
        return line;
    }

    private Scan scan(String text) {
        if (text.indexOf('"') < 0) {
            return new Scan(Quotes.PAIRED, 0);
        }
        int fields = 1;
        boolean quoted = false;
        boolean start = true; // of a field
        boolean closed = false; // a quote has just ended, or was the first of a doubled one
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"') {
                    quoted = false;
                    closed = true;
                }
            } else if (c == delimiter) {
                fields++;
                start = true;
                closed = false;
            } else if (c == '"' && (start || closed)) {
                quoted = true;
                start = false;
                closed = false;
            } else if (c == '"' || closed) {
                return new Scan(Quotes.STRAY, fields);
            } else {
                start = false;
            }
        }
        return new Scan(quoted ? Quotes.OPEN : Quotes.PAIRED, fields);
    }
}

package org.riskmap.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/**
 * The records of a CSV file with a header, each with its line. Values are as written; a record that cannot be read as the
 * header says is given as one text with what is wrong with it.
 */
final class CsvFile implements AutoCloseable {

    private static final char UNREADABLE = '\uFFFD';

    /**
     * @param line first line in the file, from 1
     * @param values one per field of the header; where there is a fault, the whole text alone
     * @param fault why it is no record; null: it is one
     */
    record Line(long line, List<String> values, @Nullable String fault) {}

    private final Charset charset;
    private final CsvScreen screen;
    private final BufferedReader reader;
    private final List<String> fields;
    private final Iterator<CSVRecord> parsed;
    private final Queue<CsvScreen.Piece> handed = new ArrayDeque<>();
    private final Queue<Line> faulty = new ArrayDeque<>();

    private CsvFile(Path file, Charset charset, BufferedReader reader, char delimiter) throws IOException {
        this.charset = charset;
        this.reader = reader;
        this.screen = new CsvScreen(reader, delimiter);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.fields = header(file, format);
        this.parsed = CSVParser.builder()
                .setReader(new Feed())
                .setFormat(format)
                .get()
                .iterator();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param encodings that the profile allows where there is no byte order mark
     * @throws InvalidInput where the header cannot be read, or the text is not in the encoding it is read in
     */
    static CsvFile open(Path file, Encodings encodings, char delimiter) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            Charset marked = byteOrderMark(bytes);
            Charset charset = marked != null
                    ? marked
                    : encodings.of(file.getFileName().toString(), () -> Files.newInputStream(file));
            return new CsvFile(file, charset, new BufferedReader(decoder(bytes, charset), 1 << 16), delimiter);
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    private static Reader decoder(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static @Nullable Charset byteOrderMark(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] first = bytes.readNBytes(3);
        bytes.reset();
        if (first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF) {
            bytes.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (first.length >= 2
                && (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE
                        || first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        return null;
    }

    private List<String> header(Path file, CSVFormat format) throws IOException {
        CsvScreen.Piece first = screen.next(0);
        String name = file.getFileName().toString();
        if (first == null) {
            throw new InvalidInput(name, "it is empty", "a CSV file begins with a line of field names");
        }
        if (first.fault() != null
                || first.text().indexOf(UNREADABLE) >= 0
                || first.text().indexOf('\0') >= 0) {
            throw new InvalidInput(
                    name,
                    "its line of field names cannot be read as " + charset
                            + (first.fault() == null ? "" : ": " + first.fault()),
                    "declare its encoding in the profile, such as 'encoding: GB18030' or 'encoding: Big5'");
        }
        List<String> names = new ArrayList<>(
                CSVParser.parse(first.text(), format).iterator().next().toList());
        names.replaceAll(String::strip);
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        Set<String> seen = new HashSet<>();
        for (String field : names) {
            if (!seen.add(field)) {
                throw new InvalidInput(
                        name,
                        field.isEmpty() ? "a field in the middle has no name" : "two fields are called '" + field + "'",
                        "give each field a name of its own");
            }
        }
        return List.copyOf(names);
    }

    /** The names of the header without nameless fields at its end. */
    List<String> fields() {
        return fields;
    }

    /** In which encoding it was read, where that is not UTF-8. */
    List<String> notes() {
        return charset.equals(StandardCharsets.UTF_8) ? List.of() : List.of("read as " + charset.name());
    }

    /** The next record; null at the end. */
    @Nullable
    Line next() throws IOException {
        boolean more = parsed.hasNext();
        Line bad = faulty.poll();
        if (bad != null || !more) {
            return bad;
        }
        return checked(handed.remove(), parsed.next());
    }

    private Line checked(CsvScreen.Piece piece, CSVRecord record) {
        if (piece.text().indexOf(UNREADABLE) >= 0) {
            return fault(piece, "it has bytes that are no " + charset + " text");
        }
        if (piece.text().indexOf('\0') >= 0) {
            return fault(piece, "it has a zero byte");
        }
        if (record.size() < fields.size()) {
            return fault(piece, "it has " + record.size() + " fields where the header has " + fields.size());
        }
        for (int i = fields.size(); i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return fault(
                        piece,
                        "it has " + record.size() + " fields where the header has " + fields.size()
                                + ", and the surplus is not empty");
            }
        }
        return new Line(piece.line(), record.toList().subList(0, fields.size()), null);
    }

    private static Line fault(CsvScreen.Piece piece, String fault) {
        return new Line(piece.line(), List.of(piece.text().replace('\0', UNREADABLE)), fault);
    }

    /** Hands the good pieces to the parser, one line break after each, and keeps the others. */
    private final class Feed extends Reader {

        private String text = "";
        private int position;

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            while (position == text.length()) {
                CsvScreen.Piece piece = screen.next(fields.size());
                if (piece == null) {
                    return -1;
                }
                if (piece.fault() != null) {
                    faulty.add(fault(piece, piece.fault()));
                } else {
                    handed.add(piece);
                    text = piece.text() + "\n";
                    position = 0;
                }
            }
            int count = Math.min(length, text.length() - position);
            text.getChars(position, position + count, target, offset);
            position += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

package org.riskmap.upload;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/** CSV text (RFC 4180, UTF-8) with a header → records by canonical names of columns; Chinese headers are known too. */
public final class CsvTable {

    /**
     * @param line where it begins, from 1; the header is line 1
     * @param values by column; empty fields are left out
     */
    public record Line(long line, Map<String, String> values) {

        @Nullable
        String get(String column) {
            return values.get(column);
        }
    }

    private static final int MOST = 200_000;

    private final Set<String> columns;
    private final List<Line> lines;

    private CsvTable(Set<String> columns, List<Line> lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /**
     * @param names canonical name by header, headers in small letters
     * @throws InvalidInput where it is no CSV, or too long
     */
    public static CsvTable parse(String text, Map<String, String> names) {
        String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(csv))
                .setFormat(format)
                .get()) {
            List<String> header = new ArrayList<>();
            List<Line> lines = new ArrayList<>();
            long line = 1;
            for (CSVRecord record : parser) {
                if (header.isEmpty()) {
                    record.forEach(
                            field -> header.add(names.getOrDefault(field.strip().toLowerCase(), field.strip())));
                } else {
                    lines.add(new Line(line, values(header, record)));
                }
                line = parser.getCurrentLineNumber() + 1;
                if (lines.size() > MOST) {
                    throw new InvalidInput("body", "it has more than " + MOST + " records", "send it in parts");
                }
            }
            return new CsvTable(Set.copyOf(header), lines);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InvalidInput(
                    "body", "it is no CSV: " + unreadable.getMessage(), "send RFC 4180, UTF-8, with a header");
        }
    }

    private static Map<String, String> values(List<String> header, CSVRecord record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size() && i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                values.put(header.get(i), record.get(i).strip());
            }
        }
        return values;
    }

    /** The records, in the order of the text. */
    public List<Line> lines() {
        return lines;
    }

    /** Whether the header has a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** Fails where a column is missing. */
    public CsvTable with(String... needed) {
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new InvalidInput(
                        column, "the header has no such column", "the columns are " + String.join(", ", needed));
            }
        }
        return this;
    }
}

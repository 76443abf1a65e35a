package org.riskmap.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of one table in PostgreSQL's text form for {@code COPY}, handed on in large pieces. */
final class CopyTable implements AutoCloseable {

    /** Takes rows of a table. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param statement {@code copy risk.… (…) from stdin}
         * @param rows UTF-8, tab-separated, {@code \N} for null
         * @param count of the rows
         */
        void take(String statement, byte[] rows, long count);
    }

    private static final int PIECE_BYTES = 24 << 20;
    private static final Instant FIRST_RECORD = Instant.parse("2025-01-06T01:00:00Z"); // nine o'clock in China
    private static final int DAYS_OF_RECORDING = 330;
    private static final int MILLIS_OF_WORK = 8 * 3600 * 1000;

    private final String statement;
    private final Sink sink;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final StringBuilder row = new StringBuilder();
    private long count;

    /** @param columns the first is {@code id}; {@code source}, which is {@code demo} on every row, and {@code updated_at} are added */
    CopyTable(Sink sink, String table, String... columns) {
        this.sink = sink;
        this.statement = "copy risk." + table + " (" + String.join(", ", columns) + ", source, updated_at) from stdin";
    }

    /** Text, numbers, booleans, instants; geometry as {@link Ewkb} gives it. */
    void row(@Nullable Object... values) {
        row.setLength(0);
        for (Object value : values) {
            append(value);
            row.append('\t');
        }
        row.append("demo\t").append(recorded(String.valueOf(values[0]))).append('\n');
        rows.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
        count++;
        if (rows.size() > PIECE_BYTES) {
            handOn();
        }
    }

    /** A moment of a working day in the year in which the county's records were written, as scattered as a real county's. */
    private static Instant recorded(String id) {
        int day = Math.floorMod(id.hashCode(), DAYS_OF_RECORDING);
        int millis = Math.floorMod(31 * id.hashCode() / DAYS_OF_RECORDING, MILLIS_OF_WORK);
        return FIRST_RECORD.plus(Duration.ofDays(day)).plus(Duration.ofMillis(millis));
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            row.append("\\N");
        } else if (value instanceof Boolean truth) {
            row.append(truth ? 't' : 'f');
        } else if (value instanceof String || value instanceof Number || value instanceof Instant) {
            row.append(
                    value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
        } else {
            throw new IllegalArgumentException("no text form for " + value.getClass());
        }
    }

    private void handOn() {
        if (count > 0) {
            sink.take(statement, rows.toByteArray(), count);
        }
        rows.reset();
        count = 0;
    }

    @Override
    public void close() {
        handOn();
    }
}

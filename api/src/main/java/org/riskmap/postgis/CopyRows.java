package org.riskmap.postgis;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Rows for one table in the binary form of {@code COPY}, which the server reads with the least work (PostgreSQL's manual, COPY,
 * "Binary Format"). For one thread.
 */
public final class CopyRows {

    private static final int NULL = -1;
    private static final int END = -1;

    private final TableShape table;
    private final List<TableShape.Column> columns;
    private final Bytes out = new Bytes();
    private final Ewkb geometries = new Ewkb(out);

    /**
     * @param columns of the table that rows have, in their order; others get their default
     * @throws IllegalArgumentException where the table has no such column
     */
    public CopyRows(TableShape table, List<String> columns) {
        this.table = table;
        this.columns = columns.stream()
                .map(name -> table.column(name)
                        .orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + table.table())))
                .toList();
        out.all(BinaryRows.SIGNATURE);
        out.bigInt(0); // flags
        out.bigInt(0); // length of what else the header could hold
    }

    /** Begins a row; as many values follow as there are columns. */
    public void row() {
        out.bigShort(columns.size());
    }

    /**
     * The next value of the row.
     *
     * @param number of the column
     * @param value text of anything for {@code text}; a number for {@code int4}, {@code int8}, {@code float8}; Boolean; a
     *     {@link Geometry} in the column's system, single polygons and lines in a column of multiple ones too
     * @throws IllegalArgumentException where the column is of another type
     * @throws ArithmeticException where a whole number is too large for it
     */
    public void value(int number, @Nullable Object value) {
        if (value == null) {
            out.bigInt(NULL);
            return;
        }
        TableShape.Column column = columns.get(number);
        switch (column.sqlType()) {
            case "text" -> bytes(value.toString().getBytes(StandardCharsets.UTF_8));
            case "int4" -> {
                out.bigInt(Integer.BYTES);
                out.bigInt(Math.toIntExact(((Number) value).longValue()));
            }
            case "int8" -> {
                out.bigInt(Long.BYTES);
                out.bigLong(((Number) value).longValue());
            }
            case "float8" -> {
                out.bigInt(Double.BYTES);
                out.bigLong(Double.doubleToLongBits(((Number) value).doubleValue()));
            }
            case "bool" -> {
                out.bigInt(1);
                out.one((Boolean) value ? 1 : 0);
            }
            case "geometry" -> geometry((Geometry) value, column);
            default -> throw new IllegalArgumentException("no binary form of " + column.sqlType());
        }
    }

    /** A text of the row that is in UTF-8 already. */
    public void utf8(byte[] text) {
        bytes(text);
    }

    private void bytes(byte[] value) {
        out.bigInt(value.length);
        out.all(value);
    }

    private void geometry(Geometry geometry, TableShape.Column column) {
        int length = out.size();
        out.bigInt(0);
        int start = out.size();
        geometries.write(geometry, String.valueOf(column.geometryType()).startsWith("Multi"), column.srid());
        out.bigIntAt(length, out.size() - start);
    }

    String statement() {
        return "copy %s (%s) from stdin (format binary)"
                .formatted(
                        table.qualifiedName(),
                        columns.stream()
                                .map(column -> SqlQuery.identifier(column.name()))
                                .collect(Collectors.joining(", ")));
    }

    /** All rows; none can be added any more. */
    InputStream content() {
        out.bigShort(END);
        return new ByteArrayInputStream(out.array(), 0, out.size());
    }
}

package org.riskmap.ogc.wfs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Json;

/** A table of dBASE III in UTF-8: the attributes of a shapefile. Names have at most ten bytes, texts 254. */
final class DbfFile implements AutoCloseable {

    private static final int NAME_BYTES = 10;
    private static final int TEXT_BYTES = 254;
    private static final int NUMBER_BYTES = 24;

    /**
     * @param name in the file
     * @param cut texts that were longer than the field
     */
    private record Field(LayerProperty property, String name, char type, int bytes, long[] cut) {}

    private final Path file;
    private final OutputStream out;
    private final List<Field> fields = new ArrayList<>();
    private final int recordBytes;
    private int records;

    DbfFile(Path file, List<LayerProperty> properties) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        Set<String> taken = new HashSet<>();
        for (LayerProperty property : properties) {
            fields.add(field(property, unique(property.name(), taken)));
        }
        recordBytes = 1 + fields.stream().mapToInt(Field::bytes).sum();
        out.write(header());
    }

    private static Field field(LayerProperty property, String name) {
        return switch (property.sqlType()) {
            case "int2", "int4" -> new Field(property, name, 'N', 11, new long[1]);
            case "int8" -> new Field(property, name, 'N', 20, new long[1]);
            case "float4", "float8", "numeric" -> new Field(property, name, 'F', NUMBER_BYTES, new long[1]);
            case "bool" -> new Field(property, name, 'L', 1, new long[1]);
            case "date" -> new Field(property, name, 'D', 8, new long[1]);
            case "timestamp", "timestamptz" -> new Field(property, name, 'C', 30, new long[1]);
            default -> new Field(property, name, 'C', TEXT_BYTES, new long[1]);
        };
    }

    /** The name's first letters that fit; where another field has them, a number takes the place of the last. */
    private static String unique(String name, Set<String> taken) {
        String base = name.replaceAll("[\\s\\p{Cntrl}]", "_");
        for (int number = 0; ; number++) {
            String end = number == 0 ? "" : "_" + number;
            String short_ = cut(base, NAME_BYTES - end.length()) + end;
            if (taken.add(short_.toLowerCase(Locale.ROOT))) {
                return short_;
            }
        }
    }

    /** As many whole characters as fit. */
    private static String cut(String text, int mostBytes) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > mostBytes) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(32 + 32 * fields.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).put((byte) 125).put((byte) 1).put((byte) 1);
        header.putInt(records).putShort((short) header.capacity()).putShort((short) recordBytes);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            header.position(32 + 32 * i);
            header.put(field.name().getBytes(StandardCharsets.UTF_8));
            header.position(32 + 32 * i + 11);
            header.put((byte) field.type()).putInt(0).put((byte) field.bytes());
            header.put((byte) (field.type() == 'F' ? 15 : 0));
        }
        header.position(header.capacity() - 1);
        header.put((byte) 0x0D);
        return header.array();
    }

    void write(Feature feature) throws IOException {
        out.write(' ');
        for (Field field : fields) {
            out.write(bytes(field, feature.properties().get(field.property().name())));
        }
        records++;
    }

    private static byte[] bytes(Field field, @Nullable Object value) {
        byte[] bytes = new byte[field.bytes()];
        Arrays.fill(bytes, (byte) ' ');
        String text = value == null ? (field.type() == 'L' ? "?" : "") : text(field, value);
        String fitting = cut(text, field.bytes());
        if (fitting.length() < text.length()) {
            field.cut()[0]++;
        }
        byte[] written = fitting.getBytes(StandardCharsets.UTF_8);
        boolean right = field.type() == 'N' || field.type() == 'F';
        System.arraycopy(written, 0, bytes, right ? bytes.length - written.length : 0, written.length);
        return bytes;
    }

    private static String text(Field field, Object value) {
        return switch (field.type()) {
            case 'L' -> Boolean.TRUE.equals(value) ? "T" : "F";
            case 'D' -> value.toString().replace("-", "");
            case 'F' -> number(value);
            default -> Json.text(value);
        };
    }

    private static String number(Object value) {
        double real = ((Number) value).doubleValue();
        if (!Double.isFinite(real)) {
            return "";
        }
        BigDecimal rounded = (value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString()))
                .round(new MathContext(17));
        String plain = rounded.toPlainString();
        return plain.length() <= NUMBER_BYTES ? plain : rounded.toString();
    }

    /** Which field is which property, and how many texts of it were cut; CSV with a header. */
    String fieldMap() {
        StringBuilder map = new StringBuilder("field,property,values_cut\r\n");
        for (Field field : fields) {
            map.append(field.name()).append(",\"");
            map.append(field.property().name().replace("\"", "\"\"")).append("\",");
            map.append(field.cut()[0]).append("\r\n");
        }
        return map.toString();
    }

    @Override
    public void close() throws IOException {
        out.write(0x1A);
        out.close();
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.write(header());
        }
    }
}

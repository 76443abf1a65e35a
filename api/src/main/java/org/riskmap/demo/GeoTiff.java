package org.riskmap.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a one-band raster in EPSG:4490 row by row: tiles of 256 pixels, deflated, with overviews that halve the size
 * each time. Memory grows with the width only. Sources: TIFF 6.0, GeoTIFF 1.1 (OGC 19-008r4).
 */
final class GeoTiff implements AutoCloseable {

    /**
     * Where pixels lie.
     *
     * @param west longitude of the western border, degrees
     * @param north latitude of the northern border, degrees
     * @param step width and height of a pixel, degrees
     */
    record Extent(int width, int height, double west, double north, double step) {}

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int HEADER_BYTES = 8;

    private final Extent extent;
    private final boolean real;
    private final RandomAccessFile file;
    private final List<TileLevel> levels = new ArrayList<>();

    /** @param real 32-bit floating point, else bytes 0–255 */
    GeoTiff(Path path, Extent extent, boolean real) throws IOException {
        this.extent = extent;
        this.real = real;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        file.write(new byte[HEADER_BYTES]);
        int width = extent.width();
        int height = extent.height();
        levels.add(new TileLevel(file, width, height, real));
        while (width > TileLevel.SIDE || height > TileLevel.SIDE) {
            width = (width + 1) / 2;
            height = (height + 1) / 2;
            levels.add(new TileLevel(file, width, height, real));
        }
        for (int i = 0; i + 1 < levels.size(); i++) {
            levels.get(i).halvedInto(levels.get(i + 1));
        }
    }

    /** The next row from the north. */
    void row(float[] values) throws IOException {
        levels.get(0).row(values);
    }

    /** Writes the directories; the file is not readable before. */
    @Override
    public void close() throws IOException {
        try (file) {
            long first = file.length() + (file.length() & 1);
            long at = first;
            for (int i = 0; i < levels.size(); i++) {
                ByteBuffer directory = directory(levels.get(i), i > 0, at, i + 1 < levels.size());
                file.seek(at);
                file.write(directory.array(), 0, directory.limit());
                at += directory.limit();
            }
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt((int) first);
            file.seek(0);
            file.write(header.array());
        }
    }

    private ByteBuffer directory(TileLevel level, boolean overview, long at, boolean more) {
        Directory directory = new Directory();
        directory.add(254, LONG, overview ? 1 : 0);
        directory.add(256, LONG, level.width());
        directory.add(257, LONG, level.height());
        directory.add(258, SHORT, real ? 32 : 8);
        directory.add(259, SHORT, 8);
        directory.add(262, SHORT, 1);
        directory.add(277, SHORT, 1);
        directory.add(284, SHORT, 1);
        directory.add(322, SHORT, TileLevel.SIDE);
        directory.add(323, SHORT, TileLevel.SIDE);
        directory.add(324, LONG, level.offsets());
        directory.add(325, LONG, level.sizes());
        directory.add(339, SHORT, real ? 3 : 1);
        if (!overview) {
            directory.add(33550, DOUBLE, extent.step(), extent.step(), 0);
            directory.add(33922, DOUBLE, 0, 0, 0, extent.west(), extent.north(), 0);
            directory.add(34735, SHORT, 1, 1, 1, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4490, 2054, 0, 1, 9102);
        }
        return directory.encoded(at, more);
    }

    /** A TIFF image file directory with the values that do not fit into its entries right behind it. */
    private static final class Directory {
        private record Entry(int tag, int type, double[] values) {
            int bytes() {
                return values.length * (type == SHORT ? 2 : type == LONG ? 4 : 8);
            }
        }

        private final List<Entry> entries = new ArrayList<>();

        void add(int tag, int type, double... values) {
            entries.add(new Entry(tag, type, values));
        }

        ByteBuffer encoded(long at, boolean more) {
            int fixed = 2 + 12 * entries.size() + 4;
            int extra = entries.stream()
                    .mapToInt(e -> e.bytes() > 4 ? e.bytes() + (e.bytes() & 1) : 0)
                    .sum();
            int total = fixed + extra + (fixed + extra & 1);
            ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
            out.putShort((short) entries.size());
            int behind = fixed;
            for (Entry entry : entries) {
                out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.values().length);
                if (entry.bytes() > 4) {
                    out.putInt((int) (at + behind));
                    put(out.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(behind), entry);
                    behind += entry.bytes() + (entry.bytes() & 1);
                } else {
                    int next = out.position() + 4;
                    put(out, entry);
                    out.position(next);
                }
            }
            out.putInt(more ? (int) (at + total) : 0);
            return out.position(0).limit(total);
        }

        private static void put(ByteBuffer out, Entry entry) {
            for (double value : entry.values()) {
                switch (entry.type()) {
                    case SHORT -> out.putShort((short) value);
                    case LONG -> out.putInt((int) (long) value);
                    default -> out.putDouble(value);
                }
            }
        }
    }
}

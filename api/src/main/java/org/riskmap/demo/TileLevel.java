package org.riskmap.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** One resolution of a {@link GeoTiff}: gathers a row of tiles, writes it, and hands the mean of four pixels on. */
final class TileLevel {

    static final int SIDE = 256;

    private final RandomAccessFile file;
    private final int width;
    private final int height;
    private final boolean real;
    private final int across;
    private final float[] band;
    private final double[] offsets;
    private final double[] sizes;
    private final Deflater deflater = new Deflater(5);
    private final byte[] raw;
    private byte[] packed;
    private int rows;
    private @Nullable TileLevel halved;

    TileLevel(RandomAccessFile file, int width, int height, boolean real) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.real = real;
        this.across = (width + SIDE - 1) / SIDE;
        this.band = new float[width * SIDE];
        this.offsets = new double[across * ((height + SIDE - 1) / SIDE)];
        this.sizes = new double[offsets.length];
        this.raw = new byte[SIDE * SIDE * (real ? 4 : 1)];
        this.packed = new byte[raw.length + 1024];
    }

    void halvedInto(TileLevel next) {
        this.halved = next;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double[] offsets() {
        return offsets;
    }

    double[] sizes() {
        return sizes;
    }

    void row(float[] values) throws IOException {
        System.arraycopy(values, 0, band, rows % SIDE * width, width);
        rows++;
        if (halved != null && (rows % 2 == 0 || rows == height)) {
            halved.row(mean(rows % 2 == 0 ? rows - 2 : rows - 1, rows - 1));
        }
        if (rows % SIDE == 0 || rows == height) {
            writeTiles((rows - 1) / SIDE);
        }
        if (rows == height) {
            deflater.end();
        }
    }

    private float[] mean(int upper, int lower) {
        float[] half = new float[(width + 1) / 2];
        int a = upper % SIDE * width;
        int b = lower % SIDE * width;
        for (int i = 0; i < half.length; i++) {
            int east = Math.min(2 * i + 1, width - 1);
            half[i] = (band[a + 2 * i] + band[a + east] + band[b + 2 * i] + band[b + east]) / 4;
        }
        return half;
    }

    private void writeTiles(int tileRow) throws IOException {
        int filled = (rows - 1) % SIDE + 1;
        for (int tile = 0; tile < across; tile++) {
            ByteBuffer out = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
            for (int row = 0; row < SIDE; row++) {
                for (int col = 0; col < SIDE; col++) {
                    int x = Math.min(tile * SIDE + col, width - 1);
                    put(out, band[Math.min(row, filled - 1) * width + x]);
                }
            }
            write(tileRow * across + tile);
        }
    }

    private void put(ByteBuffer out, float value) {
        if (real) {
            out.putFloat(value);
        } else {
            out.put((byte) Math.max(0, Math.min(255, Math.round(value))));
        }
    }

    private void write(int tile) throws IOException {
        deflater.reset();
        deflater.setInput(raw);
        deflater.finish();
        int size = 0;
        while (!deflater.finished()) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, size * 2);
            }
            size += deflater.deflate(packed, size, packed.length - size);
        }
        offsets[tile] = file.length();
        sizes[tile] = size;
        file.seek(file.length());
        file.write(packed, 0, size);
    }
}

package org.riskmap.ogc;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures as PNG, made for maps: flat colours beside each other compress best and fastest without a row filter
 * ({@link PixelPacker}), and a picture of at most 256 colours is written with a palette. Nothing is lost. Source: PNG (Third Edition), W3C, sections 5, 9 and 11.
 */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREATEST_PALETTE = 256;
    private static final int LEVEL = 2;
    private static final int RGB = 2;
    private static final int INDEXED = 3;
    private static final int RGBA = 6;

    private Png() {}

    /** @param picture of any kind; {@code TYPE_INT_RGB}, {@code TYPE_INT_ARGB} and indexed ones of a byte cost least */
    public static void write(BufferedImage picture, OutputStream out) throws IOException {
        byte[] png = bytes(picture);
        out.write(png);
    }

    private static byte[] bytes(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_INDEXED
                && picture.getColorModel() instanceof IndexColorModel model
                && model.getPixelSize() == 8) {
            int[] colours = new int[model.getMapSize()];
            model.getRGBs(colours);
            return indexed(
                    picture, colours, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        }
        boolean clear = picture.getColorModel().hasAlpha();
        int[] pixels = pixels(picture, clear);
        Colours colours = new Colours();
        byte[] indexes = colours.indexes(pixels, clear ? 0 : 0xFF000000);
        return indexes == null ? direct(picture, pixels, clear) : indexed(picture, colours.found(), indexes);
    }

    private static int[] pixels(BufferedImage picture, boolean clear) {
        int plain = clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return picture.getType() == plain && picture.getRaster().getParent() == null
                ? ((DataBufferInt) picture.getRaster().getDataBuffer()).getData()
                : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static byte[] direct(BufferedImage picture, int[] pixels, boolean clear) {
        int width = picture.getWidth();
        byte[] packed = clear
                ? new PixelPacker(alphaLast(pixels), width, 4).packed()
                : new PixelPacker(pixels, width, 3).packed();
        Sink sink = new Sink(packed.length);
        sink.header(width, picture.getHeight(), clear ? RGBA : RGB);
        sink.chunk("IDAT", packed, packed.length);
        return sink.end();
    }

    private static int[] alphaLast(int[] argb) {
        int[] rgba = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgba[i] = Integer.rotateLeft(argb[i], 8);
        }
        return rgba;
    }

    private static byte[] indexed(BufferedImage picture, int[] colours, byte[] indexes) {
        int width = picture.getWidth();
        Sink sink = new Sink(indexes.length / 4);
        sink.header(width, picture.getHeight(), INDEXED);
        ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
        byte[] alpha = new byte[colours.length];
        int opaqueFrom = 0;
        for (int i = 0; i < colours.length; i++) {
            palette.put((byte) (colours[i] >> 16)).put((byte) (colours[i] >> 8)).put((byte) colours[i]);
            alpha[i] = (byte) (colours[i] >>> 24);
            if (alpha[i] != -1) {
                opaqueFrom = i + 1;
            }
        }
        sink.chunk("PLTE", palette.array(), palette.capacity());
        if (opaqueFrom > 0) {
            sink.chunk("tRNS", alpha, opaqueFrom);
        }
        byte[] row = new byte[1 + width];
        sink.data(picture.getHeight(), y -> {
            System.arraycopy(indexes, y * width, row, 1, width);
            return row;
        });
        return sink.end();
    }

    /** The colours of a picture, as long as they are few. */
    private static final class Colours {

        private static final int SLOTS = 1024;

        private final int[] slots = new int[SLOTS];
        private final short[] numbers = new short[SLOTS];
        private final int[] colours = new int[GREATEST_PALETTE];
        private int count;

        int[] found() {
            return Arrays.copyOf(colours, count);
        }

        /** The number of each pixel's colour; null where there are too many. Clear pixels are one colour. */
        byte @org.jspecify.annotations.Nullable [] indexes(int[] pixels, int opaque) {
            byte[] indexes = new byte[pixels.length];
            int last = ~pixels[0];
            byte lastIndex = 0;
            for (int i = 0; i < pixels.length; i++) {
                int pixel = pixels[i];
                if (pixel != last) {
                    int number = number(pixel | opaque);
                    if (number < 0) {
                        return null;
                    }
                    last = pixel;
                    lastIndex = (byte) number;
                }
                indexes[i] = lastIndex;
            }
            return indexes;
        }

        private int number(int argb) {
            int slot = (argb * 0x9E3779B1) >>> 22;
            while (numbers[slot] != 0) {
                if (slots[slot] == argb) {
                    return numbers[slot] - 1;
                }
                slot = (slot + 1) % SLOTS;
            }
            if (count == GREATEST_PALETTE) {
                return -1;
            }
            slots[slot] = argb;
            colours[count++] = argb;
            numbers[slot] = (short) count;
            return count - 1;
        }
    }

    /** Bytes of row y, of which the first says its filter: none. */
    private interface Rows {
        byte[] row(int y);
    }

    private static final class Sink extends ByteArrayOutputStream {

        private static final int IDAT_BYTES = 1 << 16;
        private static final int OTHER_CHUNKS_BYTES = 128;

        Sink(int expectedDataBytes) {
            super(expectedDataBytes + OTHER_CHUNKS_BYTES);
            writeBytes(SIGNATURE);
        }

        void header(int width, int height, int kind) {
            ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
            header.put((byte) 8).put((byte) kind);
            chunk("IHDR", header.array(), header.capacity());
        }

        void data(int height, Rows rows) {
            Deflater deflater = new Deflater(LEVEL);
            byte[] packed = new byte[IDAT_BYTES];
            int filled = 0;
            try {
                for (int y = 0; y <= height; y++) {
                    if (y < height) {
                        deflater.setInput(rows.row(y));
                    } else {
                        deflater.finish();
                    }
                    while (!deflater.needsInput() || y == height && !deflater.finished()) {
                        filled += deflater.deflate(packed, filled, packed.length - filled);
                        if (filled == packed.length) {
                            chunk("IDAT", packed, filled);
                            filled = 0;
                        }
                    }
                }
            } finally {
                deflater.end();
            }
            if (filled > 0) {
                chunk("IDAT", packed, filled);
            }
        }

        /** Ends the picture and gives it. */
        byte[] end() {
            chunk("IEND", SIGNATURE, 0);
            return toByteArray();
        }

        void chunk(String type, byte[] content, int length) {
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(name);
            sum.update(content, 0, length);
            writeBytes(ByteBuffer.allocate(4).putInt(length).array());
            writeBytes(name);
            write(content, 0, length);
            writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        }
    }
}

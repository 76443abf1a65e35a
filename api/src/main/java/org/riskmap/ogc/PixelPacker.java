package org.riskmap.ogc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Packs the rows of a map in zlib's format (RFC 1950 and 1951), faster than a compressor that knows nothing of pictures: it goes
 * by whole pixels and looks for what repeats where maps repeat: to the left, in the row above, and where the same two pixels
 * stood last. Rows have no filter.
 */
final class PixelPacker {

    private static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_MATCH_BYTES = 258;
    private static final int LEAST_FAR_PIXELS = 2;
    private static final int FARTHEST_BYTES = 1 << 15;
    private static final int BYTES = 256;
    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int SYMBOLS = 286;
    private static final int DISTANCES = 30;
    private static final int LONGEST_CODE = 15;
    private static final int PLACES_BITS = 13;
    private static final int NEAR_PIXELS = 8;
    private static final int LONG_PIXELS = 16;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int bytesPerPixel;
    private final int mask;
    private final int longestMatch;
    private final int[] places = new int[1 << PLACES_BITS];

    // pairs: how many pixels, and how many bytes before they stand as well; 0 for pixels that are written out
    private int[] runs;
    private int runsEnd;

    private final int[] symbolCounts = new int[SYMBOLS];
    private final int[] secondCounts = new int[BYTES]; // a grey counts in three places: one would wait for the other
    private final int[] thirdCounts = new int[BYTES];
    private final int[] distanceCounts = new int[DISTANCES];

    /**
     * @param pixels row by row; a pixel's bytes are its lowest ones, the highest of them first
     * @param bytesPerPixel 3 or 4
     */
    PixelPacker(int[] pixels, int width, int bytesPerPixel) {
        this.pixels = pixels;
        this.width = width;
        this.height = pixels.length / width;
        this.bytesPerPixel = bytesPerPixel;
        this.mask = bytesPerPixel == 4 ? -1 : 0xFFFFFF;
        this.longestMatch = LONGEST_MATCH_BYTES / bytesPerPixel;
        this.runs = new int[pixels.length / 2 + 4 * height + 64];
        Arrays.fill(places, -1);
    }

    /** The packed rows. */
    byte[] packed() {
        for (int y = 0; y < height; y++) {
            findRuns(y);
        }
        for (int i = 0; i < BYTES; i++) {
            symbolCounts[i] += secondCounts[i] + thirdCounts[i];
        }
        symbolCounts[0] += height; // the rows' filters
        symbolCounts[END]++;
        if (Arrays.stream(distanceCounts).allMatch(count -> count == 0)) {
            distanceCounts[0] = 1; // there must be one
        }
        HuffmanCode symbols = HuffmanCode.of(symbolCounts, LONGEST_CODE);
        DeflateBits bits = new DeflateBits(symbols, HuffmanCode.of(distanceCounts, LONGEST_CODE), runsEnd * 4 + 4096);
        write(bits);
        return bits.end(adler());
    }

    private void findRuns(int y) {
        int from = y * width;
        int to = from + width;
        int rowBytes = width * bytesPerPixel + 1;
        boolean above = y > 0 && rowBytes <= FARTHEST_BYTES;
        int literals = 0;
        int at = from;
        while (at < to) {
            int pixel = pixels[at] & mask;
            int longest = at > from && pixel == (pixels[at - 1] & mask) ? same(at, 1, to) : 0;
            int back = bytesPerPixel;
            if (above && longest < LONG_PIXELS && pixel == (pixels[at - width] & mask)) {
                int further = same(at, width, to);
                if (further > longest && further >= LEAST_FAR_PIXELS) {
                    longest = further;
                    back = rowBytes;
                }
            }
            if (longest == 0 && at + 1 < to) {
                int second = pixels[at + 1] & mask;
                int slot = (pixel * 0x9E3779B1 ^ second * 0x85EBCA6B) >>> 32 - PLACES_BITS;
                int place = places[slot];
                places[slot] = at;
                if (place >= 0 && pixel == (pixels[place] & mask) && second == (pixels[place + 1] & mask)) {
                    int row = place / width;
                    int bytes = (at - place) * bytesPerPixel + y - row;
                    if (bytes <= FARTHEST_BYTES) {
                        longest = same(at, at - place, Math.min(to, at - place + (row + 1) * width));
                        back = bytes;
                    }
                }
            }
            if (longest == 0) {
                literals++;
                at++;
            } else {
                addLiterals(at - literals, literals);
                literals = 0;
                addMatch(longest, back);
                at += longest;
            }
        }
        addLiterals(to - literals, literals);
    }

    /** How many pixels are the same as those so many pixels before; among many, bits that do not count must agree as well. */
    private int same(int at, int back, int to) {
        int near = Math.min(to, at + NEAR_PIXELS);
        for (int i = at; i < near; i++) {
            if (((pixels[i] ^ pixels[i - back]) & mask) != 0) {
                return i - at;
            }
        }
        int differs = Arrays.mismatch(pixels, near, to, pixels, near - back, to - back);
        return (differs < 0 ? to : near + differs) - at;
    }

    private void addLiterals(int from, int count) {
        if (count == 0) {
            return;
        }
        add(count, 0);
        for (int i = from; i < from + count; i++) {
            int pixel = pixels[i];
            if (bytesPerPixel == 4) {
                symbolCounts[pixel >>> 24]++;
            }
            symbolCounts[pixel >> 16 & 255]++;
            secondCounts[pixel >> 8 & 255]++;
            thirdCounts[pixel & 255]++;
        }
    }

    private void addMatch(int count, int back) {
        add(count, back);
        int distance = DeflateBits.distanceCode(back);
        int whole = count / longestMatch;
        int rest = count % longestMatch;
        if (whole > 0) {
            symbolCounts[FIRST_LENGTH + DeflateBits.lengthCode(longestMatch * bytesPerPixel)] += whole;
            distanceCounts[distance] += whole;
        }
        if (rest > 0) {
            symbolCounts[FIRST_LENGTH + DeflateBits.lengthCode(rest * bytesPerPixel)]++;
            distanceCounts[distance]++;
        }
    }

    private void add(int count, int back) {
        if (runsEnd + 2 > runs.length) {
            runs = Arrays.copyOf(runs, 2 * runs.length);
        }
        runs[runsEnd++] = count;
        runs[runsEnd++] = back;
    }

    private void write(DeflateBits bits) {
        int at = 0;
        int rowEnd = 0;
        for (int i = 0; i < runsEnd; i += 2) {
            int count = runs[i];
            int back = runs[i + 1];
            if (at == rowEnd) {
                bits.literal(0);
                rowEnd += width;
            }
            if (back == 0) {
                literals(bits, at, at + count);
            } else {
                for (int left = count; left > 0; left -= longestMatch) {
                    bits.match(Math.min(left, longestMatch) * bytesPerPixel, back);
                }
            }
            at += count;
        }
    }

    private void literals(DeflateBits bits, int from, int to) {
        for (int i = from; i < to; i++) {
            int pixel = pixels[i];
            if (bytesPerPixel == 4) {
                bits.literal(pixel >>> 24);
            }
            bits.literals(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255);
        }
    }

    private int adler() {
        Adler32 sum = new Adler32();
        byte[] row =
                new byte[1 + width * bytesPerPixel + 1]; // the last is written with the last pixel, and does not count
        int unused = 8 * (4 - bytesPerPixel);
        for (int y = 0; y < height; y++) {
            int to = 1;
            for (int i = y * width; i < (y + 1) * width; i++) {
                FOUR_BYTES.set(row, to, pixels[i] << unused);
                to += bytesPerPixel;
            }
            sum.update(row, 0, row.length - 1);
        }
        return (int) sum.getValue();
    }
}

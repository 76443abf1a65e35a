package org.riskmap.ogc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes one block of RFC 1951 with codes of its own (3.2.7), in the frame of RFC 1950. */
final class DeflateBits {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int SYMBOLS = 286;
    private static final int DISTANCES = 30;
    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int SHORTEST_MATCH = 3;
    private static final int LONGEST_MATCH = 258;
    private static final int CODE_SHIFT = 8;
    private static final int BITS_MASK = (1 << CODE_SHIFT) - 1;

    /** 3.2.5: the shortest length of each code, and the bits that follow it. */
    private static final int[] LENGTH_FROM = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    private static final byte[] CODE_OF_LENGTH = codesOfLengths();

    private final HuffmanCode symbols;
    private final int[] literals = new int[END];
    private final int[] matches = new int[LONGEST_MATCH + 1];
    private final int[] distances = new int[DISTANCES];
    private byte[] bytes;
    private int size;
    private long held;
    private int heldBits;

    /** Begins the block. */
    DeflateBits(HuffmanCode symbols, HuffmanCode distances, int expectedBytes) {
        this.symbols = symbols;
        this.bytes = new byte[expectedBytes];
        for (int symbol = 0; symbol < END; symbol++) {
            literals[symbol] = codeAndBits(symbols, symbol);
        }
        for (int length = SHORTEST_MATCH; length <= LONGEST_MATCH; length++) {
            int code = CODE_OF_LENGTH[length];
            int further = length - LENGTH_FROM[code] << symbols.length(FIRST_LENGTH + code);
            matches[length] = codeAndBits(symbols, FIRST_LENGTH + code) + (further << CODE_SHIFT) + LENGTH_BITS[code];
        }
        for (int distance = 0; distance < DISTANCES; distance++) {
            this.distances[distance] = codeAndBits(distances, distance);
        }
        bytes[size++] = 0x78;
        bytes[size++] = 0x01;
        put(1, 1); // the last block
        put(2, 2); // with codes of its own
        putCodes(distances);
    }

    private static int codeAndBits(HuffmanCode of, int symbol) {
        return of.code(symbol) << CODE_SHIFT | of.length(symbol);
    }

    /** A number from 0 to 28 for a match's length, bytes. */
    static int lengthCode(int length) {
        return CODE_OF_LENGTH[length];
    }

    /** A number from 0 to 29 for how many bytes back a match lies. */
    static int distanceCode(int distance) {
        if (distance <= 2) {
            return distance - 1;
        }
        int bits = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * bits + (distance - 1 >> bits - 1 & 1);
    }

    void literal(int value) {
        hold(literals[value]);
        flush();
    }

    /** Three bytes, one after another. */
    void literals(int first, int second, int third) {
        hold(literals[first]);
        hold(literals[second]);
        hold(literals[third]);
        flush();
    }

    /** Bytes that stand so many bytes before as well. */
    void match(int length, int back) {
        hold(matches[length]);
        int distance = distanceCode(back);
        int further = Math.max(0, distance / 2 - 1);
        hold(distances[distance]);
        held |= (long) (back - 1 & (1 << further) - 1) << heldBits;
        heldBits += further;
        flush(); // once: held are less than 8 bits before, and at most 20 + 15 + 13 of a match
    }

    private void hold(int codeAndBits) {
        held |= (long) (codeAndBits >>> CODE_SHIFT) << heldBits;
        heldBits += codeAndBits & BITS_MASK;
    }

    private void put(int value, int count) {
        held |= (long) value << heldBits;
        heldBits += count;
        flush();
    }

    /** Writes the whole bytes that are held: no branches, since most calls write some. */
    private void flush() {
        if (size + 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + 8);
        }
        EIGHT_BYTES.set(bytes, size, held);
        size += heldBits >>> 3;
        held >>>= heldBits & ~7;
        heldBits &= 7;
    }

    /** Ends the block and the frame. */
    byte[] end(int adler) {
        put(symbols.code(END), symbols.length(END));
        bytes = Arrays.copyOf(bytes, size + (heldBits > 0 ? 1 : 0) + 4);
        if (heldBits > 0) {
            bytes[size++] = (byte) held;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (adler >>> shift);
        }
        return bytes;
    }

    /** The codes' lengths, themselves packed: 3.2.7. */
    private void putCodes(HuffmanCode distances) {
        List<int[]> packed = new ArrayList<>();
        int zeros = 0;
        for (int i = 0; i < SYMBOLS + DISTANCES; i++) {
            int length = i < SYMBOLS ? symbols.length(i) : distances.length(i - SYMBOLS);
            if (length == 0) {
                zeros++;
            } else {
                addZeros(packed, zeros);
                zeros = 0;
                packed.add(new int[] {length, 0, 0});
            }
        }
        addZeros(packed, zeros);
        int[] counts = new int[ORDER.length];
        packed.forEach(each -> counts[each[0]]++);
        HuffmanCode code = HuffmanCode.of(counts, 7);
        put(SYMBOLS - FIRST_LENGTH, 5);
        put(DISTANCES - 1, 5);
        put(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            put(code.length(symbol), 3);
        }
        for (int[] each : packed) {
            put(code.code(each[0]), code.length(each[0]));
            put(each[1], each[2]);
        }
    }

    /** Runs of zeros: 17 stands for 3 to 10 of them, 18 for 11 to 138. */
    private static void addZeros(List<int[]> packed, int zeros) {
        int left = zeros;
        while (left >= 11) {
            int run = Math.min(138, left);
            packed.add(new int[] {18, run - 11, 7});
            left -= run;
        }
        if (left >= 3) {
            packed.add(new int[] {17, left - 3, 3});
            left = 0;
        }
        for (; left > 0; left--) {
            packed.add(new int[] {0, 0, 0});
        }
    }

    private static byte[] codesOfLengths() {
        byte[] codes = new byte[LONGEST_MATCH + 1];
        for (int length = SHORTEST_MATCH; length <= LONGEST_MATCH; length++) {
            int code = 0;
            while (code + 1 < LENGTH_FROM.length && LENGTH_FROM[code + 1] <= length) {
                code++;
            }
            codes[length] = (byte) code;
        }
        return codes;
    }
}

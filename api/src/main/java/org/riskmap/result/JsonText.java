package org.riskmap.result;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 bytes that are added to: what {@link CanonicalJson} writes into. */
final class JsonText {

    /** A whole number of 64 bits and a point with a zero before it. */
    private static final int LONGEST_NUMBER = 24;

    private byte[] bytes = new byte[256];
    private int size;

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    /** One character of ASCII. */
    void put(char c) {
        room(1);
        bytes[size++] = (byte) c;
    }

    /** Characters of ASCII. */
    JsonText ascii(String characters) {
        int length = characters.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) characters.charAt(i);
        }
        size += length;
        return this;
    }

    /** What another one holds. */
    JsonText all(JsonText other) {
        return all(other.bytes, other.size);
    }

    /** Bytes of UTF-8, so many. */
    JsonText all(byte[] others, int count) {
        room(count);
        System.arraycopy(others, 0, bytes, size, count);
        size += count;
        return this;
    }

    /** One character of Unicode (RFC 3629). */
    void codePoint(int c) {
        room(4);
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else {
            bytes[size++] = (byte) (0xF0 | c >> 18);
            bytes[size++] = (byte) (0x80 | c >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        }
    }

    /** A number with so many decimals, given without its point; zeros at the end are left out. */
    void decimal(long scaled, int decimals) {
        room(LONGEST_NUMBER);
        long left = Math.abs(scaled);
        int digits = decimals;
        while (digits > 0 && left % 10 == 0) {
            left /= 10;
            digits--;
        }
        int length = 1;
        for (long power = 10; power <= left && length < 19; power *= 10) {
            length++;
        }
        length = Math.max(length, digits + 1);
        if (scaled < 0) {
            bytes[size++] = '-';
        }
        int end = size + length + (digits > 0 ? 1 : 0);
        int at = end;
        for (int i = 0; i < digits; i++, left /= 10) {
            bytes[--at] = (byte) ('0' + left % 10);
        }
        if (digits > 0) {
            bytes[--at] = '.';
        }
        while (at > size) {
            bytes[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        size = end;
    }

    /** What was added so far. */
    WrittenJson written() {
        return new WrittenJson(Arrays.copyOf(bytes, size));
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}

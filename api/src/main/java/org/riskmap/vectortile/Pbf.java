package org.riskmap.vectortile;

import java.util.Arrays;

/** Bytes of a protocol buffers message as they are written (protobuf encoding, proto2). */
final class Pbf {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private byte[] bytes;
    private int size;

    Pbf(int expected) {
        this.bytes = new byte[expected];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** A number without a field's tag, seven bits a byte. */
    void varint(long value) {
        if (size + 10 > bytes.length) {
            room(10);
        }
        if ((value & ~0x7FL) == 0) {
            bytes[size++] = (byte) value;
            return;
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Small negative numbers stay short: 0, -1, 1, -2, … become 0, 1, 2, 3, … */
    static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    void field(int number, long value) {
        varint((long) number << 3 | VARINT);
        varint(value);
    }

    void signedField(int number, long value) {
        field(number, value << 1 ^ value >> 63);
    }

    void doubleField(int number, double value) {
        varint((long) number << 3 | EIGHT_BYTES);
        little(Double.doubleToLongBits(value), Double.BYTES);
    }

    void floatField(int number, float value) {
        varint((long) number << 3 | FOUR_BYTES);
        little(Float.floatToIntBits(value), Float.BYTES);
    }

    void bytesField(int number, byte[] value, int length) {
        varint((long) number << 3 | LENGTH_DELIMITED);
        varint(length);
        room(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
    }

    void message(int number, Pbf inner) {
        bytesField(number, inner.bytes, inner.size);
    }

    /** Fields that were written elsewhere. */
    void append(Pbf fields) {
        room(fields.size);
        System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
        size += fields.size;
    }

    private void little(long bits, int length) {
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) (bits >>> 8 * i);
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}

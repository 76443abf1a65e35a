package org.riskmap.postgis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are added to. For one thread. */
final class Bytes {

    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1 << 16];
    private int size;

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    private int grown(int more) {
        int before = size;
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
        size += more;
        return before;
    }

    void one(int value) {
        int at = grown(1);
        bytes[at] = (byte) value;
    }

    void all(byte[] values) {
        int at = grown(values.length);
        System.arraycopy(values, 0, bytes, at, values.length);
    }

    void bigShort(int value) {
        one(value >> 8);
        one(value);
    }

    void bigInt(int value) {
        int at = grown(Integer.BYTES);
        BIG_INT.set(bytes, at, value);
    }

    void bigLong(long value) {
        int at = grown(Long.BYTES);
        BIG_LONG.set(bytes, at, value);
    }

    /** Writes over what stands at a place. */
    void bigIntAt(int place, int value) {
        BIG_INT.set(bytes, place, value);
    }

    void littleInt(int value) {
        int at = grown(Integer.BYTES);
        LITTLE_INT.set(bytes, at, value);
    }

    void littleDouble(double value) {
        int at = grown(Double.BYTES);
        LITTLE_DOUBLE.set(bytes, at, value);
    }
}

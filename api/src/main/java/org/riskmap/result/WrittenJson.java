package org.riskmap.result;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as it is stored and sent: its text's bytes in UTF-8 (RFC 8259 §8.1). Equal texts are equal. */
public final class WrittenJson {

    private final byte[] bytes;

    /** @param bytes valid UTF-8, which nobody changes any more */
    WrittenJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param json a text that is JSON already */
    public static WrittenJson of(String json) {
        return new WrittenJson(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, to be read only. */
    public byte[] bytes() {
        return bytes;
    }

    /** @param start of ASCII */
    public boolean startsWith(String start) {
        int length = start.length();
        return bytes.length >= length
                && Arrays.equals(bytes, 0, length, start.getBytes(StandardCharsets.US_ASCII), 0, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenJson json && Arrays.equals(bytes, json.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

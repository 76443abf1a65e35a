package org.riskmap.tile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One tile as it goes to clients.
 *
 * @param bytes of the picture or the vector tile; not to be changed
 * @param contentType media type
 * @param etag strong validator (RFC 9110, 8.8.3) of exactly these bytes, in quotes
 */
public record Tile(byte[] bytes, String contentType, String etag) {

    private static final int ETAG_BYTES = 12;

    static Tile of(byte[] bytes, String contentType) {
        return new Tile(bytes, contentType, etag(bytes, contentType));
    }

    private static String etag(byte[] bytes, String contentType) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(contentType.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

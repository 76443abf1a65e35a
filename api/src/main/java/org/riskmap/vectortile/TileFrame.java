package org.riskmap.vectortile;

import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/**
 * The square that a vector tile shows.
 *
 * @param envelope in {@code crs}, east first, with an area
 * @param crs of the tile
 * @param extent units along each side of the tile (MVT 2.1, 4.1); y grows downward
 * @param buffer units around the tile that geometry is kept in, so that no border is drawn along the cut
 */
public record TileFrame(Envelope envelope, Crs crs, int extent, int buffer) {

    /** What GeoServer writes for a tile of 256 pixels: sixteen units per pixel, eight pixels around. */
    public static final int STANDARD_EXTENT = 4096;

    public static final int STANDARD_BUFFER = 128;

    /** Fails with {@link IllegalArgumentException} where the envelope has no area or a number cannot be. */
    public TileFrame {
        if (!(envelope.width() > 0) || !(envelope.height() > 0) || extent < 1 || buffer < 0) {
            throw new IllegalArgumentException("a tile has an area, an extent and a buffer that is not negative");
        }
    }

    /** A frame with the standard extent and buffer. */
    public static TileFrame of(Envelope envelope, Crs crs) {
        return new TileFrame(envelope, crs, STANDARD_EXTENT, STANDARD_BUFFER);
    }

    /** The tile with its buffer, in {@code crs}: what features can be seen in it. */
    public Envelope seen() {
        return envelope.grown(envelope.width() * buffer / extent, envelope.height() * buffer / extent);
    }

    /** Length of a unit along x in the unit of {@code crs}. */
    public double unit() {
        return envelope.width() / extent;
    }
}

package org.riskmap.tile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * Tiles that were drawn as one picture.
 *
 * @param tiles by row, then column
 * @param reads what they were drawn from
 * @param until the moment at which they may no longer be true though no row changed; {@link Instant#MAX} where there is none
 */
public record Metatile(List<Tile> tiles, List<Read> reads, Instant until) {

    public Metatile {
        tiles = List.copyOf(tiles);
        reads = List.copyOf(reads);
    }

    /**
     * Rows that were looked at.
     *
     * @param table in schema {@code risk}
     * @param envelope in EPSG:4490; null means all of the table
     */
    public record Read(String table, @Nullable Envelope envelope) {}

    /** Of encoded pictures of one media type. */
    public static Metatile of(List<byte[]> pictures, String contentType, List<Read> reads, Instant until) {
        return new Metatile(
                pictures.stream().map(picture -> Tile.of(picture, contentType)).toList(), reads, until);
    }
}

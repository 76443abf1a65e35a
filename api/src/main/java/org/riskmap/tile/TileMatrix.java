package org.riskmap.tile;

import java.util.Optional;
import org.riskmap.kernel.Envelope;

/**
 * One zoom level of a tile matrix set (OGC 17-083r4, 6.2): columns from the west, rows from the north, both from 0.
 *
 * @param id as requests name it
 * @param level its number in the set, 0 the smallest scale
 * @param pixelSize side of a pixel in the unit of the set's system
 * @param left west border of column 0
 * @param top north border of row 0
 * @param columns how many
 * @param rows how many
 */
public record TileMatrix(String id, int level, double pixelSize, double left, double top, int columns, int rows) {

    /** Pixels on each side of every tile. */
    public static final int TILE_PX = 256;

    /** What GeoServer counts a degree as (WMTS 1.0.0, annex E: the equator of WGS 84). */
    static final double METRES_PER_DEGREE = 111319.49079327358;

    /** A tile must overlap a layer by more than this part of itself to be within its limits. */
    private static final double TOUCH = 1e-6;

    /** Side of a tile in the unit of the set's system. */
    public double span() {
        return pixelSize * TILE_PX;
    }

    /** Where a block of tiles lies, east first. */
    public Envelope envelope(TileRange tiles) {
        return new Envelope(
                left + tiles.minColumn() * span(),
                top - (tiles.maxRow() + 1) * span(),
                left + (tiles.maxColumn() + 1) * span(),
                top - tiles.minRow() * span());
    }

    /** All tiles. */
    public TileRange all() {
        return new TileRange(0, 0, columns - 1, rows - 1);
    }

    /** The tiles that overlap an envelope in the set's system; empty where none does. */
    public Optional<TileRange> tiles(Envelope area) {
        long minColumn = (long) Math.floor((area.minX() - left) / span() + TOUCH);
        long maxColumn = (long) Math.ceil((area.maxX() - left) / span() - TOUCH) - 1;
        long minRow = (long) Math.floor((top - area.maxY()) / span() + TOUCH);
        long maxRow = (long) Math.ceil((top - area.minY()) / span() - TOUCH) - 1;
        if (maxColumn < 0 || maxRow < 0 || minColumn >= columns || minRow >= rows) {
            return Optional.empty();
        }
        int firstColumn = (int) Math.max(0, minColumn);
        int firstRow = (int) Math.max(0, minRow);
        return Optional.of(new TileRange(
                firstColumn, firstRow, (int) Math.max(firstColumn, Math.min(columns - 1L, maxColumn)), (int)
                        Math.max(firstRow, Math.min(rows - 1L, maxRow))));
    }
}

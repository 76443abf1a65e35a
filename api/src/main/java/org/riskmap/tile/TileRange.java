package org.riskmap.tile;

/** A block of tiles of one matrix, all four borders included. */
public record TileRange(int minColumn, int minRow, int maxColumn, int maxRow) {

    public boolean contains(int column, int row) {
        return column >= minColumn && column <= maxColumn && row >= minRow && row <= maxRow;
    }

    public int columns() {
        return maxColumn - minColumn + 1;
    }

    public int rows() {
        return maxRow - minRow + 1;
    }

    /** The part that lies in both; the two must overlap. */
    TileRange intersection(TileRange other) {
        return new TileRange(
                Math.max(minColumn, other.minColumn),
                Math.max(minRow, other.minRow),
                Math.min(maxColumn, other.maxColumn),
                Math.min(maxRow, other.maxRow));
    }

    /** The block of {@code width} by {@code height} tiles, counted from column and row 0, that holds a tile. */
    static TileRange block(int column, int row, int width, int height) {
        int firstColumn = column - column % width;
        int firstRow = row - row % height;
        return new TileRange(firstColumn, firstRow, firstColumn + width - 1, firstRow + height - 1);
    }
}

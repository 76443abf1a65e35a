package org.riskmap.tile;

/**
 * Which tiles were drawn together.
 *
 * @param look its key
 * @param set id of the matrix set
 * @param level number in the set
 * @param tiles the block
 */
public record MetatileKey(String look, String set, int level, TileRange tiles) {

    /** Place of a tile among the block's. */
    public int index(int column, int row) {
        return (row - tiles.minRow()) * tiles.columns() + column - tiles.minColumn();
    }
}

package org.riskmap.ogc.wmts;

import java.util.Optional;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrix;

/**
 * Which tile, of what.
 *
 * @param layer that is offered in tiles
 * @param grid the matrix set, with the part that the layer is offered in
 * @param matrix a level of it
 * @param column from the west
 * @param row from the north
 * @param look how it is drawn
 */
public record TileQuery(TileLayer layer, GridSubset grid, TileMatrix matrix, int column, int row, LookRequest look) {

    /**
     * @param style empty for the layer's default
     * @param time as WMS reads TIME
     * @param filter as WMS reads CQL_FILTER
     * @param format of the tile
     * @param transparent whether what nothing covers stays transparent, where the format can
     * @param background as WMS reads BGCOLOR; null for white
     */
    public record LookRequest(
            String style,
            Optional<String> time,
            Optional<String> filter,
            TileFormat format,
            boolean transparent,
            Optional<String> background) {

        /** As GeoWebCache asks for tiles: transparent where the format can be. */
        public static LookRequest of(String style, Optional<String> time, Optional<String> filter, TileFormat format) {
            return new LookRequest(style, time, filter, format, format.transparent(), Optional.empty());
        }
    }

    /** Fails with {@link TileFailure} where the layer is not offered there. */
    public TileQuery checked() {
        var limits = grid.limits(matrix)
                .orElseThrow(() -> TileFailure.invalid(
                        "TILEMATRIX", "The layer " + layer.name() + " is not offered at " + matrix.id()));
        if (column < limits.minColumn() || column > limits.maxColumn()) {
            throw TileFailure.outOfRange("TILECOLUMN", "Column " + column, limits.minColumn(), limits.maxColumn());
        }
        if (row < limits.minRow() || row > limits.maxRow()) {
            throw TileFailure.outOfRange("TILEROW", "Row " + row, limits.minRow(), limits.maxRow());
        }
        return this;
    }
}

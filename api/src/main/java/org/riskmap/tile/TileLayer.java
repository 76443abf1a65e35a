package org.riskmap.tile;

import java.util.List;
import java.util.Optional;
import org.riskmap.catalog.PublishedLayer;

/**
 * A layer or group that is offered in tiles.
 *
 * @param layer what
 * @param grids in which matrix sets
 * @param formats media types of pictures, as the directory lists them
 * @param metaColumns tiles side by side that are drawn as one picture
 * @param metaRows tiles one below the other
 * @param gutterPx how much more is drawn around such a picture, pixels
 * @param clientSeconds how long a client need not ask again; 0 means it asks each time
 */
public record TileLayer(
        PublishedLayer layer,
        List<GridSubset> grids,
        List<String> formats,
        int metaColumns,
        int metaRows,
        int gutterPx,
        int clientSeconds) {

    public TileLayer {
        grids = List.copyOf(grids);
        formats = List.copyOf(formats);
    }

    /** {@code risk:shelter}. */
    public String name() {
        return layer.qualifiedName();
    }

    public Optional<GridSubset> grid(String setId) {
        return grids.stream().filter(grid -> grid.set().id().equals(setId)).findFirst();
    }

    /** The block of tiles that is drawn together with one. */
    public TileRange block(GridSubset grid, TileMatrix matrix, int column, int row) {
        return TileRange.block(column, row, metaColumns, metaRows)
                .intersection(grid.limits(matrix).orElseThrow());
    }
}

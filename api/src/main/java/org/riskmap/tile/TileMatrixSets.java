package org.riskmap.tile;

import java.util.List;
import java.util.Optional;

/** The sets that tiles are offered in. */
public final class TileMatrixSets {

    private static final List<TileMatrixSet> ALL = List.of(
            TileMatrixSet.epsg4326(),
            TileMatrixSet.epsg900913(),
            TileMatrixSet.webMercatorQuad(),
            TileMatrixSet.epsg4490(),
            TileMatrixSet.worldCrs84Quad());

    private TileMatrixSets() {}

    public static List<TileMatrixSet> all() {
        return ALL;
    }

    public static Optional<TileMatrixSet> named(String id) {
        return ALL.stream().filter(set -> set.id().equals(id)).findFirst();
    }
}

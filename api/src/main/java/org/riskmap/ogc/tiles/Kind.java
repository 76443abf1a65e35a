package org.riskmap.ogc.tiles;

import java.util.List;
import org.riskmap.ogc.wmts.TileFormat;

/** What tiles hold. */
enum Kind {
    VECTOR("vector", "tiles", List.of(TileFormat.VECTOR)),
    MAP("map", "map/tiles", List.of(TileFormat.PNG, TileFormat.JPEG, TileFormat.PNG8));

    private final String dataType;
    private final String path;
    private final List<TileFormat> formats;

    Kind(String dataType, String path, List<TileFormat> formats) {
        this.dataType = dataType;
        this.path = path;
        this.formats = formats;
    }

    /** As tileset metadata says it. */
    String dataType() {
        return dataType;
    }

    /** Below a collection. */
    String path() {
        return path;
    }

    /** The first where nothing is asked for. */
    List<TileFormat> formats() {
        return formats;
    }

    static Kind of(String uri) {
        return uri.contains("/map/tiles") ? MAP : VECTOR;
    }
}

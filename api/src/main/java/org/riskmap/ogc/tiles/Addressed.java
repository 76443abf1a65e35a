package org.riskmap.ogc.tiles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.ogc.wmts.Offer;
import org.riskmap.ogc.wmts.TileFailure;
import org.riskmap.ogc.wmts.TileFormat;
import org.riskmap.ogc.wmts.TileQuery;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrix;

/** What an address names; whatever is not there is a 404. */
record Addressed(
        Offer offer,
        String collection,
        @Nullable String style,
        @Nullable String set) {

    TileLayer layer() {
        return offer.find(collection)
                .orElseThrow(() -> TileFailure.notFound("There is no collection " + collection + " in tiles"));
    }

    GridSubset grid() {
        return layer().grid(String.valueOf(set))
                .orElseThrow(() -> TileFailure.notFound("The collection " + collection + " has no tiles in " + set));
    }

    TileQuery query(String matrix, String row, String column, TileFormat format, Optional<String> time) {
        TileLayer layer = layer();
        GridSubset grid = grid();
        TileMatrix level = grid.set()
                .matrix(matrix)
                .orElseThrow(() -> TileFailure.notFound("There is no tile matrix " + matrix + " in " + set));
        if (!Offer.offered(layer).contains(format)) {
            throw TileFailure.notFound("The collection " + collection + " has no tiles as " + format.mediaType());
        }
        return new TileQuery(
                layer,
                grid,
                level,
                number(column),
                number(row),
                TileQuery.LookRequest.of(checkedStyle(), time, Optional.empty(), format));
    }

    /** Empty for the default. */
    String checkedStyle() {
        return style == null ? "" : Offer.style(layer(), style);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw TileFailure.notFound("There is no tile " + text);
        }
        return Integer.parseInt(text);
    }
}

package org.riskmap.ogc.wmts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.OgcRequest;

/** WMS 1.1.1 requests that tiles are made from. */
final class MapRequests {

    private MapRequests() {}

    /** What a tile shows, without a place. */
    static OgcRequest layers(TileQuery query) {
        return request(look(query));
    }

    /** The picture of an area, east first. */
    static OgcRequest map(TileQuery query, Envelope area, int width, int height) {
        Map<String, String> parameters = look(query);
        place(parameters, query.grid().set().crs(), area, width, height);
        return request(parameters);
    }

    /** The picture of an area that goes so many pixels beyond what is shown. */
    static OgcRequest picture(TileQuery query, Envelope area, int width, int height, int gutter) {
        Map<String, String> parameters =
                new LinkedHashMap<>(map(query, area, width, height).parameters());
        parameters.put("FORMAT_OPTIONS", "gutter:" + gutter);
        return request(parameters);
    }

    /** What lies at a pixel of a tile. */
    static OgcRequest info(TileQuery query, int column, int row, String format, String baseUrl) {
        Map<String, String> parameters = look(query);
        Envelope area = query.matrix()
                .envelope(new org.riskmap.tile.TileRange(query.column(), query.row(), query.column(), query.row()));
        place(
                parameters,
                query.grid().set().crs(),
                area,
                org.riskmap.tile.TileMatrix.TILE_PX,
                org.riskmap.tile.TileMatrix.TILE_PX);
        parameters.put("REQUEST", "GetFeatureInfo");
        parameters.put("QUERY_LAYERS", query.layer().name());
        parameters.put("X", Integer.toString(column));
        parameters.put("Y", Integer.toString(row));
        parameters.put("INFO_FORMAT", format);
        return new OgcRequest(parameters, null, null, null, baseUrl);
    }

    private static OgcRequest request(Map<String, String> parameters) {
        return new OgcRequest(parameters, null, null, null, "");
    }

    private static Map<String, String> look(TileQuery query) {
        TileQuery.LookRequest look = query.look();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("SERVICE", "WMS");
        parameters.put("VERSION", "1.1.1");
        parameters.put("REQUEST", "GetMap");
        parameters.put("LAYERS", query.layer().name());
        parameters.put("STYLES", look.style());
        parameters.put("FORMAT", look.format().mediaType());
        parameters.put("TRANSPARENT", Boolean.toString(look.transparent()));
        look.background().ifPresent(colour -> parameters.put("BGCOLOR", colour));
        look.time().ifPresent(time -> parameters.put("TIME", time));
        look.filter().ifPresent(filter -> parameters.put("CQL_FILTER", filter));
        return parameters;
    }

    private static void place(Map<String, String> parameters, Crs crs, Envelope area, int width, int height) {
        parameters.put("SRS", crs.epsgName());
        parameters.put("BBOX", area.minX() + "," + area.minY() + "," + area.maxX() + "," + area.maxY());
        parameters.put("WIDTH", Integer.toString(width));
        parameters.put("HEIGHT", Integer.toString(height));
    }
}

package org.riskmap.ogc.wmts;

import java.util.List;
import java.util.Optional;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.Xml;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrix;
import org.riskmap.tile.TileRange;

/** Tile Map Service 1.0.0 (OSGeo), rows counted from the south: addresses and documents as GeoWebCache writes them. */
final class Tms {

    private final Offer offer;
    private final LayerBoxes boxes;
    private final String base;

    /** @param base address of {@code tms/1.0.0}, without a slash at its end */
    Tms(Offer offer, LayerBoxes boxes, String base) {
        this.offer = offer;
        this.boxes = boxes;
        this.base = base;
    }

    /** {@code layer[@set[@extension]]/z/x/y.extension}; with {@code flipY=true} rows are counted from the north. */
    TileQuery query(List<String> path, Kvp kvp) {
        if (path.size() != 4) {
            throw new TileFailure(TileFailure.Code.NOT_FOUND, null, "There is nothing at this address");
        }
        Map map = map(path.get(0));
        int dot = path.get(3).lastIndexOf('.');
        String extension = dot < 0 ? "" : path.get(3).substring(dot + 1);
        TileFormat format = TileFormat.ofExtension(extension)
                .orElseThrow(() -> TileFailure.invalid("FORMAT", "There are no tiles that end in ." + extension));
        int level = WmtsRequest.number("z", path.get(1));
        if (level < 0 || level >= map.grid.set().matrices().size()) {
            throw TileFailure.invalid("z", "There is no level " + level);
        }
        TileMatrix matrix = map.grid.set().matrices().get(level);
        int y = WmtsRequest.number("y", path.get(3).substring(0, dot));
        return new TileQuery(
                        map.layer,
                        map.grid,
                        matrix,
                        WmtsRequest.number("x", path.get(2)),
                        kvp.flag("FLIPY") ? y : matrix.rows() - 1 - y,
                        WmtsRequest.look(map.layer, kvp.text("STYLES").orElse(""), kvp, format))
                .checked();
    }

    private record Map(TileLayer layer, GridSubset grid, TileFormat format) {}

    private Map map(String name) {
        String[] parts = name.split("@", -1);
        TileLayer layer = offer.find(parts[0])
                .orElseThrow(
                        () -> new TileFailure(TileFailure.Code.NOT_FOUND, "layer", "There is no layer " + parts[0]));
        GridSubset grid =
                parts.length > 1 ? Offer.grid(layer, parts[1]) : layer.grids().get(0);
        TileFormat format = parts.length > 2
                ? TileFormat.ofExtension(parts[2])
                        .orElseThrow(() -> TileFailure.invalid("FORMAT", "There is no format " + parts[2]))
                : TileFormat.PNG;
        return new Map(layer, grid, format);
    }

    /** The list of maps, or one of them. */
    String document(List<String> path) {
        return path.isEmpty() ? service() : describe(map(path.get(0)));
    }

    private String service() {
        Xml xml = Xml.document(new StringBuilder());
        xml.start("TileMapService", "version", "1.0.0", "services", base.replaceFirst("/tms/1\\.0\\.0$", "/tms/"));
        var words = offer.service().wms();
        xml.element("Title", words.title())
                .element("Abstract", words.abstractText())
                .start("TileMaps");
        for (TileLayer layer : offer.advertised()) {
            for (GridSubset grid : layer.grids()) {
                for (TileFormat format : Offer.offered(layer)) {
                    xml.empty(
                            "TileMap",
                            "title",
                            layer.layer().title(),
                            "srs",
                            grid.set().crs().epsgName(),
                            "profile",
                            profile(grid),
                            "href",
                            href(layer, grid, format));
                }
            }
        }
        xml.endAll();
        return xml.toString();
    }

    private String href(TileLayer layer, GridSubset grid, TileFormat format) {
        return base + "/" + encoded(layer.name()) + "@" + encoded(grid.set().id()) + "@" + format.extension();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String profile(GridSubset grid) {
        return grid.set().crs().geographic() ? "global-geodetic" : "global-mercator";
    }

    private String describe(Map map) {
        Xml xml = Xml.document(new StringBuilder());
        xml.start("TileMap", "version", "1.0.0", "tilemapservice", base);
        xml.element("Title", map.layer.layer().title());
        xml.element(
                "Abstract",
                Optional.ofNullable(map.layer.layer().abstractText()).orElse(""));
        xml.element("SRS", map.grid.set().crs().epsgName());
        TileMatrix first = map.grid.set().matrices().get(0);
        Envelope whole = first.envelope(first.all());
        Envelope extent = map.grid.extent() != null
                ? map.grid.extent()
                : LayerBoxes.to(
                                boxes.of(map.layer.layer()),
                                org.riskmap.kernel.Crs.CRS84,
                                map.grid.set().crs())
                        .orElse(whole);
        xml.empty("BoundingBox", corners(extent));
        xml.empty("Origin", "x", Double.toString(whole.minX()), "y", Double.toString(whole.minY()));
        xml.empty(
                "TileFormat",
                "width",
                "256",
                "height",
                "256",
                "mime-type",
                map.format.mediaType(),
                "extension",
                map.format.extension());
        xml.start("TileSets", "profile", profile(map.grid));
        for (TileMatrix matrix : map.grid.set().matrices()) {
            Optional<TileRange> limits = map.grid.limits(matrix);
            if (limits.isPresent()) {
                xml.empty(
                        "TileSet",
                        "href",
                        href(map.layer, map.grid, map.format) + "/" + matrix.level(),
                        "units-per-pixel",
                        Double.toString(matrix.pixelSize()),
                        "order",
                        Integer.toString(matrix.level()));
            }
        }
        xml.endAll();
        return xml.toString();
    }

    private static String[] corners(Envelope box) {
        return new String[] {
            "minx", Double.toString(box.minX()),
            "miny", Double.toString(box.minY()),
            "maxx", Double.toString(box.maxX()),
            "maxy", Double.toString(box.maxY())
        };
    }
}

package org.riskmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Envelope;

/** A small map without scripts: a picture of our own map service, and over it the features of a page as links. */
final class MapPicture {

    private static final int WIDTH = 720;
    private static final int LEAST_HEIGHT = 260;
    private static final int MOST_HEIGHT = 520;
    private static final double LEAST_DEGREES = 0.01;
    /** The group of a workspace that goes below its layers. */
    private static final String BASE_MAP = "base_map";

    private final StringBuilder to;
    private final Envelope box;
    private final int height;

    /**
     * @param to where to append
     * @param shown degrees that have to be on the map
     */
    MapPicture(StringBuilder to, Envelope shown) {
        this.to = to;
        double margin = Math.max(LEAST_DEGREES, Math.max(shown.width(), shown.height()) * 0.08);
        Envelope grown = shown.grown(margin, margin);
        double shrink = Math.max(0.2, Math.cos(Math.toRadians((grown.minY() + grown.maxY()) / 2)));
        double ratio = grown.height() / (grown.width() * shrink);
        this.height = (int) Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, Math.round(WIDTH * ratio)));
        this.box = fitted(grown, height / (double) WIDTH * shrink);
    }

    /** The box widened so that it has the picture's shape. */
    private static Envelope fitted(Envelope box, double heightPerWidth) {
        double width = Math.max(box.width(), box.height() / heightPerWidth);
        double height = width * heightPerWidth;
        return box.grown((width - box.width()) / 2, (height - box.height()) / 2);
    }

    /**
     * What a map of a layer is drawn from, the lowest first: its workspace's base map, where there is one, and the layer.
     *
     * @param itself whether the layer is drawn too where there is a base map
     */
    static List<String> layers(Catalog catalog, FeatureLayer layer, boolean itself) {
        List<String> layers = new ArrayList<>();
        catalog.find(BASE_MAP, layer.workspace())
                .map(PublishedLayer::qualifiedName)
                .ifPresent(layers::add);
        if (itself || layers.isEmpty()) {
            layers.add(layer.qualifiedName());
        }
        return layers;
    }

    /**
     * @param geoserver URL that ends in {@code /geoserver}
     * @param layers qualified names, the lowest first
     */
    void begin(String geoserver, List<String> layers) {
        String names = layers.stream().map(ApiRequest::encoded).collect(Collectors.joining(","));
        String url = geoserver + "/wms?service=WMS&version=1.1.1&request=GetMap&format=image/png&srs=EPSG:4326&layers="
                + names + "&styles=" + ",".repeat(layers.size() - 1) + "&width=" + WIDTH + "&height=" + height
                + "&bbox="
                + String.format(Locale.ROOT, "%.7f,%.7f,%.7f,%.7f", box.minX(), box.minY(), box.maxX(), box.maxY());
        to.append("<figure>\n<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(height);
        to.append("\" role=\"img\">\n<image href=\"").append(Html.escaped(url));
        to.append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\"/>\n");
    }

    /** @param geometry degrees, longitude first */
    void feature(Geometry geometry, String title, String url) {
        to.append("<a href=\"").append(Html.escaped(url)).append("\"><title>").append(Html.escaped(title));
        to.append("</title>");
        shape(geometry);
        to.append("</a>\n");
    }

    private void shape(Geometry geometry) {
        if (geometry instanceof Point point) {
            to.append("<circle r=\"5\" cx=\"")
                    .append(x(point.getX()))
                    .append("\" cy=\"")
                    .append(y(point.getY()));
            to.append("\"/>");
        } else if (geometry instanceof GeometryCollection parts) {
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                shape(parts.getGeometryN(i));
            }
        } else if (geometry instanceof LineString line) {
            to.append("<path class=\"line\" d=\"");
            path(line);
            to.append("\"/>");
        } else if (geometry instanceof Polygon polygon) {
            to.append("<path class=\"area\" d=\"");
            path(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                path(polygon.getInteriorRingN(i));
            }
            to.append("\"/>");
        }
    }

    private void path(LineString line) {
        char command = 'M';
        for (Coordinate position : line.getCoordinates()) {
            to.append(command).append(x(position.x)).append(' ').append(y(position.y));
            command = 'L';
        }
    }

    private long x(double lon) {
        return Math.round((lon - box.minX()) / box.width() * WIDTH);
    }

    private long y(double lat) {
        return Math.round((box.maxY() - lat) / box.height() * height);
    }

    void end() {
        to.append("</svg>\n</figure>\n");
    }
}

package org.riskmap.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;

/**
 * A pyramid of tiles (OGC 17-083r4). Matrices are named in requests by their id, in full or without the set's name before
 * it: {@code EPSG:900913:7} and {@code 7} are one.
 *
 * @param id as requests name it
 * @param title for people
 * @param crs that tiles are drawn in, east first
 * @param crsUrn as WMTS capabilities name the system
 * @param crsUri as OGC API names the system
 * @param topLeftNorthFirst whether corners are written in the order of a registry that has latitude first
 * @param wellKnown the registered definition that it agrees with; null where there is none
 * @param matrices smallest scale first
 */
public record TileMatrixSet(
        String id,
        String title,
        Crs crs,
        String crsUrn,
        String crsUri,
        boolean topLeftNorthFirst,
        @Nullable String wellKnown,
        List<TileMatrix> matrices) {

    private static final double PIXEL_M = 0.00028;
    private static final double GOOGLE_HALF_M = 20037508.34;
    private static final double MERCATOR_HALF_M = 20037508.3427892;

    public TileMatrixSet {
        matrices = List.copyOf(matrices);
    }

    /** The matrix that a request names. */
    public Optional<TileMatrix> matrix(String name) {
        String suffix = name.startsWith(id + ":") ? name.substring(id.length() + 1) : name;
        return matrices.stream()
                .filter(matrix -> matrix.id().equals(name) || localId(matrix).equals(suffix))
                .findFirst();
    }

    /** A matrix's id without the set's name. */
    public String localId(TileMatrix matrix) {
        return matrix.id().substring(matrix.id().lastIndexOf(':') + 1);
    }

    /** By the standard's pixel of 0.28 mm. */
    public double scaleDenominator(TileMatrix matrix) {
        return matrix.pixelSize() * (crs.geographic() ? TileMatrix.METRES_PER_DEGREE : 1) / PIXEL_M;
    }

    /** GeoWebCache's set of this name: whole world, two tiles at level 0, WGS 84 degrees. */
    static TileMatrixSet epsg4326() {
        return new TileMatrixSet(
                "EPSG:4326",
                "WGS 84 degrees",
                Crs.CRS84,
                "urn:ogc:def:crs:EPSG::4326",
                "http://www.opengis.net/def/crs/EPSG/0/4326",
                true,
                null,
                degrees("EPSG:4326:", 0, 22));
    }

    /** GeoWebCache's set of this name: Web Mercator, 31 levels. */
    static TileMatrixSet epsg900913() {
        return new TileMatrixSet(
                "EPSG:900913",
                "Web Mercator",
                Crs.eastFirst(3857),
                "urn:ogc:def:crs:EPSG::900913",
                "http://www.opengis.net/def/crs/EPSG/0/3857",
                false,
                null,
                mercator("EPSG:900913:", GOOGLE_HALF_M, 31));
    }

    /** OGC 17-083r4, annex D.1. */
    static TileMatrixSet webMercatorQuad() {
        return new TileMatrixSet(
                "WebMercatorQuad",
                "Google Maps Compatible for the World",
                Crs.eastFirst(3857),
                "urn:ogc:def:crs:EPSG::3857",
                "http://www.opengis.net/def/crs/EPSG/0/3857",
                false,
                "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
                mercator("", MERCATOR_HALF_M, 25));
    }

    /** OGC 17-083r4, annex D.2. */
    static TileMatrixSet worldCrs84Quad() {
        return new TileMatrixSet(
                "WorldCRS84Quad",
                "CRS84 for the World",
                Crs.CRS84,
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                false,
                "http://www.opengis.net/def/tilematrixset/OGC/1.0/WorldCRS84Quad",
                degrees("", 0, 18));
    }

    /** CGCS2000 degrees with the levels of Tianditu's {@code _c} services, which begin at 1 (GB/T 35634). */
    static TileMatrixSet epsg4490() {
        return new TileMatrixSet(
                "EPSG:4490",
                "CGCS2000 经纬度 (天地图 c)",
                Crs.STORAGE,
                "urn:ogc:def:crs:EPSG::4490",
                "http://www.opengis.net/def/crs/EPSG/0/4490",
                true,
                null,
                degrees("", 1, 20));
    }

    private static List<TileMatrix> degrees(String prefix, int first, int count) {
        List<TileMatrix> matrices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double pixelDegrees = 180.0 / TileMatrix.TILE_PX / (1 << i);
            matrices.add(new TileMatrix(prefix + (first + i), i, pixelDegrees, -180, 90, 2 << i, 1 << i));
        }
        return matrices;
    }

    private static List<TileMatrix> mercator(String prefix, double halfM, int count) {
        List<TileMatrix> matrices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double pixelM = 2 * halfM / TileMatrix.TILE_PX / (1 << i);
            matrices.add(new TileMatrix(prefix + i, i, pixelM, -halfM, halfM, 1 << i, 1 << i));
        }
        return matrices;
    }
}

package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry as it comes through PostGIS' TWKB (Tiny Well-known Binary, 2): positions on a grid, told as differences that
 * the reader adds up. Neighbours that fall together are told once. Where the sums of a ring's first and last position differ
 * by a rounding error the ring is closed once more, as GeoServer's answers have it. For one geometry.
 */
final class TinyGeometry {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int LEAST_OF_LINE = 2;
    private static final int LEAST_OF_RING = 4;

    private final double perUnit;
    private long lastColumn;
    private long lastRow;
    private double x;
    private double y;

    /** @param decimals of the grid; negative ones mean tens, hundreds, … */
    TinyGeometry(int decimals) {
        this.perUnit = Math.pow(10, decimals);
    }

    Geometry of(Geometry geometry) {
        if (geometry.isEmpty()) {
            return geometry;
        }
        if (geometry instanceof Point point) {
            return GEOMETRY.createPoint(positions(new Coordinate[] {point.getCoordinate()}, 1)[0]);
        }
        if (geometry instanceof LineString line) {
            return GEOMETRY.createLineString(positions(line.getCoordinates(), LEAST_OF_LINE));
        }
        if (geometry instanceof Polygon polygon) {
            LinearRing shell = ring(polygon.getExteriorRing());
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = ring(polygon.getInteriorRingN(i));
            }
            return GEOMETRY.createPolygon(shell, holes);
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(of(geometry.getGeometryN(i)));
        }
        return switch (geometry.getGeometryType()) {
            case "MultiPoint" -> GEOMETRY.createMultiPoint(parts.toArray(Point[]::new));
            case "MultiLineString" -> GEOMETRY.createMultiLineString(parts.toArray(LineString[]::new));
            case "MultiPolygon" -> GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
            default -> GEOMETRY.createGeometryCollection(parts.toArray(Geometry[]::new));
        };
    }

    private LinearRing ring(LineString ring) {
        Coordinate[] told = positions(ring.getCoordinates(), LEAST_OF_RING);
        if (!told[0].equals2D(told[told.length - 1])) {
            told = java.util.Arrays.copyOf(told, told.length + 1);
            told[told.length - 1] = told[0].copy();
        }
        return GEOMETRY.createLinearRing(told);
    }

    private Coordinate[] positions(Coordinate[] exact, int least) {
        List<Coordinate> told = new ArrayList<>();
        for (int i = 0; i < exact.length; i++) {
            long column = cell(exact[i].x);
            long row = cell(exact[i].y);
            boolean needed = told.isEmpty() || told.size() + exact.length - i <= least;
            if (needed || column != lastColumn || row != lastRow) {
                x += (column - lastColumn) / perUnit;
                y += (row - lastRow) / perUnit;
                lastColumn = column;
                lastRow = row;
                told.add(new Coordinate(x, y));
            }
        }
        return told.toArray(Coordinate[]::new);
    }

    /** Halves go away from 0. */
    private long cell(double value) {
        return (long) Math.copySign(Math.floor(Math.abs(value) * perUnit + 0.5), value);
    }
}

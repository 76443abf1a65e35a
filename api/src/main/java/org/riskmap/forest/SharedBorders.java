package org.riskmap.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskmap.exposure.Measure;
import org.riskmap.exposure.Townships;
import org.riskmap.forest.ForestResult.Border;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Geodesy;

/**
 * How long the border between two townships runs through a zone (毗邻联防). The border is that of the township with the smaller
 * code; who lies on its other side is looked up a metre beside it, so that borders drawn twice need not agree to the digit.
 */
final class SharedBorders {

    private static final double BESIDE_M = 1;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Townships townships;
    private final Feature zone;
    private final Set<Integer> sharing;

    /** @param sharing numbers of the townships that share the zone */
    SharedBorders(Townships townships, Feature zone, Set<Integer> sharing) {
        this.townships = townships;
        this.zone = zone;
        this.sharing = sharing;
    }

    List<Border> borders() {
        List<Border> borders = new ArrayList<>();
        for (int area : sharing) {
            Map<Integer, List<LineString>> byOther = new TreeMap<>();
            Geometry edge = townships.areas().get(area).geometry().getBoundary();
            collect(OverlayNGRobust.overlay(edge, zone.geometry(), OverlayNG.INTERSECTION), area, byOther);
            byOther.forEach((other, pieces) -> {
                Geometry line = FACTORY.createMultiLineString(pieces.toArray(LineString[]::new));
                Feature a = townships.areas().get(area);
                Feature b = townships.areas().get(other);
                borders.add(new Border(
                        zone,
                        String.valueOf(ForestFire.text(a, "code")),
                        ForestFire.text(a, "name"),
                        String.valueOf(ForestFire.text(b, "code")),
                        ForestFire.text(b, "name"),
                        Measure.of(line, 1),
                        line));
            });
        }
        return borders;
    }

    private void collect(Geometry lines, int area, Map<Integer, List<LineString>> byOther) {
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line) {
                Coordinate[] positions = line.getCoordinates();
                for (int k = 1; k < positions.length; k++) {
                    int other = other(positions[k - 1], positions[k], area);
                    if (other > area && sharing.contains(other)) {
                        byOther.computeIfAbsent(other, unused -> new ArrayList<>())
                                .add(FACTORY.createLineString(new Coordinate[] {positions[k - 1], positions[k]}));
                    }
                }
            }
        }
    }

    /** The township on the other side of a piece of border, or {@link Townships#NOWHERE}. */
    private int other(Coordinate from, Coordinate to, int area) {
        double perLon = Geodesy.metresPerDegreeLon(from.y);
        double perLat = Geodesy.metresPerDegreeLat(from.y);
        double east = (to.x - from.x) * perLon;
        double north = (to.y - from.y) * perLat;
        double length = Math.hypot(east, north);
        if (length == 0) {
            return Townships.NOWHERE;
        }
        for (int side : new int[] {-1, 1}) {
            Coordinate beside = new Coordinate(
                    (from.x + to.x) / 2 - side * north / length * BESIDE_M / perLon,
                    (from.y + to.y) / 2 + side * east / length * BESIDE_M / perLat);
            int there = townships.of(FACTORY.createPoint(beside));
            if (there != area && there != Townships.NOWHERE) {
                return there;
            }
        }
        return Townships.NOWHERE;
    }
}

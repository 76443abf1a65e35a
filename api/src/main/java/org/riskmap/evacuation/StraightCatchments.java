package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.Reprojection;
import org.riskmap.network.TravelRule.Least;

/**
 * Straight-line catchments: Voronoi cells of the usable shelters cut by circles of the limit, drawn in a conformal
 * projection (CGCS2000's 3° zone, elsewhere UTM) with the scale at each shelter. Of shelters at one place the first has
 * the land.
 */
final class StraightCatchments {

    /** Corners of a circle; its land is inside the true one, at 2 km by at most 0.3 m. */
    private static final int CORNERS = 180;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Question question;
    private final double reachM;
    private final Map<Coordinate, Integer> shelterAt = new TreeMap<>();
    private final Map<Coordinate, Double> radiusAt = new HashMap<>();
    private final Reprojection back;

    StraightCatchments(Question question, Travel.StraightLine travel, boolean[] usable) {
        this.question = question;
        Limit limit = question.limit();
        this.reachM = limit.least() == Least.LENGTH
                ? limit.most() / 1000.0
                : limit.most() / 3600.0 * travel.speedKmh() / travel.detourFactor();
        Crs plane = plane(usable);
        this.back = Reprojection.between(plane, Crs.STORAGE);
        Reprojection forth = Reprojection.between(Crs.STORAGE, plane);
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                Shelter shelter = question.shelters().get(i);
                double[] xy = {shelter.lon(), shelter.lat(), shelter.lon(), shelter.lat() + 0.001};
                forth.apply(xy, 2);
                double scale = Math.hypot(xy[2] - xy[0], xy[3] - xy[1])
                        / Geodesy.distanceM(shelter.lon(), shelter.lat(), shelter.lon(), shelter.lat() + 0.001);
                Coordinate place = new Coordinate(xy[0], xy[1]);
                if (shelterAt.putIfAbsent(place, i) == null) {
                    radiusAt.put(place, reachM * scale);
                }
            }
        }
    }

    private Crs plane(boolean[] usable) {
        double lon = 0;
        double lat = 0;
        int count = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                lon += question.shelters().get(i).lon();
                lat += question.shelters().get(i).lat();
                count++;
            }
        }
        lon /= Math.max(1, count);
        lat /= Math.max(1, count);
        if (lon >= 73.5 && lon < 136.5 && lat > 0) {
            return Crs.eastFirst(Geodesy.threeDegreeZone(lon));
        }
        int zone = (int) Math.floor((lon + 180) / 6) % 60 + 1;
        return Crs.eastFirst((lat < 0 ? 32700 : 32600) + zone);
    }

    Land draw() {
        List<Land.Piece> pieces = new ArrayList<>();
        if (reachM > 0) {
            Map<Coordinate, Geometry> cells = cells();
            shelterAt.forEach((place, shelter) -> {
                Geometry circle = circle(place, radiusAt.get(place));
                Geometry cell = cells.get(place);
                Geometry land = cell == null || cell.covers(circle) ? circle : cut(circle, cell);
                Geometry shown = Land.polygons(back.apply(land));
                if (!shown.isEmpty()) {
                    pieces.add(new Land.Piece(shelter, shown));
                }
            });
        }
        pieces.sort(java.util.Comparator.comparingInt(Land.Piece::shelter));
        return new Land(pieces, List.of());
    }

    private static Geometry cut(Geometry circle, Geometry cell) {
        return PreparedGeometryFactory.prepare(circle).covers(cell)
                ? cell
                : OverlayNGRobust.overlay(circle, cell, OverlayNG.INTERSECTION);
    }

    /** Voronoi cells by site; none where there is one site, whose cell is the plane. */
    private Map<Coordinate, Geometry> cells() {
        Map<Coordinate, Geometry> cells = new HashMap<>();
        if (shelterAt.size() < 2) {
            return cells;
        }
        Envelope box = new Envelope();
        radiusAt.forEach((place, radius) -> {
            box.expandToInclude(place.x - radius, place.y - radius);
            box.expandToInclude(place.x + radius, place.y + radius);
        });
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(shelterAt.keySet());
        builder.setClipEnvelope(box);
        Geometry diagram = builder.getDiagram(FACTORY);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            cells.put((Coordinate) diagram.getGeometryN(i).getUserData(), diagram.getGeometryN(i));
        }
        return cells;
    }

    private static Polygon circle(Coordinate centre, double radius) {
        Coordinate[] ring = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring[i] = new Coordinate(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
        }
        ring[CORNERS] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }
}

package org.riskmap.exposure;

import java.util.Arrays;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.riskmap.kernel.Geodesy;

/** A drawn area whose edges are found quickly: how much of a line lies in it. Safe for many threads once made. */
final class RingEdges {

    private final HPRtree segments = new HPRtree();
    private final IndexedPointInAreaLocator locator;
    private final boolean empty;

    private record Segment(Coordinate from, Coordinate to) {}

    RingEdges(MultiPolygon area) {
        empty = area.isEmpty();
        locator = new IndexedPointInAreaLocator(area);
        for (Object ring : LinearComponentExtracter.getLines(area)) {
            Coordinate[] corners = ((LinearRing) ring).getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                segments.insert(new Envelope(corners[i - 1], corners[i]), new Segment(corners[i - 1], corners[i]));
            }
        }
        segments.build();
        if (!empty) {
            locator.locate(area.getCoordinate()); // builds its index before threads share it
        }
    }

    /** Metres of a line, or of several, that lie in the area. */
    double lengthInsideM(Geometry lines) {
        double length = 0;
        for (int i = 0; !empty && i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line) {
                Coordinate[] positions = line.getCoordinates();
                for (int k = 1; k < positions.length; k++) {
                    length += insideM(positions[k - 1], positions[k]);
                }
            }
        }
        return length;
    }

    private double insideM(Coordinate from, Coordinate to) {
        double[] cuts = cuts(from, to);
        double share = 0;
        for (int i = 1; i < cuts.length; i++) {
            double middle = (cuts[i - 1] + cuts[i]) / 2;
            Coordinate at = new Coordinate(from.x + middle * (to.x - from.x), from.y + middle * (to.y - from.y));
            if (locator.locate(at) != Location.EXTERIOR) {
                share += cuts[i] - cuts[i - 1];
            }
        }
        return share == 0 ? 0 : share * Geodesy.distanceM(from.x, from.y, to.x, to.y);
    }

    /** 0, 1 and the shares at which an edge of the area is met, ascending. */
    private double[] cuts(Coordinate from, Coordinate to) {
        double[][] cuts = {{0, 1}};
        segments.query(new Envelope(from, to), item -> {
            Segment edge = (Segment) item;
            double dx = to.x - from.x;
            double dy = to.y - from.y;
            double ex = edge.to.x - edge.from.x;
            double ey = edge.to.y - edge.from.y;
            double cross = dx * ey - dy * ex;
            if (cross != 0) {
                double px = edge.from.x - from.x;
                double py = edge.from.y - from.y;
                double along = (px * ey - py * ex) / cross;
                double onEdge = (px * dy - py * dx) / cross;
                if (along > 0 && along < 1 && onEdge >= 0 && onEdge <= 1) {
                    cuts[0] = Arrays.copyOf(cuts[0], cuts[0].length + 1);
                    cuts[0][cuts[0].length - 1] = along;
                }
            }
        });
        Arrays.sort(cuts[0]);
        return cuts[0];
    }
}

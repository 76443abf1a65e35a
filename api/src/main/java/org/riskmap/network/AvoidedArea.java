package org.riskmap.network;

import java.util.Arrays;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Land that may be left and not entered; its border does not belong to it. For one thread. */
final class AvoidedArea {

    private final PointOnGeometryLocator locator;
    private final double[] x;
    private final double[] y;
    private final SegmentIndex border;
    private final org.locationtech.jts.geom.Envelope box;

    /** @param area polygons that do not overlap, degrees; may be empty */
    AvoidedArea(Geometry area) {
        Lines rings = new Lines();
        for (Object ring : LinearComponentExtracter.getLines(area)) {
            rings.add(((LineString) ring).getCoordinates());
        }
        this.x = rings.lon();
        this.y = rings.lat();
        this.border = new SegmentIndex(x, y, rings.start(), rings.end());
        this.locator = area.isEmpty() ? position -> Location.EXTERIOR : new IndexedPointInAreaLocator(area);
        this.box = area.getEnvelopeInternal();
    }

    org.locationtech.jts.geom.Envelope box() {
        return box;
    }

    boolean contains(double lon, double lat) {
        return box.covers(lon, lat) && locator.locate(new Coordinate(lon, lat)) == Location.INTERIOR;
    }

    /**
     * The parts of a straight line that lie inside.
     *
     * @return pairs of shares of the line, 0 to 1, ascending, not touching each other
     */
    double[] insideShares(double x1, double y1, double x2, double y2) {
        if (!box.intersects(new Coordinate(x1, y1), new Coordinate(x2, y2))) {
            return new double[0];
        }
        double[] cuts = cuts(x1, y1, x2, y2);
        double[] inside = new double[2 * cuts.length];
        int count = 0;
        for (int i = 0; i + 1 < cuts.length; i++) {
            double middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i + 1] > cuts[i] && contains(x1 + (x2 - x1) * middle, y1 + (y2 - y1) * middle)) {
                if (count > 0 && inside[count - 1] == cuts[i]) {
                    inside[count - 1] = cuts[i + 1];
                } else {
                    inside[count++] = cuts[i];
                    inside[count++] = cuts[i + 1];
                }
            }
        }
        return Arrays.copyOf(inside, count);
    }

    /** Whether somebody who walks the straight line comes in from outside. */
    boolean enters(double x1, double y1, double x2, double y2) {
        double[] inside = insideShares(x1, y1, x2, y2);
        if (inside.length == 0) {
            return false;
        }
        return inside.length > 2 || inside[0] > 0 || !contains(x1, y1);
    }

    /** 0, 1 and where the line meets the border, ascending. */
    private double[] cuts(double x1, double y1, double x2, double y2) {
        double[][] found = {{0, 1}};
        border.visit(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (ring, i) -> {
            double share = Crossing.share(x1, y1, x2, y2, x[i], y[i], x[i + 1], y[i + 1]);
            if (share > 0 && share < 1) {
                found[0] = Arrays.copyOf(found[0], found[0].length + 1);
                found[0][found[0].length - 1] = share;
            }
        });
        Arrays.sort(found[0]);
        return found[0];
    }
}

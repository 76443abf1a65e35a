package org.riskmap.exposure;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** How far the drawn edge is from where it should be, measured on the ellipsoid. */
final class RadiusError {

    private static final int MOST_CORNERS = 150;
    /** No drawn edge is so far off, relative to the distance: what is, is no edge. */
    private static final double FALSE = 2e-3;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final HazardIndex hazards;
    private final Distances distances;
    private final Side side;

    RadiusError(HazardIndex hazards, Distances distances, Side side) {
        this.hazards = hazards;
        this.distances = distances;
        this.side = side;
    }

    /**
     * The largest |distance to the nearest hazard − wanted| / wanted over corners of the drawn edge of a ring and the middles
     * of the chords behind them; of long edges every so many.
     */
    double of(MultiPolygon drawn, int ring) {
        Coordinate[] corners = drawn.getCoordinates();
        int step = Math.max(1, corners.length / MOST_CORNERS);
        double worst = 0;
        for (int i = 0; i + 1 < corners.length; i += step) {
            worst = Math.max(worst, of(corners[i], ring));
            Coordinate next = corners[i + 1];
            boolean sameEdge =
                    corners[i].distance(next) * 60_000 < distances.smallest(ring); // else the next polygon begins
            if (sameEdge) {
                Coordinate middle = new Coordinate((corners[i].x + next.x) / 2, (corners[i].y + next.y) / 2);
                worst = Math.max(worst, of(middle, ring));
            }
        }
        return worst;
    }

    private double of(Coordinate place, int ring) {
        return Math.min(1, Math.abs(relative(place, ring) - 1));
    }

    /** Whether a place lies outside a ring's outer edge, or nearly. */
    boolean isOutside(Coordinate place, int ring) {
        return relative(place, ring) > 1 - FALSE;
    }

    /**
     * Distance to a hazard in terms of how far it reaches, the least of all hazards: 1 at the edge; infinite where all are
     * farther than twice that.
     */
    private double relative(Coordinate place, int ring) {
        Point point = FACTORY.createPoint(place);
        double mostM = 2 * distances.largest(ring);
        if (distances.areTheSame() && side != Side.INSIDE) {
            double wantedM = distances.of(0, ring);
            return hazards.nearest(point, mostM)
                    .map(near -> near.distanceM() / wantedM)
                    .orElse(Double.POSITIVE_INFINITY);
        }
        return hazards.contacts(point, mostM).stream()
                .mapToDouble(contact -> (side == Side.INSIDE ? contact.edgeM() : contact.distanceM())
                        / distances.of(contact.hazard(), ring))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}

package org.riskmap.exposure;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** How far the drawn edge is from where it should be, measured on the ellipsoid. */
final class RadiusError {

    private static final int MOST_CORNERS = 150;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private RadiusError() {}

    /**
     * The largest |distance to the nearest hazard − wanted| / wanted over corners of the drawn edge and the middles of the
     * chords behind them; of long edges every so many.
     */
    static double of(MultiPolygon drawn, HazardIndex hazards, double wantedM) {
        Coordinate[] corners = drawn.getCoordinates();
        int step = Math.max(1, corners.length / MOST_CORNERS);
        double worst = 0;
        for (int i = 0; i + 1 < corners.length; i += step) {
            worst = Math.max(worst, of(corners[i], hazards, wantedM));
            Coordinate next = corners[i + 1];
            boolean sameEdge = corners[i].distance(next) * 60_000 < wantedM; // else the next polygon begins
            if (sameEdge) {
                Coordinate middle = new Coordinate((corners[i].x + next.x) / 2, (corners[i].y + next.y) / 2);
                worst = Math.max(worst, of(middle, hazards, wantedM));
            }
        }
        return worst;
    }

    private static double of(Coordinate place, HazardIndex hazards, double wantedM) {
        return hazards.nearest(FACTORY.createPoint(place), 2 * wantedM)
                .map(nearness -> Math.abs(nearness.distanceM() - wantedM) / wantedM)
                .orElse(1.0);
    }
}

package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** A label in the largest part of an area. */
final class PolygonLabelPlacer extends LabelPlacer {

    private static final int DIRECTIONS = 8;

    PolygonLabelPlacer(Label label, LabelBoard board, LabelText text) {
        super(label, board, text);
    }

    @Override
    void place(Graphics2D canvas) {
        if (text.empty()) {
            return;
        }
        Polygon area = largest(label.place());
        Coordinate middle = middle(area);
        boolean movable = label.options().maxDisplacement() > 0;
        AffineTransform usual = movable ? moved(middle, 0, 0) : anchored(middle.x, middle.y);
        if (fits(canvas, area, usual) || !movable) {
            return;
        }
        for (double radius = STEP_PIXELS; radius < label.options().maxDisplacement(); radius += STEP_PIXELS) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                double angle = direction * 2 * Math.PI / DIRECTIONS;
                double dx = Math.cos(angle) * radius;
                double dy = Math.sin(angle) * radius;
                Coordinate tried = new Coordinate(middle.x + dx, middle.y + dy);
                if (SimplePointInAreaLocator.locate(tried, area) == Location.INTERIOR
                        && fits(canvas, area, moved(middle, dx, dy))) {
                    return;
                }
            }
        }
    }

    /** A label that may be moved stands with its middle on the area's. */
    private AffineTransform moved(Coordinate middle, double right, double up) {
        return anchored(middle.x, middle.y, .5, .5, right, up);
    }

    private boolean fits(Graphics2D canvas, Polygon area, AffineTransform place) {
        return insidePart(place, area) >= label.options().goodnessOfFit() && put(canvas, place);
    }

    /** The centroid where it lies inside, else a point inside. */
    static Coordinate middle(Polygon area) {
        Coordinate centroid = area.getCentroid().getCoordinate();
        return centroid != null && SimplePointInAreaLocator.locate(centroid, area) == Location.INTERIOR
                ? centroid
                : area.getInteriorPoint().getCoordinate();
    }
}

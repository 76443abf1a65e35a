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
        if (fits(canvas, area, middle.x, middle.y)) {
            return;
        }
        double step = Math.max(2, text.ascent() / 2);
        for (double radius = step; radius <= label.options().maxDisplacement(); radius += step) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                double angle = direction * 2 * Math.PI / DIRECTIONS;
                double x = middle.x + Math.cos(angle) * radius;
                double y = middle.y + Math.sin(angle) * radius;
                if (SimplePointInAreaLocator.locate(new Coordinate(x, y), area) == Location.INTERIOR
                        && fits(canvas, area, x, y)) {
                    return;
                }
            }
        }
    }

    private boolean fits(Graphics2D canvas, Polygon area, double x, double y) {
        AffineTransform place = anchored(x, y);
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

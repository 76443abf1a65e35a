package org.riskmap.render;

import java.awt.Graphics2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** A label beside a point, or beside the middle of a line. */
final class PointLabelPlacer extends LabelPlacer {

    private static final int DIRECTIONS = 8;

    PointLabelPlacer(Label label, LabelBoard board, LabelText text) {
        super(label, board, text);
    }

    @Override
    void place(Graphics2D canvas) {
        if (text.empty()) {
            return;
        }
        Coordinate point = point(label.place());
        if (!board.picture().contains(point) && !label.options().partials()) {
            return;
        }
        if (!put(canvas, anchored(point.x, point.y)) && label.options().maxDisplacement() > 0) {
            moveAbout(canvas, point);
        }
    }

    private static Coordinate point(Geometry place) {
        if (place.getDimension() == 1) {
            LengthIndexedLine line = new LengthIndexedLine(LineLabelPlacer.longest(place));
            return line.extractPoint(line.getEndIndex() / 2);
        }
        return place.getCoordinate();
    }

    /** Tries growing circles, the side of the anchor following the direction. */
    private void moveAbout(Graphics2D canvas, Coordinate point) {
        double step = Math.max(2, text.ascent() / 2);
        for (double radius = step; radius <= label.options().maxDisplacement(); radius += step) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                double angle = direction * 2 * Math.PI / DIRECTIONS;
                double right = Math.cos(angle) * radius;
                double up = Math.sin(angle) * radius;
                double anchorX = (1 - Math.cos(angle)) / 2;
                double anchorY = (1 - Math.sin(angle)) / 2;
                if (put(canvas, anchored(point.x, point.y, anchorX, anchorY, right, up))) {
                    return;
                }
            }
        }
    }
}

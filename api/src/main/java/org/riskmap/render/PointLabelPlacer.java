package org.riskmap.render;

import java.awt.Graphics2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** A label beside a point, or beside the middle of a line. */
final class PointLabelPlacer extends LabelPlacer {

    PointLabelPlacer(Label label, LabelBoard board, LabelText text) {
        super(label, board, text);
    }

    @Override
    boolean place(Graphics2D canvas) {
        if (text.empty()) {
            return false;
        }
        Coordinate point = point(label.place());
        if (!board.picture().contains(point) && !label.options().partials()) {
            return false;
        }
        return put(canvas, anchored(point.x, point.y))
                || label.options().maxDisplacement() > 0 && board.mayMove() && moveAbout(canvas, point);
    }

    private static Coordinate point(Geometry place) {
        if (place.getDimension() == 1) {
            LengthIndexedLine line = new LengthIndexedLine(LineLabelPlacer.longest(place));
            return line.extractPoint(line.getEndIndex() / 2);
        }
        return place.getCoordinate();
    }

    /**
     * Tries growing circles, beginning with the direction that the label is displaced in and going to and fro from there, or in the
     * directions that are told; to the right of the point the label's left side is anchored, and the other way round.
     */
    private boolean moveAbout(Graphics2D canvas, Coordinate point) {
        double right = label.anchor().right();
        double up = label.anchor().up();
        int start = (int) Math.round(Math.toDegrees(Math.atan2(up, right)) / 45) * 45;
        int angle = start;
        for (double radius = Math.hypot(right, up);
                radius <= label.options().maxDisplacement();
                radius += STEP_PIXELS) {
            for (int told : label.options().directions()) {
                if (putOnCircle(canvas, point, radius, told)) {
                    return true;
                }
            }
            for (int turn = 45; turn <= 360 && label.options().directions().isEmpty(); turn += 45) {
                if (putOnCircle(canvas, point, radius, angle)) {
                    return true;
                }
                angle += angle <= start ? turn : -turn;
            }
        }
        return false;
    }

    private boolean putOnCircle(Graphics2D canvas, Coordinate point, double radius, int degrees) {
        double dx = radius * Math.cos(Math.toRadians(degrees));
        double dy = radius * Math.sin(Math.toRadians(degrees));
        for (double[] anchor : anchors(Math.floorMod(degrees, 360))) {
            if (put(canvas, anchored(point.x, point.y, anchor[0], anchor[1], dx, dy))) {
                return true;
            }
        }
        return false;
    }

    private static double[][] anchors(int degrees) {
        if (degrees == 90 || degrees == 270) {
            return new double[][] {{.5, .5}, {0, .5}, {1, .5}};
        }
        int side = degrees < 90 || degrees > 270 ? 0 : 1;
        return new double[][] {{side, .5}, {side, 0}, {side, 1}};
    }
}

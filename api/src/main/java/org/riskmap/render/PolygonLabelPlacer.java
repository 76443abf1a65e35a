package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** A label in the largest part of an area. */
final class PolygonLabelPlacer extends LabelPlacer {

    private static final List<Integer> ALL_DIRECTIONS =
            IntStream.range(0, 8).map(eighth -> eighth * 45).boxed().toList();

    PolygonLabelPlacer(Label label, LabelBoard board, LabelText text) {
        super(label, board, text);
    }

    @Override
    boolean place(Graphics2D canvas) {
        if (text.empty()) {
            return false;
        }
        Polygon area = largest(label.place());
        double written = label.anchor().rotation();
        if (place(canvas, area, written)) {
            return true;
        }
        double other =
                switch (label.options().polygonAlign()) {
                    case NONE -> written;
                    case ORTHO -> upright(area) ? -Math.PI / 2 : written;
                    case MBR -> longAxis(area);
                };
        return other != written && place(canvas, area, other);
    }

    private boolean place(Graphics2D canvas, Polygon area, double rotation) {
        Coordinate middle = middle(area);
        boolean movable = label.options().maxDisplacement() > 0;
        AffineTransform usual = movable
                ? moved(middle, 0, 0, rotation)
                : anchored(
                        middle.x,
                        middle.y,
                        label.anchor().x(),
                        label.anchor().y(),
                        label.anchor().right(),
                        label.anchor().up(),
                        rotation);
        if (fits(canvas, area, usual)) {
            return true;
        }
        return movable && moveAbout(canvas, area, middle, rotation);
    }

    private boolean moveAbout(Graphics2D canvas, Polygon area, Coordinate middle, double rotation) {
        List<Integer> told = label.options().directions();
        for (double radius = STEP_PIXELS; radius < label.options().maxDisplacement(); radius += STEP_PIXELS) {
            for (int degrees : told.isEmpty() ? ALL_DIRECTIONS : told) {
                double dx = Math.cos(Math.toRadians(degrees)) * radius;
                double dy = Math.sin(Math.toRadians(degrees)) * radius;
                double down = told.isEmpty() ? dy : -dy; // all around GeoServer asks for the place mirrored
                Coordinate tried = new Coordinate(middle.x + dx, middle.y + down);
                if (SimplePointInAreaLocator.locate(tried, area) == Location.INTERIOR
                        && fits(canvas, area, moved(middle, dx, dy, rotation))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean upright(Polygon area) {
        Envelope box = area.getEnvelopeInternal();
        return box.getHeight() > box.getWidth();
    }

    /** The direction of the longer side of the smallest rectangle around an area, so that letters do not stand on their heads. */
    private static double longAxis(Polygon area) {
        Coordinate[] corners = MinimumAreaRectangle.getMinimumRectangle(area).getCoordinates();
        if (corners.length < 4) {
            return 0;
        }
        boolean first = corners[0].distance(corners[1]) >= corners[1].distance(corners[2]);
        Coordinate from = corners[first ? 0 : 1];
        Coordinate to = corners[first ? 1 : 2];
        double angle = Math.atan2(to.y - from.y, to.x - from.x);
        if (angle > Math.PI / 2) {
            return angle - Math.PI;
        }
        return angle <= -Math.PI / 2 ? angle + Math.PI : angle;
    }

    /** A label that may be moved stands with its middle on the area's. */
    private AffineTransform moved(Coordinate middle, double right, double up, double rotation) {
        return anchored(middle.x, middle.y, .5, .5, right, up, rotation);
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

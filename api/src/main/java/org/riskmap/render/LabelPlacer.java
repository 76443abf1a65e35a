package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Finds a place for one label and draws it there. */
abstract class LabelPlacer {

    /** How far apart the circles are on which a place is looked for. */
    static final double STEP_PIXELS = 2;

    final Label label;
    final LabelBoard board;
    final LabelText text;

    LabelPlacer(Label label, LabelBoard board, LabelText text) {
        this.label = label;
        this.board = board;
        this.text = text;
    }

    static LabelPlacer of(Label label, LabelBoard board, Graphics2D canvas) {
        boolean lines = label.anchor().alongLine() && label.place().getDimension() > 0;
        double wrap =
                lines && label.options().followLine() ? 0 : label.options().autoWrap();
        double align = label.anchor().x();
        LabelText.Lines drawn = LabelText.Lines.of(label.options());
        if (lines) {
            LabelText text =
                    new LabelText(label.text(), label.font(), canvas.getFontRenderContext(), wrap, align, drawn);
            return new LineLabelPlacer(label, board, text);
        }
        LabelText text = LabelText.kept(label.text(), label.font(), canvas.getFontRenderContext(), wrap, align, drawn);
        return label.place().getDimension() == 2
                ? new PolygonLabelPlacer(label, board, text)
                : new PointLabelPlacer(label, board, text);
    }

    /** Whether a place was found and the label is drawn. */
    abstract boolean place(Graphics2D canvas);

    /** The letters' place when the label's anchor stands on a point. */
    AffineTransform anchored(double x, double y) {
        return anchored(
                x,
                y,
                label.anchor().x(),
                label.anchor().y(),
                label.anchor().right(),
                label.anchor().up());
    }

    AffineTransform anchored(double x, double y, double anchorX, double anchorY, double right, double up) {
        return anchored(x, y, anchorX, anchorY, right, up, label.anchor().rotation());
    }

    AffineTransform anchored(
            double x, double y, double anchorX, double anchorY, double right, double up, double rotation) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(rotation);
        place.translate(right - anchorX * text.bounds().getWidth(), text.hang(anchorY) - up);
        return place;
    }

    /** Draws the label if there is room. */
    boolean put(Graphics2D canvas, AffineTransform place) {
        Rectangle2D letters = LabelBoard.moved(text.bounds(label.haloRadius()), place);
        Shield shield = label.shield() == null ? null : Shield.behind(letters, label);
        Rectangle2D box = shield == null ? letters : letters.createUnion(shield.box());
        if (!board.free(box, label.options()) || !board.farFromTwins(box, label)) {
            return false;
        }
        if (shield != null) {
            shield.draw(canvas, label);
        }
        text.draw(canvas, place, label.fill(), label.halo(), label.haloRadius());
        board.take(box, label);
        return true;
    }

    /** Which part of the letters' box lies in a polygon, from points on the lines of text. */
    double insidePart(AffineTransform place, Polygon polygon) {
        int columns = 10;
        int rows = text.lineCount();
        Rectangle2D box = text.bounds(label.haloRadius());
        int inside = 0;
        double[] point = new double[2];
        for (int row = 1; row <= rows; row++) {
            for (int column = 1; column <= columns; column++) {
                point[0] = box.getX() + box.getWidth() * column / (columns + 1);
                point[1] = box.getY() + box.getHeight() * row / (rows + 1);
                place.transform(point, 0, point, 0, 1);
                if (SimplePointInAreaLocator.locate(new Coordinate(point[0], point[1]), polygon) != Location.EXTERIOR) {
                    inside++;
                }
            }
        }
        return (double) inside / (rows * columns);
    }

    /** The largest polygon of a geometry. */
    static Polygon largest(Geometry areas) {
        Polygon largest = null;
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Geometry part = areas.getGeometryN(i);
            Polygon polygon = part instanceof Polygon simple ? simple : part.getDimension() == 2 ? largest(part) : null;
            if (polygon != null && (largest == null || polygon.getArea() > largest.getArea())) {
                largest = polygon;
            }
        }
        if (largest == null) {
            throw new IllegalArgumentException("no area in " + areas.getGeometryType());
        }
        return largest;
    }
}

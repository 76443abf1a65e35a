package org.riskmap.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Labels along lines: straight, turned as the line runs, or letter by letter. */
final class LineLabelPlacer extends LabelPlacer {

    private static final double LEAST_STEP_PIXELS = 8;
    private static final double STRAIGHT = Math.toRadians(1.5);

    LineLabelPlacer(Label label, LabelBoard board, LabelText text) {
        super(label, board, text);
    }

    @Override
    boolean place(Graphics2D canvas) {
        if (text.empty()) {
            return false;
        }
        List<LineString> lines = lines(label.place());
        boolean all = label.options().labelAllGroup() || label.options().repeat() > 0;
        boolean placed = false;
        for (LineString line : all ? lines : lines.subList(0, Math.min(1, lines.size()))) {
            placed |= along(canvas, line);
        }
        return placed;
    }

    /** Lines joined where they meet, longest first. */
    private static List<LineString> lines(Geometry place) {
        Geometry linework = place.getDimension() == 2 ? place.getBoundary() : place;
        LineMerger merger = new LineMerger();
        merger.add(linework);
        @SuppressWarnings("unchecked")
        Collection<LineString> merged = merger.getMergedLineStrings();
        List<LineString> lines = new ArrayList<>(merged);
        lines.sort(Comparator.comparingDouble(LineString::getLength).reversed());
        return lines;
    }

    static LineString longest(Geometry place) {
        return lines(place).get(0);
    }

    private boolean along(Graphics2D canvas, LineString line) {
        double length = line.getLength();
        boolean mustFit = label.options().followLine() || !label.options().allowOverruns();
        if (mustFit && length < text.bounds().getWidth()) {
            return false;
        }
        double repeat = label.options().repeat();
        double middle = length / 2;
        boolean placed = tryAround(canvas, line, middle);
        if (repeat <= 0 || repeat >= middle) {
            return placed;
        }
        for (double distance = repeat; distance <= middle; distance += repeat) {
            placed |= tryAround(canvas, line, middle + distance);
            placed |= tryAround(canvas, line, middle - distance);
        }
        return placed;
    }

    /** At a place along the line, or as near as the largest displacement allows. */
    private boolean tryAround(Graphics2D canvas, LineString line, double at) {
        double step = Math.max(LEAST_STEP_PIXELS, text.bounds().getHeight());
        if (tryAt(canvas, line, at)) {
            return true;
        }
        for (double moved = step; moved <= label.options().maxDisplacement(); moved += step) {
            if (tryAt(canvas, line, at + moved) || tryAt(canvas, line, at - moved)) {
                return true;
            }
        }
        return false;
    }

    private boolean tryAt(Graphics2D canvas, LineString line, double at) {
        LengthIndexedLine index = new LengthIndexedLine(line);
        if (!label.options().followLine()) {
            return at >= 0 && at <= line.getLength() && put(canvas, straight(index, at));
        }
        double half = text.bounds().getWidth() / 2;
        double from = Math.max(0, at - half);
        double to = Math.min(line.getLength(), at + half);
        if (from >= to || at < 0 || at > line.getLength()) {
            return false;
        }
        double bend = sharpest(line, from, to);
        if (bend > STRAIGHT) {
            return bend <= Math.toRadians(label.options().maxAngleDelta()) && curved(canvas, index, from, to, at);
        }
        Coordinate start = index.extractPoint(from);
        Coordinate end = index.extractPoint(to);
        Coordinate middle = index.extractPoint(at);
        return put(canvas, straight(middle, readable(Math.atan2(end.y - start.y, end.x - start.x))));
    }

    /** Turned as the line runs at a place; the label may be longer than the line. */
    private AffineTransform straight(LengthIndexedLine index, double at) {
        Coordinate before = index.extractPoint(Math.max(0, at - 0.01));
        Coordinate after = index.extractPoint(Math.min(index.getEndIndex(), at + 0.01));
        return straight(index.extractPoint(at), readable(Math.atan2(after.y - before.y, after.x - before.x)));
    }

    private AffineTransform straight(Coordinate middle, double angle) {
        Rectangle2D box = text.bounds();
        AffineTransform place = AffineTransform.getTranslateInstance(middle.x, middle.y);
        place.rotate(angle);
        place.translate(-box.getCenterX(), -label.anchor().up() - box.getCenterY());
        return place;
    }

    private double readable(double angle) {
        boolean upsideDown = Math.abs(angle) > Math.PI / 2;
        return upsideDown && label.options().forceLeftToRight() ? angle + Math.PI : angle;
    }

    /** Largest turn at a vertex between two places along the line, radians. */
    private static double sharpest(LineString line, double from, double to) {
        double walked = 0;
        double sharpest = 0;
        for (int i = 1; i < line.getNumPoints() - 1; i++) {
            Coordinate a = line.getCoordinateN(i - 1);
            Coordinate b = line.getCoordinateN(i);
            Coordinate c = line.getCoordinateN(i + 1);
            walked += a.distance(b);
            if (walked > from && walked < to) {
                double turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
                sharpest = Math.max(sharpest, Math.abs(Math.IEEEremainder(turn, 2 * Math.PI)));
            }
        }
        return sharpest;
    }

    /** Letter by letter, each turned as the line runs below it. */
    private boolean curved(Graphics2D canvas, LengthIndexedLine index, double from, double to, double at) {
        Coordinate start = index.extractPoint(from);
        Coordinate end = index.extractPoint(to);
        boolean backwards = end.x < start.x && label.options().forceLeftToRight();
        GlyphVector glyphs = text.firstLine();
        double left = text.bounds().getX() - text.firstLineX();
        double below = label.anchor().up() + text.bounds().getCenterY();
        List<Shape> letters = new ArrayList<>();
        Rectangle2D all = null;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            Point2D origin = glyphs.getGlyphPosition(i);
            double advance = glyphs.getGlyphPosition(i + 1).getX() - origin.getX();
            double half = origin.getX() - left + advance / 2;
            double along = backwards ? to - half : from + half;
            if (along < index.getStartIndex() || along > index.getEndIndex()) {
                return false;
            }
            double ahead = Math.min(index.getEndIndex(), along + advance / 2 + 0.5);
            double behind = Math.max(index.getStartIndex(), along - advance / 2 - 0.5);
            Coordinate a = index.extractPoint(backwards ? ahead : behind);
            Coordinate b = index.extractPoint(backwards ? behind : ahead);
            Coordinate middle = index.extractPoint(along);
            AffineTransform place = AffineTransform.getTranslateInstance(middle.x, middle.y);
            place.rotate(Math.atan2(b.y - a.y, b.x - a.x));
            place.translate(-origin.getX() - advance / 2, -below - origin.getY());
            Shape letter = place.createTransformedShape(text.letter(i));
            letters.add(letter);
            Rectangle2D box = letter.getBounds2D();
            if (!box.isEmpty()) {
                all = all == null ? box : all.createUnion(box);
            }
        }
        return all != null && drawLetters(canvas, letters, all);
    }

    private boolean drawLetters(Graphics2D canvas, List<Shape> letters, Rectangle2D all) {
        double halo = label.haloRadius();
        Rectangle2D box = new Rectangle2D.Double(
                all.getX() - halo, all.getY() - halo, all.getWidth() + 2 * halo, all.getHeight() + 2 * halo);
        if (!board.free(box, label.options()) || !board.farFromTwins(box, label)) {
            return false;
        }
        if (label.halo() != null && halo > 0) {
            canvas.setColor(label.halo());
            canvas.setStroke(new BasicStroke((float) (2 * halo), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            letters.forEach(canvas::draw);
        }
        if (label.fill() != null) {
            canvas.setColor(label.fill());
            letters.forEach(canvas::fill);
        }
        board.take(box, label);
        return true;
    }
}

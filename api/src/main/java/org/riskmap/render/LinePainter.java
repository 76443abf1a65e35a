package org.riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Col;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.style.Stroke;

/** Draws along lines: a pen, a graphic filling the pen's width, or a graphic repeated along the line. */
final class LinePainter {

    private final Col color;
    private final Strokes strokes;
    private final Num offset;
    private final @Nullable SymbolPainter repeated;
    private final @Nullable FillPainter filled;

    /**
     * @param offset pixels, positive to the right of the line's direction
     * @param unit pixels per unit of the symbolizer's lengths
     */
    LinePainter(Stroke stroke, Num offset, double unit) {
        this.color = Evaluated.color(stroke.color(), stroke.opacity());
        this.strokes = new Strokes(stroke, unit);
        this.offset = offset;
        this.repeated = stroke.graphicStroke() == null ? null : new SymbolPainter(stroke.graphicStroke(), unit);
        this.filled = stroke.graphicFill() == null
                ? null
                : new FillPainter(
                        new org.riskmap.style.Fill(stroke.color(), stroke.opacity(), stroke.graphicFill()), unit, 0);
    }

    double reach() {
        double moved = Double.isNaN(offset.fixed()) ? 32 : Math.abs(offset.fixed());
        return moved + (repeated == null ? strokes.widest() : repeated.reach());
    }

    /** The geometry is in pixels. */
    void draw(Graphics2D canvas, Feature feature, Geometry pixels) {
        double moved = offset.of(feature);
        Geometry line = moved == 0 ? pixels : offset(pixels, moved);
        if (repeated != null) {
            eachLine(line, part -> repeat(canvas, feature, part, repeated));
            return;
        }
        Shape path = ToScreen.path(line);
        if (filled != null) {
            filled.fill(canvas, feature, strokes.pen(feature, 0).createStrokedShape(path));
            return;
        }
        Color plain = color.of(feature);
        if (plain != null && strokes.width(feature) > 0) {
            canvas.setColor(plain);
            boolean smoothed =
                    canvas.getRenderingHint(RenderingHints.KEY_ANTIALIASING) == RenderingHints.VALUE_ANTIALIAS_ON;
            canvas.setStroke(strokes.pen(feature, smoothed ? Strokes.SMOOTHED_WIDER_PX : 0));
            canvas.draw(path);
        }
    }

    /** Screen y grows downwards, so that JTS's left is the right of the line's direction: where GeoServer moves it. */
    private static Geometry offset(Geometry pixels, double moved) {
        GeometryFactory factory = pixels.getFactory();
        java.util.List<Geometry> parts = new java.util.ArrayList<>();
        eachLine(
                pixels,
                part -> parts.add(OffsetCurve.getCurve(
                        part, moved, 8, BufferParameters.JOIN_ROUND, BufferParameters.DEFAULT_MITRE_LIMIT)));
        return factory.buildGeometry(parts);
    }

    private interface LineWork {
        void of(LineString line);
    }

    private static void eachLine(Geometry geometry, LineWork work) {
        if (geometry instanceof LineString line) {
            work.of(line);
        } else if (geometry instanceof Polygon polygon) {
            work.of(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                work.of(polygon.getInteriorRingN(i));
            }
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                eachLine(geometry.getGeometryN(i), work);
            }
        }
    }

    /**
     * Puts the graphic side by side along the line, each turned as the line runs where it stands; with a dash pattern of a
     * dash and a gap one graphic in each dash.
     */
    private void repeat(Graphics2D canvas, Feature feature, LineString line, SymbolPainter symbol) {
        double size = symbol.size(feature);
        if (!(size > 0)) {
            return;
        }
        float[] pattern = strokes.pattern(feature);
        double step = size;
        double first = size / 2;
        if (pattern.length > 1) {
            step = 0;
            for (float length : pattern) {
                step += length;
            }
            first = pattern[0] / 2;
        }
        if (step < 0.5) {
            return;
        }
        place(canvas, feature, line, symbol, first - strokes.offset(feature), step);
    }

    private static void place(
            Graphics2D canvas, Feature feature, LineString line, SymbolPainter symbol, double first, double step) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        double next = first;
        double walked = 0;
        for (int i = 1; i < vertices.size(); i++) {
            Coordinate from = vertices.getCoordinate(i - 1);
            Coordinate to = vertices.getCoordinate(i);
            double length = from.distance(to);
            double angle = Math.atan2(to.y - from.y, to.x - from.x);
            while (next <= walked + length && length > 0) {
                double part = (next - walked) / length;
                if (next >= 0) {
                    symbol.draw(
                            canvas, feature, from.x + part * (to.x - from.x), from.y + part * (to.y - from.y), angle);
                }
                next += step;
            }
            walked += length;
        }
    }
}

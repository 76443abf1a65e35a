package org.riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
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
                        new org.riskmap.style.Fill(stroke.color(), stroke.opacity(), stroke.graphicFill()),
                        unit,
                        TileMargin.NONE);
    }

    double reach() {
        double moved = Double.isNaN(offset.fixed()) ? 32 : Math.abs(offset.fixed());
        return moved + (repeated == null ? strokes.widest() : repeated.reach());
    }

    /** Whether it draws with a solid pen on the line itself. */
    boolean plain() {
        return repeated == null && filled == null && offset.fixed() == 0 && strokes.solid();
    }

    /** Draws with a solid pen. */
    void draw(PlainShapes canvas, Feature feature, PixelShape shape) {
        Color plain = color.of(feature);
        if (plain != null && strokes.width(feature) > 0) {
            canvas.draw(shape, strokes.pen(feature, Strokes.SMOOTHED_WIDER_PX), plain);
        }
    }

    /** Whether the outline hides an area that is narrower than itself, so that it needs no fill. */
    boolean covers(Feature feature, PixelShape area) {
        double width = strokes.width(feature);
        if (area.maxX() - area.minX() >= width && area.maxY() - area.minY() >= width) {
            return false;
        }
        Color plain = color.of(feature);
        return plain != null && plain.getAlpha() == 255;
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

    /** Whether the outline hides an area that is narrower than itself, so that it needs no fill. */
    boolean covers(Feature feature, Geometry area) {
        Envelope box = area.getEnvelopeInternal();
        double width = strokes.width(feature);
        if (repeated != null || filled != null || box.getWidth() >= width && box.getHeight() >= width) {
            return false;
        }
        Color plain = color.of(feature);
        return plain != null && plain.getAlpha() == 255 && strokes.pattern(feature).length == 0;
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
     * Puts the graphic side by side along the line, beginning with half of it, each turned as the line runs where it stands;
     * with a dash pattern along each dash.
     */
    private void repeat(Graphics2D canvas, Feature feature, LineString line, SymbolPainter symbol) {
        double step = symbol.step(feature);
        if (!(step >= 0.5)) {
            return;
        }
        float[] pattern = strokes.pattern(feature);
        Beads beads = new Beads(step, (x, y, angle) -> symbol.draw(canvas, feature, x, y, angle));
        beads.string(line, pattern, strokes.offset(feature));
    }
}

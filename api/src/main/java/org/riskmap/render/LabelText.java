package org.riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a label, set in lines; y down, the first line's baseline at 0, lines centred or aligned as the anchor says.
 */
final class LabelText {

    private record Line(GlyphVector glyphs, double x, double y) {}

    private final List<Line> lines = new ArrayList<>();
    private final Rectangle2D bounds;
    private final double ascent;
    private final double height;

    /**
     * @param wrap widest line in pixels; 0 means lines break only where the text does
     * @param align where shorter lines stand: 0 left, 0.5 centre, 1 right
     */
    LabelText(String text, Font font, FontRenderContext context, double wrap, double align) {
        LineMetrics metrics = font.getLineMetrics(text, context);
        this.ascent = metrics.getAscent();
        this.height = metrics.getHeight();
        List<GlyphVector> set = new ArrayList<>();
        double widest = 0;
        for (String line : broken(text, font, context, wrap)) {
            GlyphVector glyphs = glyphs(line, font, context);
            set.add(glyphs);
            widest = Math.max(widest, glyphs.getVisualBounds().getWidth());
        }
        Rectangle2D all = null;
        double y = 0;
        for (GlyphVector glyphs : set) {
            Rectangle2D box = glyphs.getVisualBounds();
            double x = (widest - box.getWidth()) * align - box.getX();
            lines.add(new Line(glyphs, x, y));
            Rectangle2D placed =
                    new Rectangle2D.Double(x + box.getX(), y + box.getY(), box.getWidth(), box.getHeight());
            all = all == null ? placed : all.createUnion(placed);
            y += height;
        }
        this.bounds = all == null ? new Rectangle2D.Double() : all;
    }

    private static GlyphVector glyphs(String line, Font font, FontRenderContext context) {
        char[] letters = line.toCharArray();
        int direction = Bidi.requiresBidi(letters, 0, letters.length)
                        && new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isRightToLeft()
                ? Font.LAYOUT_RIGHT_TO_LEFT
                : Font.LAYOUT_LEFT_TO_RIGHT;
        return font.layoutGlyphVector(context, letters, 0, letters.length, direction);
    }

    private static List<String> broken(String text, Font font, FontRenderContext context, double wrap) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            String line = paragraph.strip();
            if (line.isEmpty()) {
                continue;
            }
            if (wrap <= 0) {
                lines.add(line);
                continue;
            }
            AttributedString attributed = new AttributedString(line);
            attributed.addAttribute(TextAttribute.FONT, font);
            LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), context);
            int from = 0;
            while (measurer.getPosition() < line.length()) {
                measurer.nextLayout((float) wrap);
                lines.add(line.substring(from, measurer.getPosition()).strip());
                from = measurer.getPosition();
            }
        }
        return lines;
    }

    boolean empty() {
        return lines.isEmpty() || bounds.isEmpty();
    }

    int lineCount() {
        return lines.size();
    }

    /** What the letters cover. */
    Rectangle2D bounds() {
        return bounds;
    }

    /** What letters and halo cover. */
    Rectangle2D bounds(double haloRadius) {
        return new Rectangle2D.Double(
                bounds.getX() - haloRadius,
                bounds.getY() - haloRadius,
                bounds.getWidth() + 2 * haloRadius,
                bounds.getHeight() + 2 * haloRadius);
    }

    double ascent() {
        return ascent;
    }

    /** Distance between baselines. */
    double lineHeight() {
        return height;
    }

    /** The only line's glyphs; for text along a curve. */
    GlyphVector firstLine() {
        return lines.get(0).glyphs();
    }

    double firstLineX() {
        return lines.get(0).x();
    }

    /** Draws the letters, moved by {@code place}, over their halo. */
    void draw(Graphics2D canvas, AffineTransform place, @Nullable Color fill, @Nullable Color halo, double haloRadius) {
        AffineTransform before = canvas.getTransform();
        canvas.transform(place);
        if (halo != null && haloRadius > 0) {
            canvas.setColor(halo);
            canvas.setStroke(new BasicStroke((float) (2 * haloRadius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (Line line : lines) {
                Shape outline = line.glyphs().getOutline((float) line.x(), (float) line.y());
                canvas.draw(outline);
            }
        }
        if (fill != null) {
            canvas.setColor(fill);
            boolean upright = (place.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
            for (Line line : lines) {
                if (upright) {
                    canvas.drawGlyphVector(line.glyphs(), (float) line.x(), (float) line.y());
                } else {
                    canvas.fill(line.glyphs().getOutline((float) line.x(), (float) line.y()));
                }
            }
        }
        canvas.setTransform(before);
    }
}

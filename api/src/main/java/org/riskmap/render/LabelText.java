package org.riskmap.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a label, set in lines as GeoServer sets them; y down, the first line's baseline at 0. A line counts the width
 * that it takes, blanks included, and the height of the letters that can be seen; the next one stands below it by its own height
 * and what the font keeps below the line before. Shorter lines are centred or aligned as the anchor says.
 */
final class LabelText {

    private static final int MOST_KEPT = 4000;
    private static final int LONGEST_KEPT = 60;
    private static final long MOST_STAMP_BYTES = 24_000_000;
    private static final Map<Setting, LabelText> KEPT = new ConcurrentHashMap<>();

    private record Line(GlyphVector glyphs, double x, double y) {}

    private record Setting(String text, Font font, FontRenderContext context, double wrap, double align, Lines drawn) {
        LabelText set() {
            return new LabelText(text, font, context, wrap, align, drawn);
        }
    }

    /**
     * What belongs to lines of text besides letters.
     *
     * @param wordSpacing further space between words, pixels
     * @param underlined whether a line runs below
     * @param struckThrough whether a line runs through
     */
    record Lines(double wordSpacing, boolean underlined, boolean struckThrough) {
        static Lines of(LabelOptions options) {
            return new Lines(options.wordSpacing(), options.underlined(), options.struckThrough());
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<Double> heights = new ArrayList<>();
    private final Rectangle2D bounds;
    private final Lines drawn;
    private final LineMetrics metrics;
    private final List<Rectangle2D> rules = new ArrayList<>();
    private @Nullable PixelShape outlines;
    private @Nullable Map<LabelStamps.Coat, LabelStamps> stamps;

    /** A text as it was set before, if it was; its glyphs are not to be asked for. Else as the constructor. */
    static LabelText kept(String text, Font font, FontRenderContext context, double wrap, double align, Lines drawn) {
        Setting setting = new Setting(text, font, context, wrap, align, drawn);
        LabelText known = KEPT.get(setting);
        if (known != null) {
            return known;
        }
        LabelText fresh = setting.set();
        if (text.length() <= LONGEST_KEPT && fresh.lines.size() <= 3) {
            fresh.outlines(); // glyphs are not for many threads
            if (KEPT.size() >= MOST_KEPT || LabelStamps.bytes() > MOST_STAMP_BYTES) {
                KEPT.clear();
                LabelStamps.forgetBytes();
            }
            fresh.stamps = new ConcurrentHashMap<>();
            KEPT.put(setting, fresh);
        }
        return fresh;
    }

    /**
     * @param wrap widest line in pixels; 0 means lines break only where the text does
     * @param align where shorter lines stand: 0 left, 0.5 centre, 1 right
     * @param drawn what is drawn besides letters
     */
    LabelText(String text, Font font, FontRenderContext context, double wrap, double align, Lines drawn) {
        this.drawn = drawn;
        this.metrics = font.getLineMetrics(text, context);
        List<String> broken = broken(text, font, context, wrap);
        List<GlyphVector> set = new ArrayList<>();
        double widest = 0;
        for (String line : broken) {
            GlyphVector glyphs = spaced(glyphs(line, font, context), line, drawn.wordSpacing());
            set.add(glyphs);
            widest = Math.max(widest, glyphs.getLogicalBounds().getWidth());
        }
        Rectangle2D all = null;
        double baseline = 0;
        double lower = 0;
        double below = 0;
        for (int i = 0; i < set.size(); i++) {
            GlyphVector glyphs = set.get(i);
            Rectangle2D wide = glyphs.getLogicalBounds();
            Rectangle2D high = glyphs.getVisualBounds();
            TextLayout layout = new TextLayout(broken.get(i), font, context);
            double x = (widest - wide.getWidth()) * align - wide.getMinX();
            if (all == null) {
                below = layout.getDescent() + layout.getLeading();
                lower = high.getMinY() + high.getHeight() + below;
                all = new Rectangle2D.Double(wide.getX(), high.getY(), wide.getWidth(), high.getHeight());
            } else {
                baseline += high.getHeight() + below;
                all = all.createUnion(new Rectangle2D.Double(x, lower, wide.getWidth(), high.getHeight()));
                lower += high.getHeight() + below;
                below = layout.getDescent() + layout.getLeading();
            }
            lines.add(new Line(glyphs, x, baseline));
            rules.addAll(rules(x + wide.getMinX(), x + wide.getMaxX(), baseline));
            heights.add(high.getHeight());
        }
        this.bounds = all == null ? new Rectangle2D.Double() : all;
    }

    /** How far below its upper edge the text hangs from an anchor on a part of its height, pixels, as GeoServer reckons. */
    double hang(double anchorY) {
        double line = lines.size() == 1 || anchorY >= 1 ? heights.get(0) : lineAtAnchor(anchorY);
        return anchorY * bounds.getHeight() - bounds.getHeight() + line;
    }

    private double lineAtAnchor(double anchorY) {
        return anchorY <= 0
                ? heights.get(heights.size() - 1)
                : heights.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static GlyphVector glyphs(String line, Font font, FontRenderContext context) {
        char[] letters = line.toCharArray();
        int direction = Bidi.requiresBidi(letters, 0, letters.length)
                        && new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isRightToLeft()
                ? Font.LAYOUT_RIGHT_TO_LEFT
                : Font.LAYOUT_LEFT_TO_RIGHT;
        return font.layoutGlyphVector(context, letters, 0, letters.length, direction);
    }

    /** Each blank moves what follows it. */
    private static GlyphVector spaced(GlyphVector glyphs, String line, double wordSpacing) {
        double moved = 0;
        for (int i = 0; wordSpacing > 0 && i < glyphs.getNumGlyphs(); i++) {
            Point2D at = glyphs.getGlyphPosition(i);
            glyphs.setGlyphPosition(i, new Point2D.Double(at.getX() + moved, at.getY()));
            if (Character.isWhitespace(line.charAt(glyphs.getGlyphCharIndex(i)))) {
                moved += wordSpacing;
            }
        }
        if (moved > 0) {
            Point2D end = glyphs.getGlyphPosition(glyphs.getNumGlyphs());
            glyphs.setGlyphPosition(glyphs.getNumGlyphs(), new Point2D.Double(end.getX() + moved, end.getY()));
        }
        return glyphs;
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

    /** What letters and halo cover, the halo in whole pixels as GeoServer reckons. */
    Rectangle2D bounds(double exactRadius) {
        double haloRadius = Math.round(exactRadius);
        return new Rectangle2D.Double(
                bounds.getX() - haloRadius,
                bounds.getY() - haloRadius,
                bounds.getWidth() + 2 * haloRadius,
                bounds.getHeight() + 2 * haloRadius);
    }

    /** The only line's glyphs; for text along a curve. */
    GlyphVector firstLine() {
        return lines.get(0).glyphs();
    }

    /** A letter of the only line, and the lines below and through it. */
    Shape letter(int index) {
        GlyphVector glyphs = firstLine();
        Point2D from = glyphs.getGlyphPosition(index);
        Point2D to = glyphs.getGlyphPosition(index + 1);
        Path2D shape = new Path2D.Double(glyphs.getGlyphOutline(index));
        rules(from.getX(), to.getX(), from.getY()).forEach(rule -> shape.append(rule, false));
        return shape;
    }

    private List<Rectangle2D> rules(double from, double to, double baseline) {
        List<Rectangle2D> rules = new ArrayList<>();
        if (drawn.underlined()) {
            rules.add(new Rectangle2D.Double(
                    from, baseline + metrics.getUnderlineOffset(), to - from, metrics.getUnderlineThickness()));
        }
        if (drawn.struckThrough()) {
            rules.add(new Rectangle2D.Double(
                    from, baseline + metrics.getStrikethroughOffset(), to - from, metrics.getStrikethroughThickness()));
        }
        return rules;
    }

    double firstLineX() {
        return lines.get(0).x();
    }

    private PixelShape outlines() {
        if (outlines == null) {
            PixelShape shape = new PixelShape();
            for (Line line : lines) {
                shape.add(line.glyphs().getOutline((float) line.x(), (float) line.y()));
            }
            outlines = shape;
        }
        return outlines;
    }

    /** Draws the letters, moved by {@code place}, over their halo. */
    void draw(Graphics2D canvas, AffineTransform place, @Nullable Color fill, @Nullable Color halo, double haloRadius) {
        PlainShapes plain = PlainShapes.of(canvas);
        if (plain != null) {
            draw(plain, place, new LabelStamps.Coat(fill, halo, haloRadius));
            return;
        }
        AffineTransform before = canvas.getTransform();
        canvas.transform(place);
        if (halo != null && haloRadius > 0) {
            canvas.setColor(halo);
            canvas.setStroke(new LabelStamps.Coat(fill, halo, haloRadius).pen());
            for (Line line : lines) {
                Shape outline = line.glyphs().getOutline((float) line.x(), (float) line.y());
                canvas.draw(outline);
            }
        }
        if (fill != null) {
            canvas.setColor(fill);
            for (Line line : lines) {
                canvas.fill(line.glyphs().getOutline((float) line.x(), (float) line.y()));
            }
            rules.forEach(canvas::fill);
        }
        canvas.setTransform(before);
    }

    private void draw(PlainShapes canvas, AffineTransform place, LabelStamps.Coat coat) {
        boolean upright = (place.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
        LabelStamps kept = upright && stamps != null && rules.isEmpty()
                ? stamps.computeIfAbsent(coat, fresh -> new LabelStamps(outlines(), fresh))
                : null;
        if (kept != null && kept.small()) {
            kept.put(canvas.pixels(), place.getTranslateX(), place.getTranslateY());
        } else {
            coat.paint(canvas, outlines().moved(place));
            for (Rectangle2D rule : coat.fill() == null ? List.<Rectangle2D>of() : rules) {
                PixelShape shape = new PixelShape();
                shape.add(rule);
                canvas.fillNonZero(shape.moved(place), coat.fill());
            }
        }
    }
}

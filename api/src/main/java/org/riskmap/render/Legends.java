package org.riskmap.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.kernel.Feature;
import org.riskmap.style.FeatureTypeStyle;
import org.riskmap.style.Rule;

/** Draws legends: a symbol and its words for each rule, under a heading for each layer where there are several. */
public final class Legends {

    /** A feature without properties: every expression that reads one gives its default. */
    static final Feature NOBODY = new Feature("none", new GeometryFactory().createPoint(), java.util.Map.of());

    private static final int LABEL_GAP = 5;
    private static final int SYMBOL_MARGIN = 2;
    private static final int CELL_GAP = 3;
    private static final int CELL = 2;
    private static final Color LIGHT_CELL = new Color(0x8a, 0xa4, 0xee);
    private static final Color DARK_CELL = new Color(0x50, 0x61, 0xc7);
    private static final List<String> FONTS = List.of("DejaVu Sans", Font.SANS_SERIF);

    private sealed interface Line {
        int height();
    }

    private record Heading(String text, int height) implements Line {}

    private record Symbol(LegendRow row, int height) implements Line {}

    /** The legend of some layers, first on top; never smaller than one symbol. */
    public BufferedImage draw(List<LegendEntry> entries, LegendLook look) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        List<Line> lines = new ArrayList<>();
        boolean headed = entries.size() > 1 && look.titled();
        for (LegendEntry entry : entries) {
            List<LegendRow> rows = rows(entry, look);
            if (headed && !rows.isEmpty()) {
                lines.add(new Heading(entry.title(), textHeight(entry.title(), look, context)));
            }
            rows.forEach(row -> lines.add(new Symbol(row, height(row, look, context))));
        }
        long symbols = lines.stream().filter(Symbol.class::isInstance).count();
        boolean labelled = look.labels() == LegendLook.Labels.ON
                || look.labels() == LegendLook.Labels.AUTO && (symbols > 1 || headed);
        return draw(lines, look, labelled, symbols > 1 || headed, context);
    }

    private static List<LegendRow> rows(LegendEntry entry, LegendLook look) {
        List<LegendRow> rows = new ArrayList<>();
        for (FeatureTypeStyle part : entry.style().featureTypeStyles()) {
            if (!part.inLegend()) {
                continue;
            }
            for (Rule rule : part.rules()) {
                boolean named = look.rule() == null || look.rule().equals(rule.name());
                boolean atScale =
                        look.scaleDenominator() == null || rule.scales().contains(look.scaleDenominator());
                if (rule.inLegend() && named && atScale && draws(rule)) {
                    rows.addAll(LegendRow.of(rule, look.language()));
                }
            }
        }
        return rows;
    }

    private static boolean draws(Rule rule) {
        return rule.symbolizers().stream().anyMatch(org.riskmap.style.Symbolizer::inLegend);
    }

    private static int height(LegendRow row, LegendLook look, FontRenderContext context) {
        int symbol = look.symbolHeight();
        if (row instanceof LegendRow.OfRamp) {
            symbol = symbol * 3 / 2;
        } else if (row instanceof LegendRow.OfColor) {
            symbol += CELL_GAP;
        }
        return Math.max(symbol, row.label().isEmpty() ? 0 : textHeight(row.label(), look, context));
    }

    private static int textHeight(String text, LegendLook look, FontRenderContext context) {
        LineMetrics metrics = font(text, look).getLineMetrics(text, context);
        return (int) Math.ceil(metrics.getAscent() + metrics.getDescent());
    }

    private static Font font(String text, LegendLook look) {
        List<String> families = new ArrayList<>();
        LegendLook.Letters letters = look.letters();
        if (letters.family() != null) {
            families.add(letters.family());
        }
        families.addAll(FONTS);
        return Fonts.forText(families, letters.style(), letters.sizePx(), text);
    }

    private static BufferedImage draw(
            List<Line> lines, LegendLook look, boolean labelled, boolean several, FontRenderContext context) {
        int symbolSpace = look.symbolWidth() + (several || labelled ? SYMBOL_MARGIN : 0);
        int width = symbolSpace;
        int height = 0;
        for (Line line : lines) {
            String text = line instanceof Heading heading
                    ? heading.text()
                    : labelled ? ((Symbol) line).row().label() : "";
            if (!text.isEmpty()) {
                int words = (int) Math.ceil(
                        font(text, look).getStringBounds(text, context).getWidth());
                width = Math.max(
                        width, words + (line instanceof Heading ? 1 : symbolSpace + LABEL_GAP - SYMBOL_MARGIN));
            }
            height += line.height();
        }
        BufferedImage image = Renderer.blank(width, Math.max(height, look.symbolHeight()), look.background());
        Graphics2D canvas = image.createGraphics();
        Renderer.setHints(canvas, new Canvas(null, true, look.letters().smooth(), Duration.ZERO));
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
        int top = 0;
        for (Line line : lines) {
            if (line instanceof Heading heading) {
                write(canvas, heading.text(), 0, top, heading.height(), look);
            } else {
                LegendRow row = ((Symbol) line).row();
                symbol(canvas, row, top, line.height(), look, largest(lines));
                if (labelled && !row.label().isEmpty()) {
                    write(canvas, row.label(), symbolSpace + LABEL_GAP - SYMBOL_MARGIN, top, line.height(), look);
                }
            }
            top += line.height();
        }
        canvas.dispose();
        return image;
    }

    private static void write(Graphics2D canvas, String text, int left, int top, int height, LegendLook look) {
        Font font = font(text, look);
        LineMetrics metrics = font.getLineMetrics(text, canvas.getFontRenderContext());
        canvas.setFont(font);
        canvas.setColor(look.letters().color());
        float baseline = top + (height + metrics.getAscent() - metrics.getDescent()) / 2;
        canvas.drawString(text, left, Math.round(baseline));
    }

    private static void symbol(
            Graphics2D page, LegendRow row, int top, int height, LegendLook look, double largestPixels) {
        Graphics2D canvas = (Graphics2D) page.create(0, top, look.symbolWidth(), height);
        if (row instanceof LegendRow.OfRule rule) {
            canvas.translate(0, (height - look.symbolHeight()) / 2.0);
            new SymbolSample(look.symbolWidth(), look.symbolHeight(), largestPixels)
                    .draw(canvas, rule.rule(), rule.example());
        } else if (row instanceof LegendRow.OfColor color) {
            cell(canvas, color.color(), look.symbolWidth(), 1, look.symbolHeight());
        } else if (row instanceof LegendRow.OfRamp ramp) {
            Color color = LegendRow.color(ramp.entry());
            cell(canvas, color, look.symbolWidth(), 0, height);
            if (ramp.before() != null) {
                canvas.setColor(look.background() == null ? Color.WHITE : look.background());
                canvas.fillRect(1, 0, look.symbolWidth() - 1, height / 2);
                canvas.setPaint(
                        new java.awt.GradientPaint(0, 0, LegendRow.color(ramp.before()), 0, height / 2f, color));
                canvas.fillRect(1, 0, look.symbolWidth() - 1, height / 2);
            }
        } else {
            grid(canvas, look.symbolWidth(), height);
        }
        canvas.dispose();
    }

    /** A colour; what is not drawn at all is crossed out in red. */
    private static void cell(Graphics2D canvas, Color color, int width, int top, int height) {
        if (color.getAlpha() == 0) {
            canvas.setColor(Color.RED);
            canvas.drawLine(1, top, width - 1, top + height - 1);
            canvas.drawLine(1, top + height - 1, width - 1, top);
            return;
        }
        canvas.setColor(color);
        canvas.fillRect(1, top, width - 1, height);
    }

    /** Cells: a raster that is shown as it is. */
    private static void grid(Graphics2D canvas, int width, int height) {
        canvas.setColor(DARK_CELL);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(LIGHT_CELL);
        for (int y = 0; y < height; y += CELL) {
            for (int x = y / CELL % 2 * CELL; x < width; x += 2 * CELL) {
                canvas.fillRect(x, y, CELL, CELL);
            }
        }
        canvas.setColor(Color.BLUE);
        canvas.drawRect(0, 0, width - 1, height - 1);
    }

    /** The largest mark of the legend: where it does not fit, all are made smaller alike. */
    private static double largest(List<Line> lines) {
        double largest = 0;
        for (Line line : lines) {
            if (line instanceof Symbol symbol && symbol.row() instanceof LegendRow.OfRule rule) {
                largest = Math.max(largest, SymbolSample.markSize(rule.rule(), rule.example()));
            }
        }
        return largest;
    }

    static double constant(@Nullable Expression expression, double absent) {
        return Evaluated.number(expression, absent, 1).of(NOBODY);
    }
}

package org.riskmap.render;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Col;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.render.Evaluated.Txt;
import org.riskmap.style.LabelPlacement;
import org.riskmap.style.TextSymbolizer;

/** Makes the labels of a text symbolizer; they are drawn when all layers are. */
final class TextPainter {

    private static final double DEFAULT_FONT_PIXELS = 10;
    private static final double LARGEST_FONT_PIXELS = 400;
    private static final int LONGEST_TEXT = 500;
    private static final double UNKNOWN_PRIORITY = 1000;

    private final Txt text;
    private final List<Txt> families;
    private final Num size;
    private final Txt slant;
    private final Txt weight;
    private final Col fill;
    private final Col halo;
    private final Num haloRadius;
    private final Num priority;
    private final boolean alongLine;
    private final Num anchorX;
    private final Num anchorY;
    private final Num right;
    private final Num up;
    private final Num rotation;
    private final LabelOptions options;
    private final @Nullable SymbolPainter shield;

    /** @param unit pixels per unit of the symbolizer's lengths */
    TextPainter(TextSymbolizer symbolizer, double unit) {
        this.text = Evaluated.text(symbolizer.label(), "");
        org.riskmap.style.Font font =
                symbolizer.fonts().isEmpty() ? null : symbolizer.fonts().get(0);
        this.families = symbolizer.fonts().stream()
                .map(each -> Evaluated.text(each.family(), "Serif"))
                .toList();
        this.size = Evaluated.number(font == null ? null : font.size(), DEFAULT_FONT_PIXELS, unit);
        this.slant = Evaluated.text(font == null ? null : font.style(), "normal");
        this.weight = Evaluated.text(font == null ? null : font.weight(), "normal");
        this.fill = symbolizer.fill() == null
                ? feature -> Color.BLACK
                : Evaluated.color(symbolizer.fill().color(), symbolizer.fill().opacity());
        this.halo = symbolizer.halo() == null
                ? feature -> null
                : Evaluated.color(
                        symbolizer.halo().fill().color(),
                        symbolizer.halo().fill().opacity());
        this.haloRadius = symbolizer.halo() == null
                ? Evaluated.fixed(0)
                : Evaluated.number(symbolizer.halo().radius(), 1, unit);
        this.priority = Evaluated.number(symbolizer.priority(), UNKNOWN_PRIORITY, 1);
        this.options = LabelOptions.of(symbolizer.options(), unit);
        this.shield = symbolizer.graphic() == null ? null : new SymbolPainter(symbolizer.graphic(), unit);
        this.alongLine = symbolizer.placement() instanceof LabelPlacement.AlongLine;
        if (symbolizer.placement() instanceof LabelPlacement.AtPoint point) {
            this.anchorX = Evaluated.number(point.anchorX(), 0, 1);
            this.anchorY = Evaluated.number(point.anchorY(), .5, 1);
            this.right = Evaluated.number(point.displacementX(), 0, unit);
            this.up = Evaluated.number(point.displacementY(), 0, unit);
            this.rotation = Evaluated.number(point.rotation(), 0, 1);
        } else {
            LabelPlacement.AlongLine line = (LabelPlacement.AlongLine) symbolizer.placement();
            this.anchorX = Evaluated.fixed(.5);
            this.anchorY = Evaluated.fixed(.5);
            this.right = Evaluated.fixed(0);
            this.up = Evaluated.number(line.perpendicularOffset(), 0, unit);
            this.rotation = Evaluated.fixed(0);
        }
    }

    static void collect(TextSymbolizer symbolizer, Set<String> names) {
        Evaluated.collect(symbolizer.label(), names);
        symbolizer.fonts().forEach(font -> {
            Evaluated.collect(font.family(), names);
            Evaluated.collect(font.size(), names);
            Evaluated.collect(font.style(), names);
            Evaluated.collect(font.weight(), names);
        });
        PaintParts.collect(symbolizer.placement(), names);
        PaintParts.collect(symbolizer.fill(), names);
        Evaluated.collect(symbolizer.priority(), names);
        if (symbolizer.halo() != null) {
            PaintParts.collect(symbolizer.halo().fill(), names);
            Evaluated.collect(symbolizer.halo().radius(), names);
        }
        if (symbolizer.graphic() != null) {
            SymbolPainter.collect(symbolizer.graphic(), names);
        }
    }

    /** The feature's label; null where it has no text. The geometry is in pixels, cut to the picture. */
    @Nullable
    Label label(Feature feature, Geometry place) {
        String written = text.of(feature).strip();
        if (written.isEmpty()) {
            return null;
        }
        String shown = written.length() > LONGEST_TEXT ? written.substring(0, LONGEST_TEXT) : written;
        return new Label(
                shown,
                font(feature, shown),
                fill.of(feature),
                halo.of(feature),
                haloRadius.of(feature),
                place,
                new Label.Anchor(
                        alongLine,
                        anchorX.of(feature),
                        anchorY.of(feature),
                        right.of(feature),
                        up.of(feature),
                        Math.toRadians(rotation.of(feature))),
                options,
                priority.of(feature),
                shield,
                feature,
                0);
    }

    private Font font(Feature feature, String shown) {
        String slanted = slant.of(feature).toLowerCase(Locale.ROOT);
        int style = (slanted.equals("italic") || slanted.equals("oblique") ? Font.ITALIC : Font.PLAIN)
                | (weight.of(feature).equalsIgnoreCase("bold") ? Font.BOLD : Font.PLAIN);
        List<String> names = families.stream().map(family -> family.of(feature)).toList();
        float pixels = (float) Math.min(LARGEST_FONT_PIXELS, Math.max(1, size.of(feature)));
        return options.written(Fonts.forText(names, style, pixels, shown));
    }
}

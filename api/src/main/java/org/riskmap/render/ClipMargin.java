package org.riskmap.render;

import java.awt.image.BufferedImage;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.Font;
import org.riskmap.style.Graphic;
import org.riskmap.style.LabelPlacement;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PictureFile;
import org.riskmap.style.PointSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.Stroke;
import org.riskmap.style.Symbolizer;
import org.riskmap.style.TextSymbolizer;

/**
 * How far outside the picture lines and areas are cut, pixels. Dashes and repeated graphics begin where a line is cut, so that
 * this must be GeoServer's margin: the largest width or symbol that the style writes out, and ten pixels more.
 */
final class ClipMargin {

    private static final double ALWAYS_PIXELS = 10;
    private static final double UNKNOWN = -1;

    private ClipMargin() {}

    /** The largest of the symbolizers' sizes that do not depend on features, and ten. */
    static double of(Iterable<Symbolizer> symbolizers, double symbolScale, double metresPerPixel) {
        double largest = 0;
        for (Symbolizer symbolizer : symbolizers) {
            largest = Math.max(largest, size(symbolizer, Painter.unit(symbolizer, symbolScale, metresPerPixel)));
        }
        return largest + ALWAYS_PIXELS;
    }

    private static double size(Symbolizer symbolizer, double unit) {
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            return stroke(polygon.stroke(), unit);
        }
        if (symbolizer instanceof LineSymbolizer line) {
            return stroke(line.stroke(), unit);
        }
        if (symbolizer instanceof PointSymbolizer point) {
            return graphic(point.graphic(), unit);
        }
        return symbolizer instanceof TextSymbolizer text ? text(text, unit) : 0;
    }

    private static double stroke(@Nullable Stroke stroke, double unit) {
        if (stroke == null) {
            return 0;
        }
        double width = fixed(stroke.width(), unit);
        return stroke.graphicStroke() == null ? width : Math.max(width, graphic(stroke.graphicStroke(), unit));
    }

    private static double graphic(Graphic graphic, double unit) {
        double size = graphic.size() == null ? Double.NaN : fixed(graphic.size(), unit);
        for (Graphic.Symbol symbol : graphic.symbols()) {
            if (symbol instanceof Graphic.Mark mark) {
                double side = Double.isNaN(size) ? SymbolPainter.DEFAULT_MARK_PIXELS : size;
                return side
                        + (mark.stroke() == null
                                ? 0
                                : Math.max(0, fixed(mark.stroke().width(), unit)));
            }
            if (symbol instanceof Graphic.Picture picture && picture.address() instanceof Literal address) {
                BufferedImage image = PictureFile.of(String.valueOf(address.getValue()), picture.folders())
                        .map(file -> Pictures.image(file, size))
                        .orElse(null);
                if (image != null) {
                    return Math.max(image.getWidth(), image.getHeight());
                }
            }
        }
        return UNKNOWN;
    }

    private static double text(TextSymbolizer text, double unit) {
        double moved = 0;
        double anchored = 0;
        if (text.placement() instanceof LabelPlacement.AtPoint point) {
            moved = Math.max(fixed(point.displacementX(), unit), fixed(point.displacementY(), unit));
            anchored = Math.max(Math.abs(fixed(point.anchorX(), 1) - .5), Math.abs(fixed(point.anchorY(), 1) - .5));
        }
        double largest = text.graphic() == null ? 0 : graphic(text.graphic(), unit);
        List<Font> fonts = text.fonts();
        for (Font font : fonts) {
            double letters = fixed(font.size(), unit);
            largest = Math.max(largest, Math.max(0, moved) + Math.ceil(anchored * letters) + Math.max(0, letters));
        }
        return largest;
    }

    private static double fixed(Expression expression, double unit) {
        double number = Evaluated.number(expression, UNKNOWN, unit).fixed();
        return Double.isNaN(number) ? UNKNOWN : Math.ceil(number);
    }
}

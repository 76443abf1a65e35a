package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * The graphic behind a label: in its own size around the middle of the text, or made as large as the text and its margin.
 *
 * @param symbol what is drawn
 * @param box that it covers, pixels
 * @param resized whether it is drawn into the box; else as it is
 */
record Shield(SymbolPainter symbol, Rectangle2D box, boolean resized) {

    /** Null where the label has none. */
    static @Nullable Shield behind(Rectangle2D letters, Label label) {
        SymbolPainter symbol = label.shield();
        if (symbol == null) {
            return null;
        }
        double high = symbol.size(label.feature());
        double wide = symbol.width(label.feature());
        TileMargin margin = label.options().margin();
        Rectangle2D around = new Rectangle2D.Double(
                letters.getX() - margin.left(),
                letters.getY() - margin.top(),
                letters.getWidth() + margin.left() + margin.right(),
                letters.getHeight() + margin.top() + margin.bottom());
        return switch (label.options().resize()) {
            case NONE -> new Shield(symbol, centred(letters, wide, high), false);
            case STRETCH -> new Shield(symbol, around, true);
            case PROPORTIONAL -> {
                double factor = Math.max(around.getWidth() / wide, around.getHeight() / high);
                yield new Shield(symbol, centred(around, wide * factor, high * factor), true);
            }
        };
    }

    private static Rectangle2D centred(Rectangle2D around, double wide, double high) {
        return new Rectangle2D.Double(around.getCenterX() - wide / 2, around.getCenterY() - high / 2, wide, high);
    }

    void draw(Graphics2D canvas, Label label) {
        if (resized) {
            symbol.drawInto(canvas, label.feature(), box);
        } else {
            symbol.draw(canvas, label.feature(), box.getCenterX(), box.getCenterY(), 0);
        }
    }
}

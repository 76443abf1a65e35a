package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Col;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.render.Evaluated.Txt;
import org.riskmap.style.Graphic;

/** Draws a graphic at a point. */
final class SymbolPainter {

    static final double DEFAULT_MARK_PIXELS = 16;
    private static final double LARGEST_PIXELS = 2000;

    private final Graphic graphic;
    private final Num size;
    private final boolean ownSize;
    private final Num rotation;
    private final Num opacity;
    private final Num anchorX;
    private final Num anchorY;
    private final Num displacementX;
    private final Num displacementY;
    private final Txt markName;
    private final Col fill;
    private final Col line;
    private final @Nullable Strokes strokes;
    private final Graphic.@Nullable Picture picture;
    private final double unit;

    /** @param unit pixels per unit of the symbolizer's lengths */
    SymbolPainter(Graphic graphic, double unit) {
        this.graphic = graphic;
        this.unit = unit;
        this.ownSize = graphic.size() == null;
        this.size = Evaluated.number(graphic.size(), DEFAULT_MARK_PIXELS, unit);
        this.rotation = Evaluated.number(graphic.rotation(), 0, 1);
        this.opacity = Evaluated.number(graphic.opacity(), 1, 1);
        this.anchorX = Evaluated.number(graphic.anchorX(), .5, 1);
        this.anchorY = Evaluated.number(graphic.anchorY(), .5, 1);
        this.displacementX = Evaluated.number(graphic.displacementX(), 0, unit);
        this.displacementY = Evaluated.number(graphic.displacementY(), 0, unit);
        Graphic.Symbol first =
                graphic.symbols().isEmpty() ? null : graphic.symbols().get(0);
        this.picture = first instanceof Graphic.Picture file ? file : null;
        Graphic.Mark mark = first instanceof Graphic.Mark drawn ? drawn : null;
        this.markName = Evaluated.text(mark == null ? null : mark.wellKnownName(), "square");
        this.fill = mark == null || mark.fill() == null
                ? feature -> mark == null ? Color.GRAY : null
                : Evaluated.color(mark.fill().color(), mark.fill().opacity());
        this.line = mark == null || mark.stroke() == null
                ? feature -> null
                : Evaluated.color(mark.stroke().color(), mark.stroke().opacity());
        this.strokes = mark == null || mark.stroke() == null ? null : new Strokes(mark.stroke(), unit);
    }

    static void collect(Graphic graphic, Set<String> names) {
        Evaluated.collect(graphic.size(), names);
        Evaluated.collect(graphic.rotation(), names);
        Evaluated.collect(graphic.opacity(), names);
        Evaluated.collect(graphic.anchorX(), names);
        Evaluated.collect(graphic.anchorY(), names);
        Evaluated.collect(graphic.displacementX(), names);
        Evaluated.collect(graphic.displacementY(), names);
        for (Graphic.Symbol symbol : graphic.symbols()) {
            if (symbol instanceof Graphic.Mark mark) {
                Evaluated.collect(mark.wellKnownName(), names);
                PaintParts.collect(mark.fill(), names);
                PaintParts.collect(mark.stroke(), names);
            }
        }
    }

    /** How far it can reach from its point, pixels; a guess where that depends on the feature. */
    double reach() {
        double fixed = size.fixed();
        double side = Double.isNaN(fixed) ? 64 : fixed;
        double moved = reach(displacementX) + reach(displacementY);
        return side + moved + (strokes == null ? 0 : strokes.widest());
    }

    private static double reach(Num number) {
        return Double.isNaN(number.fixed()) ? 64 : Math.abs(number.fixed());
    }

    /** Height in pixels. */
    double size(Feature feature) {
        if (picture != null && ownSize) {
            BufferedImage image = Pictures.image(picture, Double.NaN);
            return image == null ? 0 : image.getHeight() * unit;
        }
        return Math.min(LARGEST_PIXELS, size.of(feature));
    }

    /** Width of the mark as part of its height, where it has both. */
    double proportions(Feature feature) {
        Marks.Shaped mark = picture == null ? Marks.shape(markName.of(feature)) : null;
        return mark != null && mark.width() > 0 && mark.height() > 0 ? mark.width() / mark.height() : 1;
    }

    /** How far the next one stands along a line, pixels: a mark's size, a picture's width. */
    double step(Feature feature) {
        BufferedImage image = picture(feature);
        return image == null ? size(feature) : image.getWidth() * size(feature) / image.getHeight();
    }

    /** The picture of its size; null where it is a mark. */
    @Nullable
    BufferedImage picture(Feature feature) {
        return picture == null ? null : Pictures.image(picture, ownSize ? Double.NaN : size(feature));
    }

    /** Draws the mark of a texture's tile: anchor, displacement and the graphic's own opacity do not count. */
    void drawCentred(Graphics2D canvas, Feature feature, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(rotation.of(feature)));
        drawMark(canvas, feature, place, size(feature), false);
    }

    /**
     * Draws it.
     *
     * @param along further rotation, radians clockwise on the screen, as of a line that it stands on
     */
    void draw(Graphics2D canvas, Feature feature, double x, double y, double along) {
        double pixels = size(feature);
        if (!(pixels > 0)) {
            return;
        }
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(along + Math.toRadians(rotation.of(feature)));
        place.translate(displacementX.of(feature), displacementY.of(feature)); // down, as GeoServer moves graphics
        Composite before = canvas.getComposite();
        double alpha = opacity.of(feature);
        if (alpha < 1) {
            canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.max(0, alpha)));
        }
        if (picture != null) {
            drawPicture(canvas, feature, place, pixels, picture);
        } else {
            drawMark(canvas, feature, place, pixels, true);
        }
        canvas.setComposite(before);
    }

    private void drawMark(Graphics2D canvas, Feature feature, AffineTransform place, double pixels, boolean standing) {
        Marks.Shaped mark = Marks.shape(markName.of(feature));
        if (mark == null) {
            return;
        }
        double scale = pixels;
        if (standing) {
            scale = mark.height() > 0 ? pixels / mark.height() : pixels;
            place.translate(
                    (.5 - anchorX.of(feature)) * mark.width() * scale,
                    (anchorY.of(feature) - .5) * mark.height() * scale);
        }
        place.scale(scale, -scale);
        Shape shape = place.createTransformedShape(mark.outline());
        Color inside = fill.of(feature);
        if (inside != null) {
            canvas.setColor(inside);
            canvas.fill(shape);
        }
        Color outline = line.of(feature);
        if (outline != null && strokes != null) {
            canvas.setColor(outline);
            canvas.setStroke(strokes.pen(feature, 0));
            canvas.draw(shape);
        }
    }

    private void drawPicture(
            Graphics2D canvas, Feature feature, AffineTransform place, double pixels, Graphic.Picture file) {
        BufferedImage image = Pictures.image(file, pixels);
        if (image == null) {
            return;
        }
        double scale = pixels / image.getHeight();
        place.scale(scale, scale);
        place.translate(-anchorX.of(feature) * image.getWidth(), -(1 - anchorY.of(feature)) * image.getHeight());
        canvas.drawImage(image, place, null);
    }

    Graphic graphic() {
        return graphic;
    }
}

package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Col;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.render.Evaluated.Txt;
import org.riskmap.style.Graphic;
import org.riskmap.style.PictureFile;

/** Draws a graphic at a point. */
final class SymbolPainter {

    static final double DEFAULT_MARK_PIXELS = 16;
    private static final double MISSING_PICTURE_PIXELS = 6;
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
    private final List<PictureChoice> pictures;
    private final boolean hasMark;
    private final boolean same;
    private @Nullable Stamped stamped;

    /** @param unit pixels per unit of the symbolizer's lengths */
    SymbolPainter(Graphic graphic, double unit) {
        this.graphic = graphic;
        this.ownSize = graphic.size() == null;
        this.size = Evaluated.number(graphic.size(), DEFAULT_MARK_PIXELS, unit);
        this.rotation = Evaluated.number(graphic.rotation(), 0, 1);
        this.opacity = Evaluated.number(graphic.opacity(), 1, 1);
        this.anchorX = Evaluated.number(graphic.anchorX(), .5, 1);
        this.anchorY = Evaluated.number(graphic.anchorY(), .5, 1);
        this.displacementX = Evaluated.number(graphic.displacementX(), 0, unit);
        this.displacementY = Evaluated.number(graphic.displacementY(), 0, unit);
        this.pictures = pictures(graphic);
        Graphic.Mark mark = mark(graphic);
        this.hasMark = mark != null;
        this.markName = Evaluated.text(mark == null ? null : mark.wellKnownName(), "square");
        this.fill = mark == null || mark.fill() == null
                ? Evaluated.fixed(null)
                : Evaluated.color(mark.fill().color(), mark.fill().opacity());
        this.line = mark == null || mark.stroke() == null
                ? Evaluated.fixed(null)
                : Evaluated.color(mark.stroke().color(), mark.stroke().opacity());
        this.strokes = mark == null || mark.stroke() == null ? null : new Strokes(mark.stroke(), unit);
        this.same = markName.same()
                && fill.same()
                && line.same()
                && (strokes == null || strokes.same())
                && Stream.of(size, rotation, opacity, anchorX, anchorY, displacementX, displacementY)
                        .noneMatch(number -> Double.isNaN(number.fixed()));
    }

    /**
     * A mark as stamps.
     *
     * @param stamps null where it must be drawn
     * @param right from the point to the stamp's middle, pixels
     * @param down from the point to the stamp's middle, pixels
     */
    private record Stamped(@Nullable Stamps stamps, double right, double down) {}

    /** A picture whose file may depend on the feature. */
    private record PictureChoice(Txt address, List<Path> folders) {
        Optional<PictureFile> of(Feature feature) {
            return PictureFile.of(address.of(feature), folders);
        }
    }

    /** The pictures before the first mark; behind it nothing is looked for. */
    private static List<PictureChoice> pictures(Graphic graphic) {
        List<PictureChoice> pictures = new ArrayList<>();
        for (Graphic.Symbol symbol : graphic.symbols()) {
            if (!(symbol instanceof Graphic.Picture picture)) {
                break;
            }
            pictures.add(new PictureChoice(Evaluated.text(picture.address(), ""), picture.folders()));
        }
        return pictures;
    }

    private static Graphic.@Nullable Mark mark(Graphic graphic) {
        return graphic.symbols().stream()
                .filter(Graphic.Mark.class::isInstance)
                .map(Graphic.Mark.class::cast)
                .findFirst()
                .orElse(null);
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
            } else if (symbol instanceof Graphic.Picture picture) {
                Evaluated.collect(picture.address(), names);
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
        BufferedImage image = ownSize ? picture(feature) : null;
        if (image != null) {
            return image.getHeight();
        }
        return ownSize && !hasMark ? MISSING_PICTURE_PIXELS : Math.min(LARGEST_PIXELS, size.of(feature));
    }

    /** Width of the mark as part of its height, where it has both. */
    double proportions(Feature feature) {
        Marks.Shaped mark = Marks.shape(markName.of(feature));
        return mark != null && mark.width() > 0 && mark.height() > 0 ? mark.width() / mark.height() : 1;
    }

    /** What it covers when it is drawn at a point, before it is turned. */
    Rectangle2D box(Feature feature, double x, double y) {
        double wide = width(feature);
        double high = size(feature);
        return new Rectangle2D.Double(
                x + displacementX.of(feature) - anchorX.of(feature) * wide,
                y + displacementY.of(feature) - (1 - anchorY.of(feature)) * high,
                wide,
                high);
    }

    /** Width in pixels. */
    double width(Feature feature) {
        BufferedImage image = picture(feature);
        return image == null ? size(feature) * proportions(feature) : image.getWidth();
    }

    /** How far the next one stands along a line, pixels: a mark's size, a picture's width. */
    double step(Feature feature) {
        BufferedImage image = picture(feature);
        return image == null ? size(feature) : image.getWidth();
    }

    /** The picture of its size; null where there is none, so that the mark is drawn. */
    @Nullable
    BufferedImage picture(Feature feature) {
        for (PictureChoice choice : pictures) {
            BufferedImage image = choice.of(feature)
                    .map(file -> Pictures.image(file, ownSize ? Double.NaN : size.of(feature)))
                    .orElse(null);
            if (image != null) {
                return image;
            }
        }
        return null;
    }

    /** Draws the mark of a texture's tile: anchor, displacement and the graphic's own opacity do not count. */
    void drawCentred(Graphics2D canvas, Feature feature, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(rotation.of(feature)));
        drawMark(canvas, feature, place, size(feature), false);
    }

    /** Draws it as wide and high as a box; anchor, displacement, rotation and the graphic's own opacity do not count. */
    void drawInto(Graphics2D canvas, Feature feature, Rectangle2D box) {
        BufferedImage image = picture(feature);
        if (image != null) {
            AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
            place.scale(box.getWidth() / image.getWidth(), box.getHeight() / image.getHeight());
            canvas.drawRenderedImage(image, place);
            return;
        }
        Marks.Shaped mark = Marks.shape(markName.of(feature));
        if (mark != null && mark.width() > 0 && mark.height() > 0) {
            AffineTransform place = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
            place.scale(box.getWidth() / mark.width(), -box.getHeight() / mark.height());
            paint(canvas, feature, place.createTransformedShape(mark.outline()));
        }
    }

    /**
     * Draws it.
     *
     * @param along further rotation, radians clockwise on the screen, as of a line that it stands on
     */
    void draw(Graphics2D canvas, Feature feature, double x, double y, double along) {
        if (graphic.symbols().isEmpty()) {
            return;
        }
        if (along == 0 && pictures.isEmpty() && stamp(canvas, feature, x, y)) {
            return;
        }
        BufferedImage image = picture(feature);
        double pixels = size(feature);
        if (image == null && !(pixels > 0)) {
            return;
        }
        Composite before = canvas.getComposite();
        double alpha = opacity.of(feature);
        if (alpha < 1) {
            canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.max(0, alpha)));
        }
        double right = displacementX.of(feature);
        double down = displacementY.of(feature); // down, as GeoServer moves graphics
        double turned = along + Math.toRadians(rotation.of(feature));
        if (image != null) {
            double anchoredX = right - anchorX.of(feature) * image.getWidth();
            double anchoredY = down - (1 - anchorY.of(feature)) * image.getHeight();
            drawPicture(canvas, image, x, y, anchoredX, anchoredY, turned);
        } else {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(along);
            place.translate(right, down);
            place.rotate(turned - along);
            drawMark(canvas, feature, place, pixels, true);
        }
        canvas.setComposite(before);
    }

    /** Puts a mark down as a stamp, if the canvas takes stamps and the mark is opaque and small. */
    private boolean stamp(Graphics2D canvas, Feature feature, double x, double y) {
        PlainShapes plain = PlainShapes.of(canvas);
        if (plain == null) {
            return false;
        }
        Stamped found = stamped;
        if (found == null || !same) {
            found = stamped(feature);
            stamped = found;
        }
        if (found.stamps() == null) {
            return false;
        }
        found.stamps().put(plain.pixels(), x + found.right(), y + found.down());
        return true;
    }

    private Stamped stamped(Feature feature) {
        double pixels = size(feature);
        String name = markName.of(feature);
        Marks.Shaped mark = Marks.shape(name);
        if (mark == null || !(pixels > 0) || opacity.of(feature) < 1) {
            return new Stamped(null, 0, 0);
        }
        double scale = mark.height() > 0 ? pixels / mark.height() : pixels;
        double turned = Math.toRadians(rotation.of(feature));
        double right = (.5 - anchorX.of(feature)) * mark.width() * scale;
        double down = (anchorY.of(feature) - .5) * mark.height() * scale;
        Stamps.Look look = new Stamps.Look(
                name,
                scale,
                turned,
                hasMark ? fill.of(feature) : Color.GRAY,
                line.of(feature),
                strokes == null ? null : strokes.pen(feature, 0));
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        return new Stamped(
                Stamps.of(look, mark.outline()),
                displacementX.of(feature) + right * cos - down * sin,
                displacementY.of(feature) + right * sin + down * cos);
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
        paint(canvas, feature, place.createTransformedShape(mark.outline()));
    }

    private void paint(Graphics2D canvas, Feature feature, Shape shape) {
        Color inside = hasMark ? fill.of(feature) : Color.GRAY;
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

    /** A picture that is not turned lies on whole pixels, so that it stays sharp. */
    private static void drawPicture(
            Graphics2D canvas, BufferedImage image, double x, double y, double right, double down, double turned) {
        AffineTransform place = new AffineTransform();
        if (turned == 0) {
            place.translate(Math.round(x + right), Math.round(y + down));
        } else {
            place.translate(x, y);
            place.rotate(turned);
            place.translate(right, down);
        }
        canvas.drawRenderedImage(image, place);
    }

    Graphic graphic() {
        return graphic;
    }
}

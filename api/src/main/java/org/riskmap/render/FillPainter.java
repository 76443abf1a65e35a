package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Col;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.style.Fill;

/** Fills a shape with a colour or with a repeated graphic. */
final class FillPainter {

    private static final long LARGEST_TILE_PIXELS = 4_000_000;

    private final Col color;
    private final Num opacity;
    private final @Nullable SymbolPainter graphic;
    private final TileMargin margin;

    /**
     * @param unit pixels per unit of the symbolizer's lengths
     * @param margin around each tile of a graphic
     */
    FillPainter(Fill fill, double unit, TileMargin margin) {
        this.color = Evaluated.color(fill.color(), fill.opacity());
        this.opacity = Evaluated.number(fill.opacity(), 1, 1);
        this.graphic = fill.graphic() == null ? null : new SymbolPainter(fill.graphic(), unit);
        this.margin = margin;
    }

    /** Whether it fills with colour alone. */
    boolean plain() {
        return graphic == null;
    }

    /** Fills with colour alone. */
    void fill(PlainShapes canvas, Feature feature, PixelShape shape) {
        Color plain = color.of(feature);
        if (plain != null) {
            canvas.fill(shape, plain);
        }
    }

    void fill(Graphics2D canvas, Feature feature, Shape shape) {
        if (graphic == null) {
            Color plain = color.of(feature);
            if (plain != null) {
                canvas.setColor(plain);
                canvas.fill(shape);
            }
            return;
        }
        BufferedImage tile = tile(canvas, feature, graphic);
        if (tile == null) {
            return;
        }
        Composite before = canvas.getComposite();
        double alpha = Math.max(0, Math.min(1, opacity.of(feature)));
        if (alpha < 1) {
            canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
        }
        Point2D anchor = TextureAnchor.of(canvas);
        canvas.setPaint(new TexturePaint(
                tile, new Rectangle2D.Double(anchor.getX(), anchor.getY(), tile.getWidth(), tile.getHeight())));
        canvas.fill(shape);
        canvas.setComposite(before);
    }

    /**
     * The mark among its eight neighbours, cut to whole pixels: so that a line or a shape's smoothed edge goes on in the next
     * tile. As GeoServer does, a mark wider or narrower than high has tiles of its proportions.
     */
    private @Nullable BufferedImage tile(Graphics2D canvas, Feature feature, SymbolPainter symbol) {
        BufferedImage picture = symbol.picture(feature);
        if (picture != null) {
            return withMargin(picture);
        }
        double high = symbol.size(feature);
        double wide = high * symbol.proportions(feature);
        int tileWidth = Math.max(1, (int) Math.floor(wide));
        int tileHeight = Math.max(1, (int) Math.floor(high));
        if (!(high > 0) || (long) tileWidth * tileHeight > LARGEST_TILE_PIXELS) {
            return null;
        }
        BufferedImage tile = new BufferedImage(tileWidth, tileHeight, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = tile.createGraphics();
        drawing.setRenderingHints(canvas.getRenderingHints());
        for (int right = -1; right <= 1; right++) {
            for (int down = -1; down <= 1; down++) {
                double x = (1.5 + right) * wide - Math.floor(wide);
                double y = (1.5 + down) * high - Math.floor(high);
                symbol.drawCentred(drawing, feature, x, y);
            }
        }
        drawing.dispose();
        return withMargin(tile);
    }

    private BufferedImage withMargin(BufferedImage tile) {
        if (margin.none()) {
            return tile;
        }
        BufferedImage larger = new BufferedImage(
                tile.getWidth() + margin.left() + margin.right(),
                tile.getHeight() + margin.top() + margin.bottom(),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = larger.createGraphics();
        drawing.drawImage(tile, margin.left(), margin.top(), null);
        drawing.dispose();
        return larger;
    }
}

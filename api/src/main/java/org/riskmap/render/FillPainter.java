package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Col;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.style.Fill;

/** Fills a shape with a colour or with a repeated graphic. */
final class FillPainter {

    private final Col color;
    private final Num opacity;
    private final @Nullable SymbolPainter graphic;
    private final int marginPixels;

    /**
     * @param unit pixels per unit of the symbolizer's lengths
     * @param margin pixels between two tiles of a graphic
     */
    FillPainter(Fill fill, double unit, double margin) {
        this.color = Evaluated.color(fill.color(), fill.opacity());
        this.opacity = Evaluated.number(fill.opacity(), 1, 1);
        this.graphic = fill.graphic() == null ? null : new SymbolPainter(fill.graphic(), unit);
        this.marginPixels = (int) Math.round(Math.max(0, margin) * unit);
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
        canvas.setPaint(new TexturePaint(tile, new Rectangle2D.Double(0, 0, tile.getWidth(), tile.getHeight())));
        canvas.fill(shape);
        canvas.setComposite(before);
    }

    private @Nullable BufferedImage tile(Graphics2D canvas, Feature feature, SymbolPainter symbol) {
        double size = symbol.size(feature);
        int side = (int) Math.round(size);
        if (side <= 0) {
            return null;
        }
        int step = side + marginPixels;
        BufferedImage tile = new BufferedImage(step, step, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = tile.createGraphics();
        drawing.setRenderingHints(canvas.getRenderingHints());
        drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
        boolean lines = marginPixels == 0 && symbol.linesAcrossTiles(feature);
        int around = lines ? 1 : 0;
        for (int right = -around; right <= around; right++) {
            for (int down = -around; down <= around; down++) {
                AffineTransform before = drawing.getTransform();
                drawing.translate((.5 + right) * step, (.5 + down) * step);
                drawing.scale(side / size, side / size); // a tile is whole pixels; lines must meet at its border
                symbol.draw(drawing, feature, 0, 0, 0);
                drawing.setTransform(before);
            }
        }
        drawing.dispose();
        return tile;
    }
}

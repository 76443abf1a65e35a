package org.riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws maps. Layers are drawn first to last, each read once and as a stream; labels of all layers together at the end.
 * Safe for many threads.
 */
public final class Renderer {

    private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);

    /**
     * The map of some layers.
     *
     * @throws DrawingTooSlow where the canvas's limit is over before it is finished
     */
    public Picture draw(List<? extends DrawnLayer> layers, Viewport viewport, Canvas canvas) {
        Deadline deadline = new Deadline(canvas.limit());
        BufferedImage image = blank(viewport.width(), viewport.height(), canvas.background());
        Graphics2D drawing = image.createGraphics();
        setHints(drawing, canvas);
        PlainShapes.offer(image, drawing);
        TextureAnchor.set(drawing, viewport);
        Ground ground = new Ground(image, drawing);
        LabelBoard labels = new LabelBoard(viewport.width(), viewport.height(), canvas.labelGutter());
        long features = 0;
        long skipped = 0;
        int number = 0;
        for (DrawnLayer layer : layers) {
            if (layer instanceof DrawnLayer.OfFeatures ofFeatures) {
                FeaturePainter painter = new FeaturePainter(ofFeatures, viewport, labels, number, deadline);
                painter.paint(ground);
                features += painter.features();
                skipped += painter.skipped();
                HeatmapPainter heat = new HeatmapPainter(ofFeatures, viewport, deadline);
                heat.paint(ground.canvas());
                features += heat.features();
            } else if (layer instanceof DrawnLayer.OfRaster ofRaster) {
                new RasterPainter(ofRaster, layers.size() == 1, viewport, deadline).paint(ground);
                TextureAnchor.forget(ground.canvas());
            }
            number++;
        }
        ground.end();
        labels.draw(drawing, deadline);
        drawing.dispose();
        if (skipped > 0) {
            LOG.info(
                    "{} features cannot be shown in {} and were left out",
                    skipped,
                    viewport.crs().epsgName());
        }
        return new Picture(image, features, skipped);
    }

    /** An empty picture; null means transparent. */
    static BufferedImage blank(int width, int height, @org.jspecify.annotations.Nullable Color background) {
        BufferedImage image = new BufferedImage(
                width, height, background == null ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (background != null) {
            Graphics2D drawing = image.createGraphics();
            drawing.setColor(background);
            drawing.fillRect(0, 0, width, height);
            drawing.dispose();
        }
        return image;
    }

    static void setHints(Graphics2D drawing, Canvas canvas) {
        drawing.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                canvas.smoothLines() ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        drawing.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                canvas.smoothText() ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }
}

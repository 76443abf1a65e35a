package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;

/** Draws one layer of features, reading it once. */
final class FeaturePainter {

    private static final int CHECK_EVERY = 256;

    private final DrawnLayer.OfFeatures layer;
    private final Viewport viewport;
    private final ActiveStyle style;
    private final double resolution;
    private final Clip clip;
    private final Deadline deadline;
    private long features;
    private long skipped;

    FeaturePainter(DrawnLayer.OfFeatures layer, Viewport viewport, LabelBoard labels, int number, Deadline deadline) {
        this.layer = layer;
        this.viewport = viewport;
        this.style = ActiveStyle.of(layer.style(), viewport, labels, number);
        double[] pixel = pixel(layer.source().crs());
        this.resolution = Math.min(pixel[0], pixel[1]);
        this.clip = new Clip(viewport.width(), viewport.height(), style.clipMargin());
        this.deadline = deadline;
    }

    long features() {
        return features;
    }

    long skipped() {
        return skipped;
    }

    /** Draws the first pass on the canvas and each further one on a layer of its own, which are then put over it. */
    void paint(Graphics2D canvas) {
        Envelope bounds = bounds();
        if (style.passes().isEmpty() || bounds == null) {
            return;
        }
        List<Graphics2D> canvases = new ArrayList<>();
        List<BufferedImage> overlays = new ArrayList<>();
        canvases.add(canvas);
        for (int i = 1; i < style.passes().size(); i++) {
            BufferedImage overlay =
                    new BufferedImage(viewport.width(), viewport.height(), BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D drawing = overlay.createGraphics();
            drawing.setRenderingHints(canvas.getRenderingHints());
            PlainShapes.offer(overlay, drawing);
            overlays.add(overlay);
            canvases.add(drawing);
        }
        readAndPaint(bounds, canvases);
        for (BufferedImage overlay : overlays) {
            canvas.drawImage(overlay, 0, 0, null);
        }
        canvases.stream().skip(1).forEach(Graphics2D::dispose);
    }

    private void readAndPaint(Envelope bounds, List<Graphics2D> canvases) {
        Set<String> columns = new HashSet<>(style.properties());
        columns.remove("");
        FeatureSource.Wanted wanted =
                new FeatureSource.Wanted(bounds, columns, resolution, style.computesWithGeometry() ? null : viewport);
        try (FeatureSource.Rows rows = layer.source().open(wanted)) {
            ToScreen screen = new ToScreen(rows.crs(), viewport, rows.ready() ? 0 : resolution);
            double[] pixel = pixel(rows.crs());
            Placed placed = new Placed(screen);
            List<@Nullable PixelSieve> sieves = new ArrayList<>();
            style.passes().forEach(pass -> sieves.add(sieve(pass, pixel)));
            while (rows.next()) {
                if (features++ % CHECK_EVERY == 0) {
                    deadline.check();
                }
                paint(rows.feature(), screen, placed, sieves, canvases);
            }
        }
    }

    /** Null where features that lie on each other can all be seen. */
    private @Nullable PixelSieve sieve(ActiveStyle.Pass pass, double[] pixel) {
        if (pixel[0] <= 0 || pixel[1] <= 0 || Transparency.in(pass.symbolizers())) {
            return null;
        }
        return new PixelSieve(
                ToScreen.TOLD_APART_PIXELS * pixel[0],
                ToScreen.TOLD_APART_PIXELS * pixel[1],
                viewport.width(),
                viewport.height(),
                (int) Math.ceil(style.clipMargin()));
    }

    /**
     * The smallest width and height of a pixel in a system's unit, of pixels in the picture's upper left, its left and its
     * middle; 0 where none has a place in that system.
     */
    private double[] pixel(Crs crs) {
        Reprojection back = Reprojection.between(viewport.crs(), crs);
        double[] finest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        int[][] places = {{0, 0}, {0, viewport.height() / 2}, {viewport.width() / 2, viewport.height() / 2}};
        for (int[] place : places) {
            double left = viewport.envelope().minX() + (place[0] - .5) * viewport.pixelWidth();
            double top = viewport.envelope().maxY() - (place[1] - .5) * viewport.pixelHeight();
            double[] corners = {left, top, left + viewport.pixelWidth(), top - viewport.pixelHeight()};
            back.apply(corners, 2);
            for (int axis = 0; axis < 2; axis++) {
                double side = Math.abs(corners[axis] - corners[2 + axis]);
                finest[axis] = Double.isFinite(side) ? Math.min(finest[axis], side) : finest[axis];
            }
        }
        return new double[] {Double.isFinite(finest[0]) ? finest[0] : 0, Double.isFinite(finest[1]) ? finest[1] : 0};
    }

    private void paint(
            Feature feature,
            ToScreen screen,
            Placed placed,
            List<@Nullable PixelSieve> sieves,
            List<Graphics2D> canvases) {
        boolean shown = false;
        for (int i = 0; i < canvases.size(); i++) {
            PixelSieve sieve = sieves.get(i);
            Geometry chosen = sieve == null ? feature.geometry() : sieve.sieved(feature.geometry(), screen);
            if (chosen == null) {
                shown = true; // another one stands for it
                continue;
            }
            if (placed.set(chosen)) {
                shown = true;
                Feature drawn = chosen == feature.geometry()
                        ? feature
                        : new Feature(feature.id(), chosen, feature.properties());
                for (ActiveStyle.Active rule : style.passes().get(i).choice().of(drawn)) {
                    draw(rule, canvases.get(i), drawn, placed, screen);
                }
            }
        }
        if (!shown) {
            skipped++;
        }
    }

    private void draw(ActiveStyle.Active rule, Graphics2D canvas, Feature feature, Placed own, ToScreen screen) {
        for (Painter painter : rule.painters()) {
            painter.paint(canvas, feature, own, screen, clip);
        }
    }

    /** What of the source can be seen, in its own system; null where the two cannot meet. */
    private @Nullable Envelope bounds() {
        double reach = style.reach() + 1;
        Envelope seen = viewport.envelope().grown(reach * viewport.pixelWidth(), reach * viewport.pixelHeight());
        Crs source = layer.source().crs();
        try {
            return Reprojection.between(viewport.crs(), source).apply(seen);
        } catch (InvalidInput elsewhere) {
            return null; // no part of the picture has coordinates in the source's system: nothing to draw
        }
    }
}

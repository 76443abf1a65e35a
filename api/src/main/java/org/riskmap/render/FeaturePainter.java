package org.riskmap.render;

import java.awt.Graphics2D;
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
    private static final int MOST_ORDERED = 200_000;

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

    /** Draws the first pass on the map and each further one on a layer of its own, which are then laid on it. */
    void paint(Ground ground) {
        Envelope bounds = bounds();
        if (style.passes().isEmpty() || bounds == null) {
            return;
        }
        List<Graphics2D> canvases = new ArrayList<>();
        List<Ground.@Nullable Overlay> overlays = new ArrayList<>();
        for (int i = 0; i < style.passes().size(); i++) {
            ActiveStyle.Pass pass = style.passes().get(i);
            boolean together = i > 0 && together(i - 1, i);
            boolean straight = i == 0 && pass.blend() == null && !pass.base();
            Ground.Overlay overlay = together || straight ? null : ground.overlay();
            overlays.add(overlay);
            canvases.add(overlay != null ? overlay.canvas() : together ? canvases.get(i - 1) : ground.canvas());
        }
        readAndPaint(bounds, canvases);
        for (int i = 0; i < overlays.size(); i++) {
            lay(ground, overlays.get(i), style.passes().get(i));
        }
    }

    private static void lay(Ground ground, Ground.@Nullable Overlay overlay, ActiveStyle.Pass pass) {
        if (overlay == null) {
            return;
        }
        overlay.canvas().dispose();
        if (pass.base()) {
            ground.begin(pass.blend());
            ground.lay(overlay.image(), null);
        } else {
            ground.lay(overlay.image(), pass.blend());
        }
    }

    private boolean together(int before, int pass) {
        DrawOrder order = style.passes().get(pass).order();
        return order != null && order.togetherWith(style.passes().get(before).order());
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
            List<Feature> kept = new ArrayList<>();
            boolean ordered = style.passes().stream().anyMatch(pass -> pass.order() != null);
            while (rows.next()) {
                if (features++ % CHECK_EVERY == 0) {
                    deadline.check();
                }
                if (ordered) {
                    keep(rows.feature(), kept);
                } else {
                    paint(rows.feature(), screen, placed, sieves, canvases);
                }
            }
            if (ordered) {
                paintInOrder(kept, screen, placed, sieves, canvases);
            }
        }
    }

    private static void keep(Feature feature, List<Feature> kept) {
        if (kept.size() >= MOST_ORDERED) {
            throw new InvalidInput(
                    "sortBy",
                    "more than " + MOST_ORDERED + " features would have to be sorted",
                    "ask for a smaller map");
        }
        kept.add(feature);
    }

    /** Each pass in its own order; passes of one group level by level. */
    private void paintInOrder(
            List<Feature> kept,
            ToScreen screen,
            Placed placed,
            List<@Nullable PixelSieve> sieves,
            List<Graphics2D> canvases) {
        int passes = style.passes().size();
        for (int from = 0; from < passes; ) {
            int to = from + 1;
            while (to < passes && together(to - 1, to)) {
                to++;
            }
            DrawOrder order = style.passes().get(from).order();
            List<Feature> sorted = new ArrayList<>(kept);
            if (order != null) {
                sorted.sort(order);
            }
            int level = 0;
            for (int next = 1; next <= sorted.size(); next++) {
                boolean same = next < sorted.size()
                        && (order == null || order.compare(sorted.get(level), sorted.get(next)) == 0);
                if (same) {
                    continue;
                }
                deadline.check();
                for (int pass = from; pass < to; pass++) {
                    for (Feature feature : sorted.subList(level, next)) {
                        paint(pass, feature, screen, placed, sieves.get(pass), canvases.get(pass));
                    }
                }
                level = next;
            }
            from = to;
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
            shown |= paint(i, feature, screen, placed, sieves.get(i), canvases.get(i));
        }
        if (!shown) {
            skipped++;
        }
    }

    /** Whether the feature has a place on the map, be it that another one stands for it. */
    private boolean paint(
            int pass, Feature feature, ToScreen screen, Placed placed, @Nullable PixelSieve sieve, Graphics2D canvas) {
        Geometry chosen = sieve == null ? feature.geometry() : sieve.sieved(feature.geometry(), screen);
        if (chosen == null) {
            return true;
        }
        if (!placed.set(chosen)) {
            return false;
        }
        Feature drawn =
                chosen == feature.geometry() ? feature : new Feature(feature.id(), chosen, feature.properties());
        for (ActiveStyle.Active rule : style.passes().get(pass).choice().of(drawn)) {
            draw(rule, canvas, drawn, placed, screen);
        }
        return true;
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

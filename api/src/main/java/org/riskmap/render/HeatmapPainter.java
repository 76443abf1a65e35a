package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.geotools.process.vector.BilinearInterpolator;
import org.geotools.process.vector.HeatmapSurface;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.style.FeatureTypeStyle;
import org.riskmap.style.Heatmap;
import org.riskmap.style.RasterSymbolizer;

/** Draws the density of a layer's features, on the surface of GeoTools' own heatmap process. */
final class HeatmapPainter {

    private static final int CHECK_EVERY = 256;
    private static final int LARGEST_RADIUS_PIXELS = 1000;
    private static final int LARGEST_CELL_PIXELS = 256;
    private static final float NO_DATA = -999;

    private final DrawnLayer.OfFeatures layer;
    private final Viewport viewport;
    private final Deadline deadline;
    private long features;

    HeatmapPainter(DrawnLayer.OfFeatures layer, Viewport viewport, Deadline deadline) {
        this.layer = layer;
        this.viewport = viewport;
        this.deadline = deadline;
    }

    long features() {
        return features;
    }

    void paint(Graphics2D canvas) {
        for (FeatureTypeStyle part : layer.style().featureTypeStyles()) {
            Heatmap heatmap = part.heatmap();
            if (heatmap == null || !part.onMap()) {
                continue;
            }
            part.rules().stream()
                    .filter(rule -> rule.onMap() && rule.scales().contains(viewport.scaleDenominator()))
                    .flatMap(rule -> rule.symbolizers().stream())
                    .filter(symbolizer -> symbolizer instanceof RasterSymbolizer && symbolizer.onMap())
                    .forEach(symbolizer -> paint(canvas, heatmap, (RasterSymbolizer) symbolizer));
        }
    }

    private void paint(Graphics2D canvas, Heatmap heatmap, RasterSymbolizer symbolizer) {
        float[][] rows = density(heatmap);
        RasterColors colors = RasterColors.of(symbolizer, 1, null, false);
        if (rows.length == 0 || colors.bands().isEmpty()) {
            return;
        }
        BufferedImage image = new BufferedImage(viewport.width(), viewport.height(), BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < viewport.height(); row++) {
            float[][] values = {rows[row]};
            for (int column = 0; column < viewport.width(); column++) {
                image.setRGB(column, row, colors.argb(values, column));
            }
        }
        RasterPainter.lay(canvas, image, RasterPainter.opacity(symbolizer));
    }

    /** A number for each pixel, rows from the top; empty where the layer cannot be shown here. */
    private float[][] density(Heatmap heatmap) {
        int cell = whole(Evaluated.number(heatmap.pixelsPerCell(), 1, 1), 1, LARGEST_CELL_PIXELS);
        int radius = whole(Evaluated.number(heatmap.radiusPixels(), 100, 1), 0, LARGEST_RADIUS_PIXELS);
        Envelope box = viewport.envelope();
        HeatmapSurface surface = new HeatmapSurface(
                radius / cell,
                new org.locationtech.jts.geom.Envelope(box.minX(), box.maxX(), box.minY(), box.maxY()),
                Math.max(1, viewport.width() / cell),
                Math.max(1, viewport.height() / cell));
        Envelope around = box.grown(radius * viewport.pixelWidth(), radius * viewport.pixelHeight());
        try {
            addPoints(
                    surface,
                    heatmap,
                    Reprojection.between(viewport.crs(), layer.source().crs()).apply(around));
        } catch (InvalidInput elsewhere) {
            return new float[0][]; // no part of the picture has coordinates in the source's system
        }
        float[][] rows = rowsFromTop(surface.computeSurface());
        return cell == 1
                ? rows
                : new BilinearInterpolator(rows, NO_DATA).interpolate(viewport.width(), viewport.height(), false);
    }

    private static int whole(Num number, int least, int most) {
        return (int) Math.max(least, Math.min(most, number.of(Legends.NOBODY)));
    }

    private void addPoints(HeatmapSurface surface, Heatmap heatmap, Envelope bounds) {
        Set<String> columns = new HashSet<>();
        Evaluated.collect(heatmap.weight(), columns);
        columns.remove("");
        Num weight = Evaluated.number(heatmap.weight(), 1, 1);
        double[] xy = new double[2];
        try (FeatureSource.Rows rows = layer.source().open(new FeatureSource.Wanted(bounds, columns, 0, null))) {
            Reprojection toMap = Reprojection.between(rows.crs(), viewport.crs());
            while (rows.next()) {
                if (features++ % CHECK_EVERY == 0) {
                    deadline.check();
                }
                Geometry geometry = rows.feature().geometry();
                if (geometry == null || geometry.isEmpty()) {
                    continue;
                }
                Coordinate point = geometry.getCentroid().getCoordinate();
                xy[0] = point.x;
                xy[1] = point.y;
                toMap.apply(xy, 1);
                if (Double.isFinite(xy[0]) && Double.isFinite(xy[1])) {
                    surface.addPoint(xy[0], xy[1], weight.of(rows.feature()));
                }
            }
        }
    }

    /** From columns with y upwards to rows from the top. */
    private static float[][] rowsFromTop(float[][] columns) {
        int width = columns.length;
        int height = columns[0].length;
        float[][] rows = new float[height][width];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                rows[height - 1 - y][x] = columns[x][y];
            }
        }
        return rows;
    }
}

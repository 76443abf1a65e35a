package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Reprojection;
import org.riskmap.raster.RasterFile;
import org.riskmap.raster.Resampling;
import org.riskmap.raster.Sampler;
import org.riskmap.style.FeatureTypeStyle;
import org.riskmap.style.RasterSymbolizer;

/** Draws one raster, looking up for each pixel of the map the value below its middle. */
final class RasterPainter {

    private final DrawnLayer.OfRaster layer;
    private final boolean alone;
    private final Viewport viewport;
    private final Deadline deadline;

    /** @param alone whether it is the map's only layer */
    RasterPainter(DrawnLayer.OfRaster layer, boolean alone, Viewport viewport, Deadline deadline) {
        this.layer = layer;
        this.alone = alone;
        this.viewport = viewport;
        this.deadline = deadline;
    }

    void paint(Ground ground) {
        layer.style().featureTypeStyles().stream()
                .filter(FeatureTypeStyle::onMap)
                .forEach(part -> paint(ground, part));
    }

    private void paint(Ground ground, FeatureTypeStyle part) {
        List<RasterSymbolizer> symbolizers = part.rules().stream()
                .filter(rule -> rule.onMap() && rule.scales().contains(viewport.scaleDenominator()))
                .flatMap(rule -> rule.symbolizers().stream())
                .filter(symbolizer -> symbolizer instanceof RasterSymbolizer && symbolizer.onMap())
                .map(RasterSymbolizer.class::cast)
                .toList();
        if (symbolizers.isEmpty()) {
            return;
        }
        Blend blend = Blend.of(part.options());
        if (part.compositeBase()) {
            ground.begin(blend);
            symbolizers.forEach(symbolizer -> paint(ground.canvas(), symbolizer));
        } else if (blend != null) {
            Ground.Overlay overlay = ground.overlay();
            symbolizers.forEach(symbolizer -> paint(overlay.canvas(), symbolizer));
            overlay.canvas().dispose();
            ground.lay(overlay.image(), blend);
        } else {
            symbolizers.forEach(symbolizer -> paint(ground.canvas(), symbolizer));
        }
    }

    private void paint(Graphics2D canvas, RasterSymbolizer symbolizer) {
        float opacity = opacity(symbolizer);
        RasterFile file = layer.file();
        RasterColors colors = RasterColors.of(symbolizer, file.bands(), file.palette(), !alone && opacity < 1);
        BufferedImage image = new BufferedImage(viewport.width(), viewport.height(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (stretched(symbolizer)) {
            stretch(symbolizer, colors, pixels);
        } else {
            read(colors, (values, row) -> color(colors, values, pixels, row * viewport.width()));
        }
        String composite = symbolizer.options().get("composite");
        Blend blend = composite == null ? null : Blend.of(composite, opacity);
        if (blend == null) {
            lay(canvas, image, opacity);
        } else {
            Composite before = canvas.getComposite();
            canvas.setComposite(blend.composite());
            canvas.drawImage(image, 0, 0, null);
            canvas.setComposite(before);
        }
    }

    private static boolean stretched(RasterSymbolizer symbolizer) {
        return symbolizer.contrast() != null
                || symbolizer.channels().stream().anyMatch(channel -> channel.contrast() != null);
    }

    /** All numbers are read before the first is shown, for how they are shown depends on all that are seen. */
    private void stretch(RasterSymbolizer symbolizer, RasterColors colors, int[] pixels) {
        int width = viewport.width();
        float[][] all = new float[colors.bands().size()][pixels.length];
        read(colors, (values, row) -> {
            for (int band = 0; band < values.length; band++) {
                System.arraycopy(values[band], 0, all[band], row * width, width);
            }
        });
        boolean bytes = layer.file().bytes();
        for (int band = 0; band < Math.min(all.length, symbolizer.channels().size()); band++) {
            Stretch.numbers(symbolizer.channels().get(band).contrast(), all[band], bytes);
        }
        if (colors.grey()) {
            Stretch.numbers(symbolizer.contrast(), all[0], bytes);
        }
        color(colors, all, pixels, 0);
        if (!colors.grey()) {
            Stretch.colors(symbolizer.contrast(), pixels);
        }
    }

    private static void color(RasterColors colors, float[][] values, int[] pixels, int from) {
        int count = values.length == 0 ? 0 : values[0].length;
        for (int i = 0; i < count; i++) {
            pixels[from + i] = colors.argb(values, i);
        }
    }

    private interface RowWork {
        void of(float[][] values, int row);
    }

    private void read(RasterColors colors, RowWork work) {
        int width = viewport.width();
        Reprojection back = Reprojection.between(viewport.crs(), layer.file().crs());
        double pixelSize = pixelSize(back);
        Resampling resampling = layer.smooth() && colors.mixable() ? Resampling.BILINEAR : Resampling.NEAREST;
        List<Sampler> samplers = colors.bands().stream()
                .map(band -> layer.file().sampler(band, pixelSize, resampling))
                .toList();
        double[] xy = new double[2 * width];
        float[][] values = new float[samplers.size()][];
        for (int row = 0; row < viewport.height(); row++) {
            deadline.check();
            positions(xy, row, back);
            for (int i = 0; i < values.length; i++) {
                values[i] = samplers.get(i).at(xy, width);
            }
            work.of(values, row);
        }
    }

    /** Puts a picture of the map's size over what is there. */
    static void lay(Graphics2D canvas, BufferedImage image, float opacity) {
        Composite before = canvas.getComposite();
        canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
        canvas.drawImage(image, 0, 0, null);
        canvas.setComposite(before);
    }

    static float opacity(RasterSymbolizer symbolizer) {
        return (float) Math.max(0, Math.min(1, Legends.constant(symbolizer.opacity(), 1)));
    }

    private void positions(double[] xy, int row, Reprojection back) {
        Envelope box = viewport.envelope();
        double y = box.maxY() - (row + .5) * viewport.pixelHeight();
        for (int column = 0; column < viewport.width(); column++) {
            xy[2 * column] = box.minX() + (column + .5) * viewport.pixelWidth();
            xy[2 * column + 1] = y;
        }
        back.apply(xy, viewport.width());
    }

    /** Size of a pixel of the map, in the file's unit, at the picture's middle. */
    private double pixelSize(Reprojection back) {
        Envelope box = viewport.envelope();
        double x = (box.minX() + box.maxX()) / 2;
        double y = (box.minY() + box.maxY()) / 2;
        double[] xy = {x, y, x + viewport.pixelWidth(), y};
        back.apply(xy, 2);
        double size = Math.hypot(xy[2] - xy[0], xy[3] - xy[1]);
        return Double.isFinite(size) ? size : 0;
    }
}

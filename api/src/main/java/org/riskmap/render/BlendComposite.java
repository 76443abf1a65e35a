package org.riskmap.render;

import java.awt.Composite;
import java.awt.CompositeContext;
import java.awt.RenderingHints;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Mixes colours where both are, and shows each where it is alone (W3C Compositing and Blending Level 1, 5.8 and 10). */
record BlendComposite(BlendMode mode, float opacity) implements Composite {

    @Override
    public CompositeContext createContext(ColorModel above, ColorModel below, RenderingHints hints) {
        return new CompositeContext() {
            @Override
            public void dispose() {}

            @Override
            public void compose(Raster from, Raster under, WritableRaster into) {
                int width = Math.min(from.getWidth(), under.getWidth());
                int height = Math.min(from.getHeight(), under.getHeight());
                Object pixel = null;
                Object made = null;
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        pixel = from.getDataElements(x + from.getMinX(), y + from.getMinY(), null);
                        int source = above.getRGB(pixel);
                        int ground =
                                below.getRGB(under.getDataElements(x + under.getMinX(), y + under.getMinY(), null));
                        made = below.getDataElements(laid(source, ground), made);
                        into.setDataElements(x + into.getMinX(), y + into.getMinY(), made);
                    }
                }
            }
        };
    }

    private int laid(int source, int ground) {
        float above = opacity * (source >>> 24) / 255f;
        float below = (ground >>> 24) / 255f;
        float both = above + below - above * below;
        if (above == 0 || both == 0) {
            return ground;
        }
        int argb = Math.round(both * 255) << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            float upper = (source >> shift & 255) / 255f;
            float lower = (ground >> shift & 255) / 255f;
            float color = (above * (1 - below) * upper
                            + above * below * mode.mixed(lower, upper)
                            + (1 - above) * below * lower)
                    / both;
            argb |= Math.max(0, Math.min(255, Math.round(color * 255))) << shift;
        }
        return argb;
    }
}

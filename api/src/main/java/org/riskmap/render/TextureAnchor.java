package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;

/**
 * Where the first tile of textures lies: on the origin of the map's coordinates, in whole pixels, so that a texture does not
 * move when the map does and goes on in the next picture, as GeoServer lays it. The picture's corner where nothing else is said.
 */
final class TextureAnchor extends RenderingHints.Key {

    private static final TextureAnchor KEY = new TextureAnchor();

    private TextureAnchor() {
        super(0);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
        return value instanceof Point2D;
    }

    static void set(Graphics2D canvas, Viewport viewport) {
        double x = -viewport.envelope().minX() / viewport.pixelWidth();
        double y = viewport.envelope().maxY() / viewport.pixelHeight();
        canvas.setRenderingHint(KEY, new Point2D.Double(Math.round(x), Math.round(y)));
    }

    /** From here on textures begin in the picture's corner: above a raster GeoServer lays them there. */
    static void forget(Graphics2D canvas) {
        canvas.setRenderingHint(KEY, new Point2D.Double());
    }

    static Point2D of(Graphics2D canvas) {
        return canvas.getRenderingHint(KEY) instanceof Point2D anchor ? anchor : new Point2D.Double();
    }
}

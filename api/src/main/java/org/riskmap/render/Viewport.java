package org.riskmap.render;

import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/**
 * What part of the world is drawn on how many pixels.
 *
 * @param envelope in {@code crs}, east first, with an area
 * @param crs of the map
 * @param width pixels
 * @param height pixels
 * @param dpi pixels per inch that symbols are made for; {@link #STANDARD_DPI} changes no size
 */
public record Viewport(Envelope envelope, Crs crs, int width, int height, double dpi) {

    /** A pixel of 0.28 mm (SLD 1.0, 10.2; WMS 1.3.0, 7.2.4.6.9). */
    public static final double STANDARD_DPI = 25.4 / 0.28;

    private static final double METRES_PER_DEGREE = Math.toRadians(6378137.0);
    private static final double METRES_PER_INCH = 0.0254;

    /** Width of a pixel in the unit of {@code crs}. */
    public double pixelWidth() {
        return envelope.width() / width;
    }

    /** Height of a pixel in the unit of {@code crs}. */
    public double pixelHeight() {
        return envelope.height() / height;
    }

    /** Metres on the ground along a pixel's width, degrees counted as on the equator (SLD 1.0, 10.2). */
    public double metresPerPixel() {
        return pixelWidth() * (crs.geographic() ? METRES_PER_DEGREE : 1);
    }

    /** The scale's denominator at the viewport's pixel size. */
    public double scaleDenominator() {
        return metresPerPixel() / (METRES_PER_INCH / dpi);
    }

    /** By how much symbols grow against the standard pixel. */
    public double symbolScale() {
        return dpi / STANDARD_DPI;
    }
}

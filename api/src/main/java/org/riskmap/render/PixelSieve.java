package org.riskmap.render;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Draws of all features that are smaller than a pixel only the first in each: the others could hardly be told from it. GeoServer
 * does the same. For one pass over one layer.
 */
final class PixelSieve {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final double spanX;
    private final double spanY;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final long[] taken;
    private final double[] pixel = new double[2];

    /**
     * @param spanX width of what counts as smaller than a pixel, in the source's unit
     * @param spanY its height
     * @param margin pixels around the picture in which features are told apart as well
     */
    PixelSieve(double spanX, double spanY, int width, int height, int margin) {
        this.spanX = spanX;
        this.spanY = spanY;
        this.left = -margin;
        this.top = -margin;
        this.width = width + 2 * margin;
        this.height = height + 2 * margin;
        this.taken = new long[(this.width * this.height + 63) / 64];
    }

    /**
     * The geometry to draw: the same where it is large enough, one of the size of a pixel for the first that is not in its pixel,
     * and null for those that come after it.
     */
    @Nullable
    Geometry sieved(Geometry geometry, ToScreen screen) {
        Envelope box = geometry.getEnvelopeInternal();
        if (geometry.getDimension() == 0 || !(box.getWidth() < spanX && box.getHeight() < spanY)) {
            return geometry;
        }
        double x = (box.getMinX() + box.getMaxX()) / 2;
        double y = (box.getMinY() + box.getMaxY()) / 2;
        if (!screen.pixel(x, y, pixel) || taken((int) pixel[0] - left, (int) pixel[1] - top)) {
            return null;
        }
        return ofOnePixel(geometry, x, y);
    }

    private boolean taken(int column, int row) {
        if (column < 0 || row < 0 || column >= width || row >= height) {
            return true;
        }
        int at = row * width + column;
        long bit = 1L << (at & 63);
        boolean before = (taken[at >> 6] & bit) != 0;
        taken[at >> 6] |= bit;
        return before;
    }

    private Geometry ofOnePixel(Geometry geometry, double x, double y) {
        if (geometry instanceof Point || geometry.getDimension() == 0) {
            return geometry;
        }
        double west = x - spanX / 2;
        double east = x + spanX / 2;
        double south = y - spanY / 2;
        double north = y + spanY / 2;
        if (geometry.getDimension() == 1) {
            return FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(west, south), new Coordinate(east, north)});
        }
        return FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(west, north),
            new Coordinate(east, north),
            new Coordinate(east, south),
            new Coordinate(west, south)
        });
    }
}

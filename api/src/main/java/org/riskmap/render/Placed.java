package org.riskmap.render;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A geometry put on the map: as plain numbers, and as a geometry in pixels made when first asked for. To be used again for the
 * next feature. One thread only.
 */
final class Placed {

    private final @Nullable ToScreen screen;
    private final PixelShape shape = new PixelShape();
    private final double[] position = new double[2];
    private @Nullable Geometry source;
    private @Nullable Geometry pixels;
    private boolean isPoint;

    Placed(ToScreen screen) {
        this.screen = screen;
    }

    private Placed(Geometry pixels) {
        this.screen = null;
        this.pixels = pixels;
    }

    /** Of a geometry that is in pixels already, and only to be had as such. */
    static Placed inPixels(Geometry pixels) {
        return new Placed(pixels);
    }

    /** Whether another geometry is placed now; not if it is empty or has no place on the map. */
    boolean set(Geometry geometry) {
        if (screen == null || geometry.isEmpty()) {
            return false;
        }
        source = geometry;
        pixels = null;
        shape.clear();
        isPoint = geometry instanceof Point;
        if (isPoint) {
            Point point = (Point) geometry;
            return screen.pixel(point.getX(), point.getY(), position);
        }
        screen.shape(geometry, shape);
        return shape.parts() > 0 || pixels() != null;
    }

    /** Its lines and areas; null where they are not to be had, or where there are none. */
    @Nullable
    PixelShape shape() {
        return screen == null || shape.parts() == 0 ? null : shape;
    }

    /** Where a single point lies, x and y; null where it is none. */
    double @Nullable [] position() {
        return isPoint ? position : null;
    }

    /** In pixels; null where it has no place on the map. */
    @Nullable
    Geometry pixels() {
        if (pixels == null && screen != null && source != null) {
            pixels = isPoint
                    ? source.getFactory().createPoint(new Coordinate(position[0], position[1]))
                    : screen.geometry(source);
        }
        return pixels;
    }
}

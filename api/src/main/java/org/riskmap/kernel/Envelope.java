package org.riskmap.kernel;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A rectangle along the axes, borders included, in the unit of its reference system; x is east, y is north. Never empty:
 * a point has equal corners.
 *
 * @param minX west
 * @param minY south
 * @param maxX east, not less than west
 * @param maxY north, not less than south
 */
public record Envelope(double minX, double minY, double maxX, double maxY) {

    /** Fails with {@link IllegalArgumentException} where a number is not finite or the corners are swapped. */
    public Envelope {
        if (!Double.isFinite(minX) || !Double.isFinite(minY) || !Double.isFinite(maxX) || !Double.isFinite(maxY)) {
            throw new IllegalArgumentException("an envelope needs four finite numbers");
        }
        if (minX > maxX || minY > maxY) {
            throw new IllegalArgumentException(
                    "an envelope's lower corner comes first: " + minX + "," + minY + "," + maxX + "," + maxY);
        }
    }

    /** The envelope of a geometry, which must not be empty. */
    public static Envelope of(Geometry geometry) {
        org.locationtech.jts.geom.Envelope box = geometry.getEnvelopeInternal();
        return new Envelope(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    /** Whether the two share at least a point. */
    public boolean intersects(Envelope other) {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }

    public boolean contains(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    /** Wider by the two amounts on each side, in the envelope's unit. */
    public Envelope grown(double byX, double byY) {
        return new Envelope(minX - byX, minY - byY, maxX + byX, maxY + byY);
    }

    /** The smallest envelope that holds both. */
    public Envelope union(Envelope other) {
        return new Envelope(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    /** The rectangle as a polygon; a point or a line where it has no area. */
    public Geometry toGeometry(GeometryFactory factory) {
        return factory.toGeometry(new org.locationtech.jts.geom.Envelope(minX, maxX, minY, maxY));
    }
}

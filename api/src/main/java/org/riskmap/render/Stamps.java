package org.riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A mark drawn once for each eighth of a pixel on which it can stand, and put down as a small picture: what is drawn a hundred
 * thousand times costs no path. Kept for all maps. Safe for many threads.
 */
final class Stamps {

    private static final int PLACES_IN_PIXEL = 8;
    private static final int MOST_LOOKS = 500;
    private static final double LARGEST_PIXELS = 48;

    private static final Map<Look, Stamps> KEPT = new ConcurrentHashMap<>();

    /**
     * How a mark looks.
     *
     * @param name of its shape
     * @param pixels by which the shape is made larger
     * @param turned radians, clockwise on the screen
     * @param fill null where it has none
     * @param line null where it has none
     * @param pen of the line; null where it has none
     */
    record Look(
            String name,
            double pixels,
            double turned,
            @Nullable Color fill,
            @Nullable Color line,
            @Nullable BasicStroke pen) {}

    private record Stamp(int[] pixels, int width) {}

    private final Look look;
    private final Shape shape;
    private final int half;
    private final AtomicReferenceArray<Stamp> places = new AtomicReferenceArray<>(PLACES_IN_PIXEL * PLACES_IN_PIXEL);

    private Stamps(Look look, Shape shape, int half) {
        this.look = look;
        this.shape = shape;
        this.half = half;
    }

    /** The stamps of a mark; null where it is too large to be kept. */
    static @Nullable Stamps of(Look look, Shape shape) {
        Stamps known = KEPT.get(look);
        if (known != null) {
            return known;
        }
        Rectangle2D box = shape.getBounds2D();
        double corner = Math.hypot(
                Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())),
                Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
        double reach =
                corner * look.pixels() + (look.pen() == null ? 0 : look.pen().getLineWidth());
        if (!(2 * reach <= LARGEST_PIXELS)) {
            return null;
        }
        if (KEPT.size() >= MOST_LOOKS) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(look, fresh -> new Stamps(fresh, shape, (int) Math.ceil(reach) + 1));
    }

    /** Puts the mark down, by at most a sixteenth of a pixel beside its place. */
    void put(Pixels pixels, double x, double y) {
        if (!(Math.abs(x) < 1e6 && Math.abs(y) < 1e6)) {
            return;
        }
        int eighthsX = (int) Math.floor(x * PLACES_IN_PIXEL + 0.5);
        int eighthsY = (int) Math.floor(y * PLACES_IN_PIXEL + 0.5);
        int partX = Math.floorMod(eighthsX, PLACES_IN_PIXEL);
        int partY = Math.floorMod(eighthsY, PLACES_IN_PIXEL);
        int place = partY * PLACES_IN_PIXEL + partX;
        Stamp stamp = places.getAcquire(place);
        if (stamp == null) {
            stamp = make((double) partX / PLACES_IN_PIXEL, (double) partY / PLACES_IN_PIXEL);
            places.setRelease(place, stamp);
        }
        pixels.stamp(
                stamp.pixels(),
                stamp.width(),
                (eighthsX - partX) / PLACES_IN_PIXEL - half,
                (eighthsY - partY) / PLACES_IN_PIXEL - half);
    }

    private Stamp make(double partX, double partY) {
        int side = 2 * half + 1;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        AffineTransform place = AffineTransform.getTranslateInstance(half + partX, half + partY);
        place.rotate(look.turned());
        place.scale(look.pixels(), -look.pixels());
        Shape placed = place.createTransformedShape(shape);
        if (look.fill() != null) {
            drawing.setColor(look.fill());
            drawing.fill(placed);
        }
        if (look.line() != null && look.pen() != null) {
            drawing.setColor(look.line());
            drawing.setStroke(look.pen());
            drawing.draw(placed);
        }
        drawing.dispose();
        return new Stamp(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), side);
    }
}

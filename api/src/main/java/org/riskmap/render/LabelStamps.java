package org.riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A label that stands upright, drawn once for each quarter of a pixel on which it can stand. Safe for many threads; all labels
 * together count their bytes, so that whoever keeps them can give them up.
 */
final class LabelStamps {

    private static final int PLACES_IN_PIXEL = 4;
    private static final int LARGEST_PIXELS = 20_000;
    private static final int AROUND_PIXELS = 2;
    private static final AtomicLong BYTES = new AtomicLong();

    /**
     * How the letters are painted.
     *
     * @param fill null where they are not
     * @param halo null where there is none
     * @param haloRadius pixels
     */
    record Coat(@Nullable Color fill, @Nullable Color halo, double haloRadius) {

        /** Draws letters over their halo. */
        void paint(PlainShapes canvas, PixelShape letters) {
            if (halo != null && haloRadius > 0) {
                canvas.draw(letters, pen(), halo);
            }
            if (fill != null) {
                canvas.fillNonZero(letters, fill);
            }
        }

        BasicStroke pen() {
            return new BasicStroke((float) (2 * haloRadius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
    }

    private final PixelShape letters;
    private final Coat coat;
    private final int right;
    private final int down;
    private final int width;
    private final int height;
    private final AtomicReferenceArray<int[]> places = new AtomicReferenceArray<>(PLACES_IN_PIXEL * PLACES_IN_PIXEL);

    /** @param letters that do not change any more, where the label stands on 0, 0 */
    LabelStamps(PixelShape letters, Coat coat) {
        this.letters = letters;
        this.coat = coat;
        double around = (coat.halo() == null ? 0 : Math.max(0, coat.haloRadius())) + AROUND_PIXELS;
        this.right = (int) Math.ceil(around - letters.minX());
        this.down = (int) Math.ceil(around - letters.minY());
        this.width = right + (int) Math.ceil(letters.maxX() + around);
        this.height = down + (int) Math.ceil(letters.maxY() + around);
    }

    /** Bytes of all labels' stamps since {@link #forgetBytes}. */
    static long bytes() {
        return BYTES.get();
    }

    static void forgetBytes() {
        BYTES.set(0);
    }

    /** Whether it is small enough to be kept. */
    boolean small() {
        return letters.parts() > 0 && width > 0 && height > 0 && (long) width * height <= LARGEST_PIXELS;
    }

    /** Puts the label down, by at most an eighth of a pixel beside its place. */
    void put(Pixels pixels, double x, double y) {
        int partsX = (int) Math.floor(x * PLACES_IN_PIXEL + 0.5);
        int partsY = (int) Math.floor(y * PLACES_IN_PIXEL + 0.5);
        int partX = Math.floorMod(partsX, PLACES_IN_PIXEL);
        int partY = Math.floorMod(partsY, PLACES_IN_PIXEL);
        int place = partY * PLACES_IN_PIXEL + partX;
        int[] stamp = places.getAcquire(place);
        if (stamp == null) {
            stamp = make((double) partX / PLACES_IN_PIXEL, (double) partY / PLACES_IN_PIXEL);
            places.setRelease(place, stamp);
            BYTES.addAndGet(4L * stamp.length);
        }
        pixels.stamp(
                stamp, width, (partsX - partX) / PLACES_IN_PIXEL - right, (partsY - partY) / PLACES_IN_PIXEL - down);
    }

    private int[] make(double partX, double partY) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        PlainShapes.offer(image, drawing);
        PlainShapes canvas = PlainShapes.of(drawing);
        if (canvas != null) {
            coat.paint(canvas, letters.moved(AffineTransform.getTranslateInstance(right + partX, down + partY)));
        }
        drawing.dispose();
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}

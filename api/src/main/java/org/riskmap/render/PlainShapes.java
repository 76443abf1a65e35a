package org.riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * Draws shapes of one colour with smoothed edges straight into a picture's pixels: what most maps consist of, several times
 * faster than through Java's graphics and alike. A canvas knows its own: {@link #of}. One thread only.
 */
final class PlainShapes {

    private static final RenderingHints.Key KEY = new Key();

    private static final class Key extends RenderingHints.Key {
        Key() {
            super(1);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof PlainShapes;
        }
    }

    private final Graphics2D canvas;
    private final Pixels pixels;
    private final Coverage coverage;
    private @Nullable BasicStroke lastPen;
    private @Nullable Nib lastNib;

    private PlainShapes(Graphics2D canvas, Pixels pixels) {
        this.canvas = canvas;
        this.pixels = pixels;
        this.coverage = new Coverage(pixels.width(), pixels.height());
    }

    /** Lets plain shapes be drawn into a picture beside its graphics, if edges are smoothed there. */
    static void offer(BufferedImage picture, Graphics2D canvas) {
        Pixels pixels = Pixels.of(picture);
        if (pixels != null
                && canvas.getRenderingHint(RenderingHints.KEY_ANTIALIASING) == RenderingHints.VALUE_ANTIALIAS_ON) {
            canvas.setRenderingHint(KEY, new PlainShapes(canvas, pixels));
        }
    }

    /** Those of a canvas; null where everything must be drawn through Java's graphics. */
    static @Nullable PlainShapes of(Graphics2D canvas) {
        return canvas.getRenderingHint(KEY) instanceof PlainShapes shapes && shapes.canvas == canvas ? shapes : null;
    }

    Pixels pixels() {
        return pixels;
    }

    /** Fills areas, each for itself: where two overlap is no hole. */
    void fill(PixelShape shape, Color color) {
        int part = 0;
        while (part < shape.parts()) {
            int next = part + 1;
            while (next < shape.parts() && shape.kind(next) == PixelShape.Part.HOLE) {
                next++;
            }
            if (shape.kind(part) != PixelShape.Part.LINE) {
                fill(shape, part, next, color);
            }
            part = next;
        }
    }

    private void fill(PixelShape shape, int part, int next, Color color) {
        double[] xy = shape.xy();
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = shape.start(part); i < shape.end(next - 1); i += 2) {
            minX = Math.min(minX, xy[i]);
            maxX = Math.max(maxX, xy[i]);
            minY = Math.min(minY, xy[i + 1]);
            maxY = Math.max(maxY, xy[i + 1]);
        }
        if (coverage.begin(minX, minY, maxX, maxY)) {
            for (int ring = part; ring < next; ring++) {
                for (int i = shape.start(ring) + 2; i < shape.end(ring); i += 2) {
                    coverage.edge(xy[i - 2], xy[i - 1], xy[i], xy[i + 1]);
                }
            }
            paint(color, true);
        }
    }

    /** Fills rings by how often they run around: what letters are made of. */
    void fillNonZero(PixelShape shape, Color color) {
        double[] xy = shape.xy();
        if (coverage.begin(shape.minX(), shape.minY(), shape.maxX(), shape.maxY())) {
            for (int ring = 0; ring < shape.parts(); ring++) {
                for (int i = shape.start(ring) + 2; i < shape.end(ring); i += 2) {
                    coverage.edge(xy[i - 2], xy[i - 1], xy[i], xy[i + 1]);
                }
            }
            paint(color, false);
        }
    }

    /** Draws along lines and around areas. Whether the pen is one that can be drawn so: it is solid. */
    boolean draw(PixelShape shape, BasicStroke pen, Color color) {
        if (pen.getDashArray() != null || !(pen.getLineWidth() > 0)) {
            return false;
        }
        Nib nib = nib(pen);
        double reach = nib.reach();
        if (coverage.begin(shape.minX() - reach, shape.minY() - reach, shape.maxX() + reach, shape.maxY() + reach)) {
            for (int part = 0; part < shape.parts(); part++) {
                nib.line(shape.xy(), shape.start(part), shape.end(part), shape.kind(part) != PixelShape.Part.LINE);
            }
            paint(color, false);
        }
        return true;
    }

    private Nib nib(BasicStroke pen) {
        if (lastNib == null || lastPen != pen) {
            lastPen = pen;
            lastNib = new Nib(
                    coverage, pen.getLineWidth(), pen.getLineJoin() == BasicStroke.JOIN_ROUND, cap(pen.getEndCap()));
        }
        return lastNib;
    }

    private static Nib.Cap cap(int code) {
        return switch (code) {
            case BasicStroke.CAP_ROUND -> Nib.Cap.ROUND;
            case BasicStroke.CAP_SQUARE -> Nib.Cap.SQUARE;
            default -> Nib.Cap.BUTT;
        };
    }

    private void paint(Color color, boolean evenOdd) {
        coverage.paint(pixels, color.getRGB() & 0xFFFFFF, color.getAlpha(), evenOdd);
    }
}

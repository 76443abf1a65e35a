package org.riskmap.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pixels of a picture, on which colours are laid without Java's graphics between. One thread only. */
final class Pixels {

    private static final int ALL = 255;
    private static final int RED_BLUE = 0xFF00FF;
    private static final int MANY = 12;
    private static final int HALF = 0x800080;
    private static final int OPAQUE = 0xFF000000;

    private final int[] argb;
    private final int width;
    private final int height;
    private final boolean opaque;
    private final boolean premultiplied;

    private Pixels(BufferedImage picture) {
        this.argb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        this.width = picture.getWidth();
        this.height = picture.getHeight();
        this.opaque = picture.getType() == BufferedImage.TYPE_INT_RGB;
        this.premultiplied = picture.getType() == BufferedImage.TYPE_INT_ARGB_PRE;
    }

    /** Those of a picture with or without transparency; null where it is of another kind. */
    static @Nullable Pixels of(BufferedImage picture) {
        return switch (picture.getType()) {
            case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE ->
                new Pixels(picture);
            default -> null;
        };
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Lays a colour over pixels beside each other.
     *
     * @param colour red, green and blue
     * @param alpha 0 to 255
     */
    void lay(int column, int row, int count, int colour, int alpha) {
        int at = row * width + column;
        if (alpha >= ALL) {
            int whole = colour | OPAQUE;
            if (count > MANY) {
                Arrays.fill(argb, at, at + count, whole);
                return;
            }
            for (int i = at; i < at + count; i++) {
                argb[i] = whole;
            }
            return;
        }
        for (int i = at; i < at + count; i++) {
            argb[i] = mixed(argb[i], colour, alpha);
        }
    }

    /**
     * Lays a small picture over this one, cut to it.
     *
     * @param stamp rows of pixels whose colours are multiplied by their alpha
     */
    void stamp(int[] stamp, int stampWidth, int left, int top) {
        int from = Math.max(0, -left);
        int to = Math.min(stampWidth, width - left);
        int rows = stamp.length / stampWidth;
        for (int y = Math.max(0, -top); y < rows && top + y < height; y++) {
            int at = (top + y) * width + left;
            int source = y * stampWidth;
            for (int x = from; x < to; x++) {
                int pixel = stamp[source + x];
                if (pixel <= 0xFFFFFF && pixel >= 0) {
                    continue; // clear
                }
                argb[at + x] = pixel >>> 24 == ALL ? pixel : over(argb[at + x], pixel);
            }
        }
    }

    private int over(int below, int premultiplied) {
        int alpha = premultiplied >>> 24;
        if (opaque || this.premultiplied || below >>> 24 == ALL) {
            return premultiplied + faded(below, ALL - alpha) | (opaque ? OPAQUE : 0);
        }
        int colour = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int channel = premultiplied >>> shift & ALL;
            colour |= Math.min(ALL, (channel * ALL + alpha / 2) / alpha) << shift;
        }
        return mixed(below, colour, alpha);
    }

    private int mixed(int below, int colour, int alpha) {
        if (opaque || below >>> 24 == ALL) {
            return between(below, colour, alpha) | OPAQUE;
        }
        return premultiplied
                ? faded(colour | OPAQUE, alpha) + faded(below, ALL - alpha)
                : onClear(below, colour, alpha);
    }

    /** Colour over what is partly clear; source: Porter and Duff, Compositing digital images, 1984. */
    private static int onClear(int below, int colour, int alpha) {
        int left = (below >>> 24) * (ALL - alpha);
        int sum = alpha * ALL + left;
        if (sum == 0) {
            return 0;
        }
        int mixed = (sum + ALL / 2) / ALL << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            int channel = (colour >>> shift & ALL) * alpha * ALL + (below >>> shift & ALL) * left;
            mixed |= (channel + sum / 2) / sum << shift;
        }
        return mixed;
    }

    /** Each of the four channels times part / 255, rounded. */
    private static int faded(int pixel, int part) {
        int redBlue = (pixel & RED_BLUE) * part + HALF;
        int alphaGreen = (pixel >>> 8 & RED_BLUE) * part + HALF;
        redBlue = redBlue + (redBlue >>> 8 & RED_BLUE) >>> 8 & RED_BLUE;
        alphaGreen = alphaGreen + (alphaGreen >>> 8 & RED_BLUE) & ~RED_BLUE;
        return redBlue | alphaGreen;
    }

    /** Red, green and blue between two colours, rounded. */
    private static int between(int below, int colour, int alpha) {
        int rest = ALL - alpha;
        int redBlue = (colour & RED_BLUE) * alpha + (below & RED_BLUE) * rest + HALF;
        int green = (colour >>> 8 & ALL) * alpha + (below >>> 8 & ALL) * rest + 128;
        redBlue = redBlue + (redBlue >>> 8 & RED_BLUE) >>> 8 & RED_BLUE;
        return redBlue | green + (green >>> 8) & 0xFF00;
    }
}

package org.riskmap.render;

import java.util.Arrays;

/**
 * How much of each pixel a shape covers, exactly, not by samples. Each edge of the shape is noted, in the pixels that it
 * crosses, by the area to its right; the sum along a row is the cover. Source: the accumulation buffers of font-rs
 * (Levien 2016) and stb_truetype 2 (Barrett 2015). Pixel 3 lies between 3 and 4. One thread only.
 */
final class Coverage {

    private static final int FIRST_CELLS = 1 << 14;
    private static final int FULL = 255;

    private final int pictureWidth;
    private final int pictureHeight;
    private float[] cells = new float[FIRST_CELLS];
    private int[] from;
    private int[] to;
    private int left;
    private int top;
    private int width;
    private int height;
    private int stride;
    private boolean whole;

    Coverage(int width, int height) {
        this.pictureWidth = width;
        this.pictureHeight = height;
        this.from = new int[0];
        this.to = new int[0];
    }

    /** Begins a shape that lies in a box; false where none of it can be seen, so that there is nothing to add. */
    boolean begin(double minX, double minY, double maxX, double maxY) {
        if (!(minX < pictureWidth && maxX > 0 && minY < pictureHeight && maxY > 0)) {
            return false;
        }
        left = (int) Math.max(0, minX);
        top = (int) Math.max(0, minY);
        width = (int) Math.min(pictureWidth, Math.ceil(maxX)) - left;
        height = (int) Math.min(pictureHeight, Math.ceil(maxY)) - top;
        if (width <= 0 || height <= 0) {
            return false;
        }
        whole = minX >= 0 && minY >= 0 && maxX <= pictureWidth && maxY <= pictureHeight;
        stride = width + 2;
        if (cells.length < stride * height) {
            cells = new float[Math.max(stride * height, 2 * cells.length)];
        }
        if (from.length < height) {
            from = new int[height + 64];
            to = new int[height + 64];
            Arrays.fill(from, Integer.MAX_VALUE);
            Arrays.fill(to, -1);
        }
        return true;
    }

    /** Adds an edge; the edges of a shape are closed rings. What lies outside the box, as only cut shapes do, is cut. */
    void edge(double x0, double y0, double x1, double y1) {
        if (y0 < y1) {
            down(x0 - left, y0 - top, x1 - left, y1 - top, 1);
        } else if (y1 < y0) {
            down(x1 - left, y1 - top, x0 - left, y0 - top, -1);
        }
    }

    private void down(double x0, double y0, double x1, double y1, float sign) {
        if (whole) {
            crossing(x0, y0, x1, y1, sign);
            return;
        }
        if (y1 <= 0 || y0 >= height) {
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        double highX = y0 < 0 ? x0 - y0 * slope : x0;
        double highY = Math.max(0, y0);
        double lowX = y1 > height ? x0 + (height - y0) * slope : x1;
        double lowY = Math.min(height, y1);
        besideEdges(highX, highY, lowX, lowY, sign);
    }

    /** What lies beside the box counts as if it ran along its side. */
    private void besideEdges(double x0, double y0, double x1, double y1, float sign) {
        if (x0 <= 0 && x1 <= 0) {
            crossing(0, y0, 0, y1, sign);
        } else if (x0 >= width && x1 >= width) {
            crossing(width, y0, width, y1, sign);
        } else if (Math.min(x0, x1) < 0) {
            cutAt(0, x0, y0, x1, y1, sign);
        } else if (Math.max(x0, x1) > width) {
            cutAt(width, x0, y0, x1, y1, sign);
        } else {
            crossing(x0, y0, x1, y1, sign);
        }
    }

    private void cutAt(double side, double x0, double y0, double x1, double y1, float sign) {
        double y = Math.max(y0, Math.min(y1, y0 + (side - x0) * (y1 - y0) / (x1 - x0)));
        besideEdges(x0, y0, side, y, sign);
        besideEdges(side, y, x1, y1, sign);
    }

    /** An edge inside the box that runs down. */
    private void crossing(double x0, double y0, double x1, double y1, float sign) {
        int row = (int) y0;
        if (y1 <= row + 1) {
            if (y1 > y0 && row < height) {
                inRow(row, x0, x1, (float) (y1 - y0) * sign);
            }
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        double next = between(x0, x0 + slope * (row + 1 - y0), x1);
        inRow(row, x0, next, (float) (row + 1 - y0) * sign);
        for (row++; row + 1 < y1; row++) {
            double x = next;
            next = between(x0, x0 + slope * (row + 1 - y0), x1);
            inRow(row, x, next, sign);
        }
        if (row < y1 && row < height) {
            inRow(row, next, x1, (float) (y1 - row) * sign);
        }
    }

    /** Nearly level edges are steep to reckon with: what comes out is kept between their ends. */
    private static double between(double x0, double x, double x1) {
        double west = x0 < x1 ? x0 : x1;
        double east = x0 < x1 ? x1 : x0;
        return x < west ? west : x > east ? east : x;
    }

    /** A piece of an edge inside one row; {@code high} is its height, negative where the edge runs up. */
    private void inRow(int row, double x0, double x1, float high) {
        double west = x0 < x1 ? x0 : x1;
        double east = x0 < x1 ? x1 : x0;
        int first = (int) west;
        int at = row * stride + first;
        if (first < from[row]) {
            from[row] = first;
        }
        int last;
        if (east <= first + 1) {
            float right = (float) ((west + east) / 2 - first) * high;
            cells[at] += high - right;
            cells[at + 1] += right;
            last = first + 1;
        } else {
            last = (int) Math.ceil(east);
            slanted(at, last - first, west - first, east - last + 1, high / (float) (east - west));
        }
        if (last > to[row]) {
            to[row] = last;
        }
    }

    /**
     * A piece over several pixels.
     *
     * @param steps how many
     * @param begin where in the first it begins
     * @param end where in the last it ends
     * @param perPixel height along the width of a pixel
     */
    private void slanted(int at, int steps, double begin, double end, float perPixel) {
        float first = (float) ((1 - begin) * (1 - begin) / 2);
        float tail = (float) (end * end / 2);
        float whole = (float) (steps - 1 - begin + end);
        cells[at] += perPixel * first;
        if (steps == 2) {
            cells[at + 1] += perPixel * (whole - first - tail);
        } else {
            float second = (float) (1.5 - begin);
            cells[at + 1] += perPixel * (second - first);
            for (int i = 2; i < steps - 1; i++) {
                cells[at + i] += perPixel;
            }
            float before = second + steps - 3;
            cells[at + steps - 1] += perPixel * (whole - before - tail);
        }
        cells[at + steps] += perPixel * tail;
    }

    /**
     * Colours what is covered and forgets the shape.
     *
     * @param evenOdd whether what is covered twice is a hole; else it is covered
     * @param alpha of the colour, 0 to 255
     */
    void paint(Pixels pixels, int colour, int alpha, boolean evenOdd) {
        for (int row = 0; row < height; row++) {
            int last = to[row];
            if (last >= 0) {
                paintRow(pixels, row, last < width ? last : width - 1, colour, alpha, evenOdd);
                cells[row * stride + width] = 0;
                cells[row * stride + width + 1] = 0;
                from[row] = Integer.MAX_VALUE;
                to[row] = -1;
            }
        }
    }

    private void paintRow(Pixels pixels, int row, int last, int colour, int alpha, boolean evenOdd) {
        int start = row * stride;
        float sum = 0;
        int column = from[row];
        while (column <= last) {
            sum += cells[start + column];
            cells[start + column] = 0;
            int begin = column++;
            while (column <= last && cells[start + column] == 0) {
                column++;
            }
            int cover = cover(sum, evenOdd);
            if (alpha < FULL) {
                cover = (cover * alpha + FULL / 2) / FULL;
            }
            if (cover > 0) {
                pixels.lay(left + begin, top + row, column - begin, colour, cover);
            }
        }
    }

    private static int cover(float sum, boolean evenOdd) {
        float part = Math.abs(sum);
        if (evenOdd && part > 1) {
            part = part % 2;
            part = part > 1 ? 2 - part : part;
        }
        return part >= 1 ? FULL : (int) (part * FULL + 0.5f);
    }
}

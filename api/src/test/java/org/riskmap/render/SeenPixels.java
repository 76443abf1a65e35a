package org.riskmap.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be seen in a picture, one expectation a line: {@code 10,20 #ff0000 why} for the colour of a pixel, {@code 10,20
 * 30,40 some #ff0000 why} for a rectangle in which the colour is seen, and {@code … only #ff0000 why} for one that shows
 * nothing else. Corners belong to the rectangle.
 */
final class SeenPixels {

    private static final int STEP = 24;
    private static final Pattern LINE =
            Pattern.compile("(\\d+),(\\d+)(?: (\\d+),(\\d+) (some|only))? #([0-9a-f]{6}) (.+)");

    private record Expected(int left, int top, int right, int bottom, boolean only, int rgb, String line) {
        boolean seenIn(BufferedImage picture) {
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    boolean same = !apart(overWhite(picture.getRGB(x, y)), rgb, STEP);
                    if (same != only) {
                        return same;
                    }
                }
            }
            return only;
        }
    }

    private final List<Expected> expected = new ArrayList<>();

    static SeenPixels read(Path file) throws IOException {
        SeenPixels pixels = new SeenPixels();
        for (String line : Files.readAllLines(file)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(file + ": '" + line + "' is no expectation");
            }
            int left = Integer.parseInt(parts.group(1));
            int top = Integer.parseInt(parts.group(2));
            pixels.expected.add(new Expected(
                    left,
                    top,
                    parts.group(3) == null ? left : Integer.parseInt(parts.group(3)),
                    parts.group(4) == null ? top : Integer.parseInt(parts.group(4)),
                    !"some".equals(parts.group(5)),
                    Integer.parseInt(parts.group(6), 16),
                    line));
        }
        return pixels;
    }

    /** The expectations that do not hold, with the colour of their first pixel. */
    List<String> missedIn(BufferedImage picture) {
        return expected.stream()
                .filter(each -> !each.seenIn(picture))
                .map(each ->
                        each.line() + String.format(" [#%06x]", overWhite(picture.getRGB(each.left(), each.top()))))
                .toList();
    }

    /** Share of pixels of which a channel differs by more than a step; 1 for other sizes. */
    static double shareApart(BufferedImage expected, BufferedImage drawn, int step) {
        if (expected.getWidth() != drawn.getWidth() || expected.getHeight() != drawn.getHeight()) {
            return 1;
        }
        long different = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                if (apart(expected.getRGB(x, y), drawn.getRGB(x, y), step)) {
                    different++;
                }
            }
        }
        return (double) different / ((long) drawn.getWidth() * drawn.getHeight());
    }

    private static boolean apart(int a, int b, int step) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((a >>> shift & 255) - (b >>> shift & 255)) > step) {
                return true;
            }
        }
        return false;
    }

    private static int overWhite(int argb) {
        int alpha = argb >>> 24;
        int rgb = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            rgb |= ((argb >>> shift & 255) * alpha / 255 + 255 - alpha) << shift;
        }
        return rgb;
    }
}

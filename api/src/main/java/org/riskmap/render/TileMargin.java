package org.riskmap.render;

import java.util.Map;

/**
 * GeoServer's vendor option {@code graphic-margin}: space around each tile of a graphic fill, or around the text before a graphic, in
 * whole pixels, written as CSS
 * writes margins (one number for all sides; two for top and bottom, right and left; three; four clockwise from the top).
 */
record TileMargin(int top, int right, int bottom, int left) {

    static final TileMargin NONE = new TileMargin(0, 0, 0, 0);

    /** None where the option is missing or cannot be read, as in GeoServer. */
    static TileMargin of(Map<String, String> options, double unit) {
        String written = options.getOrDefault("graphic-margin", "").strip();
        if (!written.matches("\\d+(\\s+\\d+){0,3}")) {
            return NONE;
        }
        String[] sides = written.split("\\s+");
        int[] pixels = new int[4];
        for (int side = 0; side < 4; side++) {
            int source = side < sides.length ? side : side == 3 && sides.length > 1 ? 1 : side == 1 ? 0 : 0;
            pixels[side] = (int) Math.min(1000, Math.round(Double.parseDouble(sides[source]) * unit));
        }
        return new TileMargin(pixels[0], pixels[1], pixels[2], pixels[3]);
    }

    boolean none() {
        return top == 0 && right == 0 && bottom == 0 && left == 0;
    }
}

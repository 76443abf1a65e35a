package org.riskmap.render;

import java.awt.Color;
import java.awt.Font;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;

/**
 * A label that wants a place.
 *
 * @param text not blank
 * @param font in pixels of the map
 * @param fill of the letters; null where they are not drawn
 * @param halo null where there is none
 * @param haloRadius pixels
 * @param place what it belongs to, in pixels, cut to the picture
 * @param anchor where it stands there
 * @param options vendor options
 * @param priority greater is placed first
 * @param shield drawn behind it; null where none
 * @param feature that it names
 * @param number counts the map's labels
 */
record Label(
        String text,
        Font font,
        @Nullable Color fill,
        @Nullable Color halo,
        double haloRadius,
        Geometry place,
        Anchor anchor,
        LabelOptions options,
        double priority,
        @Nullable SymbolPainter shield,
        Feature feature,
        int number) {

    /**
     * Where a label stands.
     *
     * @param alongLine whether lines carry it along their run
     * @param x part of its width, from the left, that lies on the point
     * @param y part of its height, from below, that lies on the point
     * @param right moved, pixels
     * @param up moved, pixels; for a label along a line: above it
     * @param rotation radians clockwise
     */
    record Anchor(boolean alongLine, double x, double y, double right, double up, double rotation) {}

    Label numbered(int count) {
        return new Label(text, font, fill, halo, haloRadius, place, anchor, options, priority, shield, feature, count);
    }

    /** The same label in letters of another height, pixels. */
    Label inSize(float pixels) {
        return new Label(
                text,
                font.deriveFont(pixels),
                fill,
                halo,
                haloRadius,
                place,
                anchor,
                options,
                priority,
                shield,
                feature,
                number);
    }

    Label at(Geometry other) {
        return new Label(text, font, fill, halo, haloRadius, other, anchor, options, priority, shield, feature, number);
    }
}

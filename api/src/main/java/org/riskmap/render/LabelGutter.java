package org.riskmap.render;

import java.util.Comparator;
import org.locationtech.jts.geom.Envelope;

/**
 * The strip around what is shown of a picture that is one of many side by side. A label that crosses the border to a
 * neighbour is drawn in part by each, so both must come to the same: only labels of points cross, within the strip on both sides
 * of the border, away from corners, before all other labels and in an order that does not depend on the picture. Both pictures have the
 * features for these labels, and nothing else takes their room.
 */
final class LabelGutter {

    /** By priority as all labels, then by what is the same in every picture. */
    static final Comparator<Label> ALIKE_IN_NEIGHBOURS = Comparator.comparingDouble(Label::priority)
            .reversed()
            .thenComparing(label -> String.valueOf(label.feature().id()))
            .thenComparing(Label::text);

    /** How many times the gutter labels stay away from corners, where four pictures meet. */
    private static final int CORNER = 2;

    private final int gutter;
    private final Envelope whole;
    private final double right;
    private final double bottom;

    /** @param gutter pixels on all sides; 0 where all of the picture is shown */
    LabelGutter(int width, int height, int gutter) {
        this.gutter = gutter;
        this.whole = new Envelope(0, width - 1, 0, height - 1);
        this.right = width - gutter;
        this.bottom = height - gutter;
    }

    boolean none() {
        return gutter == 0;
    }

    Envelope whole() {
        return whole;
    }

    /** A pixel less than is shown, as GeoServer keeps labels from the edge. */
    Envelope shown() {
        return new Envelope(gutter, right - 1, gutter, bottom - 1);
    }

    /** Labels of lines and areas stand where their geometry is cut, which is elsewhere in each picture. */
    static boolean mayCross(Label label) {
        return label.place().getDimension() == 0
                && label.place().getNumGeometries() == 1
                && !label.options().group()
                && label.options().conflictResolution()
                && label.options().minGroupDistance() <= 0;
    }

    /** Whether a box lies on a border, in the strip on both sides of it and away from corners. */
    boolean crosses(Envelope box) {
        boolean inHeight = box.getMinY() >= gutter + CORNER * gutter && box.getMaxY() <= bottom - 1 - CORNER * gutter;
        boolean inWidth = box.getMinX() >= gutter + CORNER * gutter && box.getMaxX() <= right - 1 - CORNER * gutter;
        return inHeight && (on(gutter, box.getMinX(), box.getMaxX()) || on(right, box.getMinX(), box.getMaxX()))
                || inWidth && (on(gutter, box.getMinY(), box.getMaxY()) || on(bottom, box.getMinY(), box.getMaxY()));
    }

    /** Neither on this side of the border nor on the other: each keeps a pixel from it. */
    private boolean on(double border, double low, double high) {
        return low < border && high > border - 1 && low >= border - gutter && high <= border + gutter - 1;
    }
}

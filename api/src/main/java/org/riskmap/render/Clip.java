package org.riskmap.render;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts geometry in pixels to what can be seen, so that dashes and huge polygons cost no more than the picture. */
final class Clip {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Envelope picture;
    private final Envelope seen;
    private final Geometry seenArea;
    private final Geometry pictureArea;

    /** @param margin pixels around the picture from which a symbol may reach into it */
    Clip(int width, int height, double margin) {
        this.picture = new Envelope(0, width, 0, height);
        this.seen = new Envelope(-margin, width + margin, -margin, height + margin);
        this.seenArea = FACTORY.toGeometry(seen);
        this.pictureArea = FACTORY.toGeometry(picture);
    }

    /** The part near the picture; the whole where cutting is not worth it; null where nothing is seen. */
    @Nullable
    Geometry near(Geometry pixels) {
        Envelope box = pixels.getEnvelopeInternal();
        if (!seen.intersects(box)) {
            return null;
        }
        boolean small = box.getWidth() < 3 * seen.getWidth() && box.getHeight() < 3 * seen.getHeight();
        return small || seen.contains(box) ? pixels : cut(pixels, seenArea);
    }

    /** The part inside the picture; null where there is none. */
    @Nullable
    Geometry inside(Geometry pixels) {
        Envelope box = pixels.getEnvelopeInternal();
        if (!picture.intersects(box)) {
            return null;
        }
        return picture.contains(box) ? pixels : cut(pixels, pictureArea);
    }

    private static @Nullable Geometry cut(Geometry pixels, Geometry area) {
        Geometry valid = pixels.getDimension() == 2 && !pixels.isValid() ? GeometryFixer.fix(pixels) : pixels;
        Geometry cut = OverlayNGRobust.overlay(valid, area, OverlayNG.INTERSECTION);
        return cut.isEmpty() ? null : cut;
    }
}

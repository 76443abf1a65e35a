package org.riskmap.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts geometry in pixels to what can be seen, so that dashes and huge polygons cost no more than the picture. */
final class Clip {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Envelope picture;
    private final Envelope seen;
    private final Window window;
    private final Geometry pictureArea;

    /** @param margin pixels around the picture in which what is drawn is kept */
    Clip(int width, int height, double margin) {
        this.picture = new Envelope(0, width, 0, height);
        this.seen = new Envelope(-margin, width + margin, -margin, height + margin);
        this.window = new Window(seen);
        this.pictureArea = FACTORY.toGeometry(picture);
    }

    /**
     * What of lines and areas lies in the picture and its margin; null where nothing. A cut area runs along the margin's edge
     * and need not be valid: it is good to be filled and outlined.
     */
    @Nullable
    Geometry near(Geometry pixels) {
        Envelope box = pixels.getEnvelopeInternal();
        if (!seen.intersects(box)) {
            return null;
        }
        return seen.contains(box) ? pixels : cut(pixels);
    }

    private @Nullable Geometry cut(Geometry pixels) {
        if (pixels instanceof LineString line) {
            List<LineString> pieces = window.pieces(line);
            return pieces.isEmpty() ? null : FACTORY.buildGeometry(pieces);
        }
        if (pixels instanceof Polygon polygon) {
            return cut(polygon);
        }
        if (!(pixels instanceof GeometryCollection)) {
            return pixels;
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < pixels.getNumGeometries(); i++) {
            Geometry part = near(pixels.getGeometryN(i));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : FACTORY.buildGeometry(parts);
    }

    private @Nullable Polygon cut(Polygon polygon) {
        LinearRing shell = window.ring(polygon.getExteriorRing());
        if (shell == null) {
            return null;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = window.ring(polygon.getInteriorRingN(i));
            if (hole != null) {
                holes.add(hole);
            }
        }
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    /** The part inside the picture, valid; null where there is none. */
    @Nullable
    Geometry inside(Geometry pixels) {
        Envelope box = pixels.getEnvelopeInternal();
        if (!picture.intersects(box)) {
            return null;
        }
        if (picture.contains(box)) {
            return pixels;
        }
        Geometry valid = pixels.getDimension() == 2 && !pixels.isValid() ? GeometryFixer.fix(pixels) : pixels;
        Geometry cut = OverlayNGRobust.overlay(valid, pictureArea, OverlayNG.INTERSECTION);
        return cut.isEmpty() ? null : cut;
    }
}

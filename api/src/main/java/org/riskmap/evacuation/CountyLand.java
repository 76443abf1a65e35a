package org.riskmap.evacuation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** The land of a county, of which other land is cut. Safe for many threads. */
final class CountyLand {

    private static final PrecisionModel WRITTEN = new PrecisionModel(Land.SCALE);

    /** So often is the county halved at most to find the part of it that lies around some land. */
    private static final int MOST_HALVINGS = 6;

    /** By this share a part is wider than it would have to be: no land ends on its side. */
    private static final double ROOM = 0.01;

    private final Geometry county;
    private final PreparedGeometry prepared;
    private final Envelope box;
    private final Map<Part, Geometry> parts = new ConcurrentHashMap<>();

    /** A square of the county; squares of one size overlap by half, so that land half as large lies wholly in one. */
    private record Part(int halvings, int column, int row) {}

    /** @param county polygons in degrees, not empty */
    CountyLand(Geometry county) {
        this.county = county;
        this.prepared = PreparedGeometryFactory.prepare(county);
        this.box = county.getEnvelopeInternal();
    }

    /**
     * The part of land that lies in the county, vertices on multiples of a centimetre; polygons, empty where there are none.
     *
     * @param land polygons in degrees
     */
    Geometry cut(Geometry land) {
        if (holds(land)) {
            return land;
        }
        Geometry around = around(land.getEnvelopeInternal());
        Geometry exact = OverlayNGRobust.overlay(land, around, OverlayNG.INTERSECTION);
        Geometry cut = Land.polygons(GeometryPrecisionReducer.reducePointwise(exact, WRITTEN));
        return cut.isValid() ? cut : Land.polygons(OverlayNG.overlay(land, around, OverlayNG.INTERSECTION, WRITTEN));
    }

    private boolean holds(Geometry land) {
        return prepared.covers(land.getFactory().toGeometry(land.getEnvelopeInternal())) || prepared.covers(land);
    }

    /** The county in a square around some land; a small one is cut many times faster than the whole. */
    private Geometry around(Envelope land) {
        double side = Math.max(box.getWidth(), box.getHeight());
        int halvings = 0;
        while (halvings < MOST_HALVINGS && Math.max(land.getWidth(), land.getHeight()) < side / 4) {
            side /= 2;
            halvings++;
        }
        if (halvings == 0) {
            return county;
        }
        double step = side / 2;
        int column = (int) Math.floor((land.getMinX() - box.getMinX()) / step);
        int row = (int) Math.floor((land.getMinY() - box.getMinY()) / step);
        Envelope square = new Envelope(
                box.getMinX() + column * step,
                box.getMinX() + (column + 2) * step,
                box.getMinY() + row * step,
                box.getMinY() + (row + 2) * step);
        square.expandBy(ROOM * side);
        return parts.computeIfAbsent(
                new Part(halvings, column, row),
                part -> Land.polygons(OverlayNGRobust.overlay(
                        county, county.getFactory().toGeometry(square), OverlayNG.INTERSECTION)));
    }
}

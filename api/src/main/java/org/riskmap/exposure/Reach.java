package org.riskmap.exposure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Which rings of which hazards a thing lies in. Safe for many threads once made. */
final class Reach {

    private final HazardIndex index;
    private final Distances distances;
    private final Side side;
    private final double mostM;
    private final @Nullable PreparedGeometry polygons;

    /**
     * A thing in a ring of a hazard.
     *
     * @param distanceM to the hazard; inwards from its edge where {@link Side#INSIDE} was asked for
     */
    record Hit(int hazard, int ring, double distanceM) {

        private static final Comparator<Hit> NEAREST = Comparator.comparingInt(Hit::ring)
                .thenComparingLong(hit -> Math.round(hit.distanceM * 1000))
                .thenComparingInt(Hit::hazard);
    }

    /** @param polygons the union of all polygons of hazards, for {@link Side#OUTSIDE}; null for the other sides */
    Reach(HazardIndex index, Distances distances, Side side, @Nullable Geometry polygons) {
        this.index = index;
        this.distances = distances;
        this.side = side;
        this.mostM = distances.most() + Distances.AT_THE_LIMIT_M;
        this.polygons = polygons == null || polygons.isEmpty() ? null : PreparedGeometryFactory.prepare(polygons);
    }

    /**
     * The innermost ring that holds a thing ({@linkplain Ellipsoid#followed followed}), of the hazards in whose such ring it
     * is the nearest one.
     */
    Optional<Hit> innermost(Geometry thing) {
        if (!distances.areTheSame() || side == Side.INSIDE) {
            return all(thing).stream().min(Hit.NEAREST);
        }
        return leftOut(thing)
                ? Optional.empty()
                : index.nearest(thing, mostM)
                        .map(near -> new Hit(
                                near.hazard(), distances.ringAt(near.hazard(), near.distanceM()), near.distanceM()));
    }

    /** All hazards in whose reach a thing lies, by number, each with the innermost of its rings. */
    List<Hit> all(Geometry thing) {
        if (side == Side.OUTSIDE && leftOut(thing)) {
            return List.of();
        }
        return index.contacts(thing, mostM).stream()
                .map(this::hit)
                .filter(hit -> hit.ring < distances.rings())
                .toList();
    }

    private Hit hit(Contact contact) {
        double distanceM = side == Side.INSIDE ? contact.depthM() : contact.distanceM();
        return new Hit(contact.hazard(), distances.ringAt(contact.hazard(), distanceM), distanceM);
    }

    private boolean leftOut(Geometry thing) {
        return side == Side.OUTSIDE
                && polygons != null
                && (thing instanceof Point ? index.inPolygon(thing.getCoordinate()) : polygons.covers(thing));
    }
}

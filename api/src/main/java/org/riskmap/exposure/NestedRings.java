package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * An area without another that lies wholly inside it. Their edges do not meet, so that no overlay is needed: every edge
 * ring is a shell or a hole by how many others are around it.
 */
final class NestedRings {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<LinearRing> rings = new ArrayList<>();
    private final STRtree index = new STRtree();

    private static final class Around {
        private final int number;
        private final IndexedPointInAreaLocator locator;

        Around(int number, LinearRing ring) {
            this.number = number;
            this.locator = new IndexedPointInAreaLocator(FACTORY.createPolygon(ring));
        }
    }

    private NestedRings(MultiPolygon outer, MultiPolygon inner) {
        collect(outer);
        collect(inner);
        rings.sort(
                Comparator.comparingDouble(ring -> -ring.getEnvelopeInternal().getArea()));
        for (int i = 0; i < rings.size(); i++) {
            index.insert(rings.get(i).getEnvelopeInternal(), new Around(i, rings.get(i)));
        }
    }

    /** The difference, or nothing where the two meet after all: then an overlay has to find out. */
    static Optional<MultiPolygon> difference(MultiPolygon outer, MultiPolygon inner) {
        return new NestedRings(outer, inner).polygons().filter(MultiPolygon::isValid);
    }

    private void collect(MultiPolygon area) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            rings.add(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole));
            }
        }
    }

    private Optional<MultiPolygon> polygons() {
        List<List<LinearRing>> holes = new ArrayList<>();
        int[] depths = new int[rings.size()];
        for (int i = 0; i < rings.size(); i++) {
            holes.add(new ArrayList<>());
        }
        for (int i = 0; i < rings.size(); i++) {
            int parent = -1; // the last, hence smallest, of those around
            for (Object found : index.query(rings.get(i).getEnvelopeInternal())) {
                Around around = (Around) found;
                if (around.number == i
                        || !rings.get(around.number)
                                .getEnvelopeInternal()
                                .contains(rings.get(i).getEnvelopeInternal())) {
                    continue;
                }
                int where = where(rings.get(i), around);
                if (where == Location.BOUNDARY) {
                    return Optional.empty();
                }
                if (where == Location.INTERIOR) {
                    depths[i]++;
                    parent = Math.max(parent, around.number);
                }
            }
            if (depths[i] % 2 == 1) {
                holes.get(parent).add(rings.get(i));
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            if (depths[i] % 2 == 0) {
                polygons.add(FACTORY.createPolygon(rings.get(i), holes.get(i).toArray(LinearRing[]::new)));
            }
        }
        return Optional.of(FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    /** Where a ring lies that does not cross the other: told by its first corner that is not on the other. */
    private static int where(LinearRing ring, Around around) {
        Coordinate[] corners = ring.getCoordinates();
        return Arrays.stream(corners)
                .limit(3)
                .mapToInt(around.locator::locate)
                .filter(location -> location != Location.BOUNDARY)
                .findFirst()
                .orElse(Location.BOUNDARY);
    }
}

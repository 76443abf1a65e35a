package org.riskmap.exposure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Hazards, arranged so that the nearest one to anything is found quickly. Exact: geodesic distance to edges that follow
 * great circles, 0 inside a polygon. Safe for many threads once made.
 */
final class HazardIndex {

    private final Pieces pieces = new Pieces();
    private final int[] hazardOfPiece;
    private final PieceTree tree;
    private final STRtree polygons = new STRtree();
    /** One position of every connected part, to find hazards that lie wholly inside something. */
    private final STRtree anyPositions = new STRtree();

    private record Area(int hazard, IndexedPointInAreaLocator locator) {}

    private record Somewhere(int hazard, Coordinate position) {}

    /**
     * @param hazards in the order of their ids; geometries in degrees, {@linkplain Ellipsoid#followed followed}
     */
    HazardIndex(List<Geometry> hazards) {
        int[] ends = new int[hazards.size()];
        for (int hazard = 0; hazard < hazards.size(); hazard++) {
            Geometry geometry = hazards.get(hazard);
            pieces.add(geometry);
            ends[hazard] = pieces.count();
            addAreas(hazard, geometry);
        }
        hazardOfPiece = new int[pieces.count()];
        for (int hazard = 0, piece = 0; hazard < ends.length; hazard++) {
            for (; piece < ends[hazard]; piece++) {
                hazardOfPiece[piece] = hazard;
            }
        }
        tree = new PieceTree(pieces);
        polygons.build();
        anyPositions.build();
    }

    private void addAreas(int hazard, Geometry geometry) {
        geometry.apply((GeometryComponentFilter) component -> {
            if (component instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.insert(
                        polygon.getEnvelopeInternal(), new Area(hazard, new IndexedPointInAreaLocator(polygon)));
            }
            if (component instanceof Point || component instanceof LineString) {
                @Nullable Coordinate position = component.getCoordinate();
                if (position != null) {
                    anyPositions.insert(new Envelope(position), new Somewhere(hazard, position));
                }
            }
        });
    }

    /**
     * The nearest hazard to a geometry in degrees ({@linkplain Ellipsoid#followed followed}), or nothing where all are
     * farther than {@code mostM}.
     */
    Optional<Nearness> nearest(Geometry geometry, double mostM) {
        Nearest best = new Nearest(mostM);
        Search search = new Search(best);
        geometry.apply((GeometryComponentFilter) component -> {
            if (component instanceof Point || component instanceof LineString) {
                search.insideHazards(component.getCoordinate());
            } else if (component instanceof Polygon polygon && !polygon.isEmpty()) {
                search.hazardsInside(polygon);
            }
        });
        Pieces own = new Pieces();
        own.add(geometry);
        double rough = mostM + Pieces.ROUGH_M;
        for (int k = 0; k < own.count(); k++) {
            rough = Math.min(rough, tree.nearestRoughM(own.ends(), 6 * k, rough));
        }
        for (int k = 0; k < own.count(); k++) {
            int at = 6 * k;
            tree.within(
                    own.ends(),
                    at,
                    rough + 2 * Pieces.ROUGH_M,
                    piece -> best.found(hazardOfPiece[piece], Pieces.exactM(own.ends(), at, pieces.ends(), 6 * piece)));
        }
        return Optional.ofNullable(best.best);
    }

    /** Whether a place lies in a polygon of any hazard, its edge included. */
    boolean inPolygon(Coordinate position) {
        for (Object found : polygons.query(new Envelope(position))) {
            if (((Area) found).locator.locate(position) != Location.EXTERIOR) {
                return true;
            }
        }
        return false;
    }

    /**
     * All hazards no farther than {@code mostM} from a geometry in degrees ({@linkplain Ellipsoid#followed followed}), by
     * number. Parts of the geometry are looked at one by one; of several contacts with a hazard the nearest is told.
     */
    List<Contact> contacts(Geometry geometry, double mostM) {
        Map<Integer, Contact> contacts = new TreeMap<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof GeometryCollection) {
                contacts(part, mostM).forEach(one -> contacts.merge(one.hazard(), one, HazardIndex::nearer));
            } else if (!part.isEmpty()) {
                partContacts(part, mostM).forEach(one -> contacts.merge(one.hazard(), one, HazardIndex::nearer));
            }
        }
        return List.copyOf(contacts.values());
    }

    /** The deeper or nearer one: less depth, then less distance. */
    private static Contact nearer(Contact a, Contact b) {
        int byDepth = Double.compare(a.depthM(), b.depthM());
        return byDepth < 0 || byDepth == 0 && a.distanceM() <= b.distanceM() ? a : b;
    }

    private List<Contact> partContacts(Geometry part, double mostM) {
        Set<Integer> holding = new TreeSet<>();
        Set<Integer> held = new TreeSet<>();
        new Search((hazard, distanceM) -> holding.add(hazard)).insideHazards(part.getCoordinate());
        if (part instanceof Polygon polygon) {
            new Search((hazard, distanceM) -> held.add(hazard)).hazardsInside(polygon);
        }
        Map<Integer, Double> edges = edgesM(part, mostM);
        Set<Integer> all = new TreeSet<>(edges.keySet());
        all.addAll(holding);
        all.addAll(held);
        return all.stream()
                .map(hazard -> new Contact(
                        hazard,
                        edges.getOrDefault(hazard, Double.POSITIVE_INFINITY),
                        holding.contains(hazard),
                        held.contains(hazard)))
                .toList();
    }

    /** Geodesic distance to the points and edges of each hazard that are no farther than so many metres. */
    private Map<Integer, Double> edgesM(Geometry part, double mostM) {
        Pieces own = new Pieces();
        own.add(part);
        Map<Integer, Double> exact = new HashMap<>();
        Map<Integer, Double> rough = new HashMap<>();
        for (int k = 0; k < own.count(); k++) {
            int at = 6 * k;
            tree.within(own.ends(), at, mostM + Pieces.ROUGH_M, piece -> {
                int hazard = hazardOfPiece[piece];
                double roughM = Pieces.roughM(own.ends(), at, pieces.ends(), 6 * piece);
                double least = rough.merge(hazard, roughM, Math::min);
                if (roughM <= least + 2 * Pieces.ROUGH_M) {
                    double distanceM = Pieces.exactM(own.ends(), at, pieces.ends(), 6 * piece);
                    if (distanceM <= mostM) {
                        exact.merge(hazard, distanceM, Math::min);
                    }
                }
            });
        }
        return exact;
    }

    /** Is told of hazards and how far they are. */
    private interface Found {
        void found(int hazard, double distanceM);
    }

    private static final class Nearest implements Found {

        private final double mostM;
        private @Nullable Nearness best;

        Nearest(double mostM) {
            this.mostM = mostM;
        }

        @Override
        public void found(int hazard, double distanceM) {
            if (distanceM <= mostM) {
                Nearness one = new Nearness(hazard, distanceM);
                best = best == null ? one : Nearness.nearer(best, one);
            }
        }
    }

    private final class Search {

        private final Found told;

        Search(Found told) {
            this.told = told;
        }

        void insideHazards(@Nullable Coordinate position) {
            if (position == null) {
                return;
            }
            for (Object found : polygons.query(new Envelope(position))) {
                Area area = (Area) found;
                if (area.locator.locate(position) != Location.EXTERIOR) {
                    told.found(area.hazard, 0);
                }
            }
        }

        void hazardsInside(Polygon polygon) {
            List<?> candidates = anyPositions.query(polygon.getEnvelopeInternal());
            if (candidates.isEmpty()) {
                return;
            }
            IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(polygon);
            for (Object found : candidates) {
                Somewhere somewhere = (Somewhere) found;
                if (inside.locate(somewhere.position) != Location.EXTERIOR) {
                    told.found(somewhere.hazard, 0);
                }
            }
        }
    }
}

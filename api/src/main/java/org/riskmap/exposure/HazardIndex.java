package org.riskmap.exposure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
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
        Search search = new Search(mostM);
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
                    piece -> search.found(
                            hazardOfPiece[piece], Pieces.exactM(own.ends(), at, pieces.ends(), 6 * piece)));
        }
        return Optional.ofNullable(search.best);
    }

    private final class Search {

        private final double mostM;
        private @Nullable Nearness best;

        Search(double mostM) {
            this.mostM = mostM;
        }

        void found(int hazard, double distanceM) {
            if (distanceM <= mostM) {
                Nearness one = new Nearness(hazard, distanceM);
                best = best == null ? one : Nearness.nearer(best, one);
            }
        }

        void insideHazards(@Nullable Coordinate position) {
            if (position == null) {
                return;
            }
            for (Object found : polygons.query(new Envelope(position))) {
                Area area = (Area) found;
                if (area.locator.locate(position) != Location.EXTERIOR) {
                    found(area.hazard, 0);
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
                    found(somewhere.hazard, 0);
                }
            }
        }
    }
}

package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.riskmap.evacuation.Coverage.Catchment;

/**
 * Land by nearest shelter, before it is cut at the county's border and its people are counted.
 *
 * @param pieces not overlapping, by shelter
 * @param warnings what a careful reader must know
 */
record Land(List<Piece> pieces, List<String> warnings) {

    /** As many digits as coordinates are written with: what is counted is what is shown. */
    private static final PrecisionModel WRITTEN = new PrecisionModel(1e9);

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The land of one shelter: polygons in degrees. */
    record Piece(int shelter, Geometry land) {}

    /** The catchments inside the county, where there is one, with the settlements inside each; borders belong to the first. */
    List<Catchment> counted(Question question, Reach reach, @Nullable Geometry county) {
        STRtree settlements = new STRtree();
        for (int i = 0; i < question.settlements().size(); i++) {
            Settlement settlement = question.settlements().get(i);
            settlements.insert(
                    new org.locationtech.jts.geom.Envelope(new Coordinate(settlement.lon(), settlement.lat())), i);
        }
        settlements.build();
        PreparedGeometry border = county == null ? null : PreparedGeometryFactory.prepare(county);
        boolean[] counted = new boolean[question.settlements().size()];
        List<Catchment> catchments = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean whole = county == null || border == null || border.covers(piece.land());
            Geometry land = whole ? piece.land() : cut(piece.land(), county);
            if (!land.isEmpty()) {
                catchments.add(catchment(piece.shelter(), land, settlements, counted, question, reach));
            }
        }
        return catchments;
    }

    private static Catchment catchment(
            int shelter, Geometry land, STRtree settlements, boolean[] counted, Question question, Reach reach) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(land);
        long population = 0;
        Long longest = null;
        for (Object item : settlements.query(land.getEnvelopeInternal())) {
            int i = (Integer) item;
            Settlement settlement = question.settlements().get(i);
            if (!counted[i]
                    && locator.locate(new Coordinate(settlement.lon(), settlement.lat())) != Location.EXTERIOR) {
                counted[i] = true;
                population += settlement.population();
                Way way = reach.nearest()[i];
                longest = way == null || longest != null && longest > way.travelTimeS() ? longest : way.travelTimeS();
            }
        }
        return new Catchment(shelter, land, population, longest);
    }

    private static Geometry cut(Geometry land, Geometry county) {
        return polygons(OverlayNG.overlay(land, county, OverlayNG.INTERSECTION, WRITTEN));
    }

    /** The polygons of a geometry as one multipolygon; empty where it has none. */
    static Geometry polygons(Geometry geometry) {
        List<Polygon> parts = new ArrayList<>();
        for (Object part : PolygonExtracter.getPolygons(geometry)) {
            parts.add((Polygon) part);
        }
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }
}

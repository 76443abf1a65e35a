package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.riskmap.evacuation.Coverage.Catchment;

/**
 * Land by nearest shelter, before it is cut at the county's border and its people are counted.
 *
 * @param pieces not overlapping, by shelter
 * @param warnings what a careful reader must know
 */
record Land(List<Piece> pieces, List<String> warnings) {

    /** Vertices lie on multiples of its inverse in degrees, a centimetre: what is counted is what is shown. */
    static final double SCALE = 1e7;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The land of one shelter: polygons in degrees. */
    record Piece(int shelter, Geometry land) {}

    /** The catchments inside the county, where there is one, with the settlements inside each; borders belong to the first. */
    List<Catchment> counted(Question question, Reach reach, AdminAreas.State areas) {
        STRtree settlements = new STRtree();
        for (int i = 0; i < question.settlements().size(); i++) {
            Settlement settlement = question.settlements().get(i);
            settlements.insert(
                    new org.locationtech.jts.geom.Envelope(new Coordinate(settlement.lon(), settlement.lat())), i);
        }
        settlements.build();
        boolean[] counted = new boolean[question.settlements().size()];
        List<Geometry> inside = pieces.parallelStream()
                .map(piece -> areas.inCounty(piece.land()))
                .toList();
        List<Catchment> catchments = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            if (!inside.get(i).isEmpty()) {
                catchments.add(
                        catchment(pieces.get(i).shelter(), inside.get(i), settlements, counted, question, reach));
            }
        }
        return catchments;
    }

    private static Catchment catchment(
            int shelter, Geometry land, STRtree settlements, boolean[] counted, Question question, Reach reach) {
        long population = 0;
        Long longest = null;
        for (Object item : settlements.query(land.getEnvelopeInternal())) {
            int i = (Integer) item;
            Settlement settlement = question.settlements().get(i);
            if (!counted[i]
                    && SimplePointInAreaLocator.locate(new Coordinate(settlement.lon(), settlement.lat()), land)
                            != Location.EXTERIOR) {
                counted[i] = true;
                population += settlement.population();
                longest = longer(longest, reach.nearest()[i]);
            }
        }
        return new Catchment(shelter, land, population, longest);
    }

    /** The longer time of the two, in seconds; a settlement on a shelter's land may itself have no way. */
    static @Nullable Long longer(@Nullable Long longest, @Nullable Way way) {
        return way == null || longest != null && longest >= way.travelTimeS()
                ? longest
                : Long.valueOf(way.travelTimeS());
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

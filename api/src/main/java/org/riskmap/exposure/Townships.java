package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.riskmap.kernel.Feature;

/** Administrative areas, by which exposed people and things are summed up too. */
public final class Townships {

    /** What lies in none of the areas. */
    public static final int NOWHERE = -1;

    private final List<Feature> areas;
    private final STRtree index = new STRtree();

    private record Area(int number, IndexedPointInAreaLocator locator, PreparedGeometry land) {}

    /** @param areas with {@code code} and {@code name} */
    public Townships(List<Feature> areas) {
        this.areas = areas.stream()
                .sorted(Comparator.comparing(
                        area -> String.valueOf(area.properties().get("code"))))
                .toList();
        for (int i = 0; i < this.areas.size(); i++) {
            Geometry land = this.areas.get(i).geometry();
            index.insert(
                    land.getEnvelopeInternal(),
                    new Area(i, new IndexedPointInAreaLocator(land), PreparedGeometryFactory.prepare(land)));
        }
        index.build();
    }

    /** By code: an area's number is its place here. */
    public List<Feature> areas() {
        return areas;
    }

    /** What of a line or polygon lies in which area, by the area's number; itself where one area holds all of it. */
    public Map<Integer, Geometry> pieces(Geometry thing) {
        Map<Integer, Geometry> pieces = new TreeMap<>();
        List<Area> near = new ArrayList<>();
        for (Object found : index.query(thing.getEnvelopeInternal())) {
            near.add((Area) found);
        }
        near.sort(Comparator.comparingInt(Area::number));
        for (Area area : near) {
            if (area.land.covers(thing)) {
                return Map.of(area.number, thing);
            }
        }
        for (Area area : near) {
            if (area.land.intersects(thing)) {
                Geometry piece = Buffers.shared(thing, areas.get(area.number).geometry());
                if (piece.getDimension() == thing.getDimension()) {
                    pieces.put(area.number, piece);
                }
            }
        }
        return pieces;
    }

    /** Number of the area that holds a thing, lines and polygons by a point in them, borders included; the least of several. */
    public int of(Geometry thing) {
        Coordinate place = thing instanceof Point
                ? thing.getCoordinate()
                : thing.getInteriorPoint().getCoordinate();
        List<Integer> holding = new ArrayList<>();
        for (Object found : index.query(new Envelope(place))) {
            Area area = (Area) found;
            if (area.locator.locate(place) != Location.EXTERIOR) {
                holding.add(area.number);
            }
        }
        return holding.stream().min(Integer::compare).orElse(NOWHERE);
    }
}

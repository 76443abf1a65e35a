package org.riskmap.network;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.WKBWriter;
import org.riskmap.ToyTown;
import org.riskmap.elevation.Heights;

/** Roads drawn in metres east and north of the toy town's origin, for tests. */
public final class Drawn {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<RoadLine> roads = new ArrayList<>();
    private final List<Geometry> rivers = new ArrayList<>();

    /** A two-way residential road through x0, y0, x1, y1, …. */
    public Drawn road(String id, double... xy) {
        return road(id, "residential", "no", xy);
    }

    public Drawn road(String id, String roadClass, @Nullable String oneway, double... xy) {
        return road(new RoadLine(id, roadClass, oneway, 36.0, null, null, false, wkb(line(xy))));
    }

    public Drawn road(RoadLine road) {
        roads.add(road);
        return this;
    }

    public Drawn river(double... xy) {
        rivers.add(line(xy));
        return this;
    }

    public RoadNetwork network(@Nullable Heights heights) {
        RoadGraphBuilder builder = new RoadGraphBuilder(heights);
        roads.forEach(builder::add);
        return new RoadNetwork(builder.build(), new Rivers(rivers), heights);
    }

    public RoadNetwork network() {
        return network(null);
    }

    public RoadGraph graph() {
        return network().graph();
    }

    public static LineString line(double... xy) {
        return FACTORY.createLineString(positions(xy));
    }

    /** In WKB as JTS writes it. */
    static ByteBuffer wkb(Geometry geometry) {
        return ByteBuffer.wrap(new WKBWriter().write(geometry));
    }

    public static Geometry polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        System.arraycopy(positions(xy), 0, ring, 0, xy.length / 2);
        ring[xy.length / 2] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    private static Coordinate[] positions(double... xy) {
        Coordinate[] positions = new Coordinate[xy.length / 2];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Coordinate(ToyTown.lon(xy[2 * i], xy[2 * i + 1]), ToyTown.lat(xy[2 * i + 1]));
        }
        return positions;
    }
}

package org.riskmap.exposure;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The drawn areas, in degrees.
 *
 * @param side that was asked for
 * @param around by ring, then by hazard: all within the ring's outer distance of the hazard; empty where nobody asks for each
 * @param together by ring: all within the outer distance of any hazard
 * @param circles by ring: the same before a side was cut away; where the inside was asked for, of the edges only
 */
record RingAreas(Side side, List<List<Geometry>> around, List<MultiPolygon> together, List<MultiPolygon> circles) {

    private static final MultiPolygon NOTHING = new GeometryFactory().createMultiPolygon();

    static RingAreas of(
            List<Geometry> hazards,
            Distances distances,
            Side side,
            MultiPolygon polygons,
            boolean each,
            RadiusError error,
            IntConsumer percent) {
        AtomicInteger done = new AtomicInteger();
        List<Geometry> drawn = side == Side.INSIDE
                ? hazards.stream().map(hazard -> edges(hazard)).toList()
                : hazards;
        BufferChunks chunks = new BufferChunks(drawn, distances);
        List<MultiPolygon> circles = IntStream.range(0, distances.rings())
                .parallel()
                .mapToObj(ring -> {
                    MultiPolygon area =
                            Buffers.withoutFalseHoles(chunks.within(ring), corner -> error.isOutside(corner, ring));
                    percent.accept(percent(done, distances));
                    return area;
                })
                .toList();
        boolean one = each || side == Side.INSIDE;
        List<List<Geometry>> around = IntStream.range(0, distances.rings())
                .parallel()
                .mapToObj(ring -> {
                    List<Geometry> areas = one ? around(hazards, distances, ring, side) : List.<Geometry>of();
                    percent.accept(percent(done, distances));
                    return areas;
                })
                .toList();
        List<MultiPolygon> together = IntStream.range(0, distances.rings())
                .mapToObj(ring -> switch (side) {
                    case BOTH -> circles.get(ring);
                    case OUTSIDE -> Buffers.without(circles.get(ring), polygons);
                    case INSIDE -> around.get(ring).isEmpty() ? NOTHING : Buffers.union(around.get(ring));
                })
                .toList();
        return new RingAreas(side, around, together, circles);
    }

    /** Where nothing is drawn. */
    static RingAreas nothing(Side side, int rings) {
        List<MultiPolygon> none = Collections.nCopies(rings, NOTHING);
        return new RingAreas(side, List.of(), none, none);
    }

    private static Geometry edges(Geometry hazard) {
        return Buffers.polygons(List.of(hazard)).getBoundary();
    }

    private static List<Geometry> around(List<Geometry> hazards, Distances distances, int ring, Side side) {
        return IntStream.range(0, hazards.size())
                .parallel()
                .mapToObj(number -> {
                    Geometry hazard = hazards.get(number);
                    double distanceM = distances.of(number, ring);
                    return side == Side.INSIDE
                            ? Buffers.inside(hazard, distanceM)
                            : side == Side.OUTSIDE
                                    ? Buffers.without(
                                            Buffers.union(List.of(Buffers.around(hazard, distanceM))),
                                            Buffers.polygons(List.of(hazard)))
                                    : Buffers.around(hazard, distanceM);
                })
                .toList();
    }

    /** Two steps per distance, from 60 to 90. */
    private static int percent(AtomicInteger done, Distances distances) {
        return 60 + 30 * done.incrementAndGet() / (2 * distances.rings());
    }

    /** The ring of all hazards. */
    MultiPolygon ring(int number) {
        return ring(together.get(number), number == 0 ? NOTHING : together.get(number - 1));
    }

    /** The ring of one hazard alone. */
    MultiPolygon ring(int hazard, int number) {
        return ring(
                Buffers.union(List.of(around.get(number).get(hazard))),
                number == 0
                        ? NOTHING
                        : Buffers.union(List.of(around.get(number - 1).get(hazard))));
    }

    private MultiPolygon ring(MultiPolygon outer, MultiPolygon inner) {
        return side == Side.BOTH ? Buffers.difference(outer, inner) : Buffers.without(outer, inner);
    }
}

package org.riskmap.exposure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The drawn areas, in degrees.
 *
 * @param around by distance, then by hazard: all within that distance of the hazard; empty where nobody asks for each
 * @param together by distance: all within that distance of any hazard
 */
record RingAreas(List<List<Geometry>> around, List<MultiPolygon> together) {

    private static final MultiPolygon NOTHING = new GeometryFactory().createMultiPolygon();

    static RingAreas of(List<Geometry> hazards, double[] distancesM, boolean each, IntConsumer percent) {
        AtomicInteger done = new AtomicInteger();
        BufferChunks chunks = new BufferChunks(hazards);
        List<MultiPolygon> together = Arrays.stream(distancesM)
                .parallel()
                .mapToObj(distanceM -> {
                    MultiPolygon area = chunks.within(distanceM);
                    percent.accept(percent(done, distancesM));
                    return area;
                })
                .toList();
        List<List<Geometry>> around = Arrays.stream(distancesM)
                .parallel()
                .mapToObj(distanceM -> {
                    List<Geometry> areas = each
                            ? hazards.stream()
                                    .parallel()
                                    .map(hazard -> Buffers.around(hazard, distanceM))
                                    .toList()
                            : List.<Geometry>of();
                    percent.accept(percent(done, distancesM));
                    return areas;
                })
                .toList();
        return new RingAreas(around, together);
    }

    /** Two steps per distance, from 60 to 90. */
    private static int percent(AtomicInteger done, double[] distancesM) {
        return 60 + 30 * done.incrementAndGet() / (2 * distancesM.length);
    }

    /** The ring of all hazards. */
    MultiPolygon ring(int number) {
        return Buffers.difference(together.get(number), number == 0 ? NOTHING : together.get(number - 1));
    }

    /** The ring of one hazard alone. */
    MultiPolygon ring(int hazard, int number) {
        return Buffers.difference(
                Buffers.union(List.of(around.get(number).get(hazard))),
                number == 0
                        ? NOTHING
                        : Buffers.union(List.of(around.get(number - 1).get(hazard))));
    }
}

package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The drawn areas, in degrees.
 *
 * @param around by distance, then by hazard: all within that distance of the hazard; empty where nobody asks for each
 * @param together by distance: all within that distance of any hazard
 */
record RingAreas(List<List<Geometry>> around, List<Geometry> together) {

    static RingAreas of(List<Geometry> hazards, double[] distancesM, boolean each, IntConsumer percent) {
        List<List<Geometry>> around = new ArrayList<>();
        List<Geometry> together = new ArrayList<>();
        for (int k = 0; k < distancesM.length; k++) {
            double distanceM = distancesM[k];
            List<Geometry> areas = IntStream.range(0, hazards.size())
                    .parallel()
                    .mapToObj(i -> Buffers.around(hazards.get(i), distanceM))
                    .toList();
            if (each) {
                around.add(areas);
            }
            together.add(Buffers.union(areas));
            percent.accept(60 + 30 * (k + 1) / distancesM.length);
        }
        return new RingAreas(around, together);
    }

    /** The ring of all hazards. */
    MultiPolygon ring(int number) {
        return ring(together.get(number), number == 0 ? null : together.get(number - 1));
    }

    /** The ring of one hazard alone. */
    MultiPolygon ring(int hazard, int number) {
        return ring(
                around.get(number).get(hazard),
                number == 0 ? null : around.get(number - 1).get(hazard));
    }

    private static MultiPolygon ring(Geometry outer, @org.jspecify.annotations.Nullable Geometry inner) {
        return Buffers.difference(outer, inner == null ? outer.getFactory().createMultiPolygon() : inner);
    }
}

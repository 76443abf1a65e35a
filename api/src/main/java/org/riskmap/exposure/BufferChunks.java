package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * All hazards in handfuls of neighbours, projected once: each handful is buffered in one go, which resolves overlaps at
 * once, before the handfuls are united.
 */
final class BufferChunks {

    /** Fewer leave more to unite, more leave more edges that cross in one buffer. */
    private static final int MOST_TOGETHER = 16;
    /** Along the parallel a handful is not wider than this: the scale changes. */
    private static final double STRIP_DEGREES = 0.3;

    private static final int HILBERT_LEVEL = 12;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Geometry> themselves = new ArrayList<>();

    /** @param distancesM of its hazards, ring by ring */
    private record Chunk(ThreeDegreeZone zone, Geometry metres, double[] distancesM) {}

    /** @param reach number of the first hazard with the same distances */
    private record Placed(int reach, int strip, int hilbert, Geometry part) {

        boolean beside(Placed other) {
            return reach == other.reach && strip == other.strip;
        }
    }

    /** @param hazards in degrees, {@linkplain Ellipsoid#followed followed} */
    BufferChunks(List<Geometry> hazards, Distances distances) {
        Envelope all = new Envelope();
        hazards.forEach(hazard -> all.expandToInclude(hazard.getEnvelopeInternal()));
        List<Placed> placed = new ArrayList<>();
        Map<List<Double>, Integer> reaches = new HashMap<>();
        for (int hazard = 0; hazard < hazards.size(); hazard++) {
            List<Double> distancesM =
                    Arrays.stream(distances.of(hazard)).boxed().toList();
            int reach = reaches.merge(distancesM, hazard, (first, again) -> first);
            for (Geometry part : Buffers.parts(hazards.get(hazard))) {
                if (Buffers.tooWide(part)) {
                    themselves.add(part); // its edge follows in pieces
                } else {
                    placed.add(placed(reach, part, all));
                }
            }
        }
        placed.sort(Comparator.comparingInt(Placed::reach)
                .thenComparingInt(Placed::strip)
                .thenComparingInt(Placed::hilbert));
        for (int from = 0, to; from < placed.size(); from = to) {
            to = from + 1;
            while (to < placed.size()
                    && to - from < MOST_TOGETHER
                    && placed.get(to).beside(placed.get(from))) {
                to++;
            }
            add(placed.subList(from, to).stream().map(Placed::part).toList(), distances.of(placed.get(from).reach));
        }
    }

    private static Placed placed(int reach, Geometry part, Envelope all) {
        Coordinate centre = part.getEnvelopeInternal().centre();
        int most = (1 << HILBERT_LEVEL) - 1;
        int x = (int) ((centre.x - all.getMinX()) / Math.max(1e-9, all.getWidth()) * most);
        int y = (int) ((centre.y - all.getMinY()) / Math.max(1e-9, all.getHeight()) * most);
        return new Placed(
                reach, (int) Math.floor(centre.x / STRIP_DEGREES), HilbertCode.encode(HILBERT_LEVEL, x, y), part);
    }

    private void add(List<Geometry> neighbours, double[] distancesM) {
        Geometry together = FACTORY.createGeometryCollection(neighbours.toArray(Geometry[]::new));
        ThreeDegreeZone zone = ThreeDegreeZone.of(together.getEnvelopeInternal().centre().x);
        chunks.add(new Chunk(zone, zone.project(together), distancesM));
    }

    /** All within a ring's outer distance of any hazard, in degrees, on the grid of coordinates as they are written. */
    MultiPolygon within(int ring) {
        List<Geometry> areas = new ArrayList<>(chunks.stream()
                .parallel()
                .map(chunk -> Buffers.around(chunk.zone, chunk.metres, chunk.distancesM[ring]))
                .toList());
        areas.addAll(themselves);
        return Buffers.union(areas);
    }
}

package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** How much of the exposed lines (metres) and polygons (m²) lies in each ring, by layer. */
final class Lengths {

    private final List<Map<String, Double>> lengthsM = new ArrayList<>();
    private final List<Map<String, Double>> areasM2 = new ArrayList<>();

    private record Part(String layer, int dimension, double[] byRing) {}

    Lengths(List<Exposed> exposed, List<MultiPolygon> together) {
        List<Exposed> extended = exposed.stream()
                .filter(one -> one.feature().geometry().getDimension() > 0)
                .toList();
        boolean lines =
                extended.stream().anyMatch(one -> one.feature().geometry().getDimension() == 1);
        List<RingEdges> edges = lines ? together.stream().map(RingEdges::new).toList() : List.of();
        List<Part> parts = extended.stream()
                .parallel()
                .map(one -> part(one, together, edges))
                .toList();
        for (int ring = 0; ring < together.size(); ring++) {
            lengthsM.add(sums(parts, 1, ring));
            areasM2.add(sums(parts, 2, ring));
        }
    }

    /** Metres by layer. */
    Map<String, Double> lengthsM(int ring) {
        return lengthsM.get(ring);
    }

    /** Square metres by layer. */
    Map<String, Double> areasM2(int ring) {
        return areasM2.get(ring);
    }

    private static Part part(Exposed one, List<MultiPolygon> together, List<RingEdges> edges) {
        Geometry geometry = one.feature().geometry();
        double[] byRing = new double[together.size()];
        double before = 0;
        for (int ring = one.ring(); ring < byRing.length; ring++) {
            double within = geometry.getDimension() == 1
                    ? edges.get(ring).lengthInsideM(geometry)
                    : Measure.of(Buffers.shared(geometry, together.get(ring)), 2);
            byRing[ring] = Math.max(0, within - before);
            before = Math.max(before, within);
        }
        return new Part(one.layer(), geometry.getDimension(), byRing);
    }

    private static Map<String, Double> sums(List<Part> parts, int dimension, int ring) {
        Map<String, Double> sums = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.dimension == dimension)
                .forEach(part -> sums.merge(part.layer, part.byRing[ring], Double::sum));
        return sums;
    }
}

package org.riskmap.exposure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * How much of the exposed lines (metres) and polygons (m²) lies in each ring, by layer, and of that in each administrative
 * area: over all areas and what is in none, a ring's figures add up to the ring's.
 */
final class Lengths {

    private static final double NOTHING_M = 1e-6;

    private final Townships townships;
    private final List<MultiPolygon> together;
    private final List<RingEdges> edges;
    private final List<Part> parts;

    /** @param byArea by number of the area, then by ring */
    private record Part(String layer, int dimension, double[] byRing, Map<Integer, double[]> byArea) {}

    Lengths(List<Exposed> exposed, List<MultiPolygon> together, Townships townships) {
        this.townships = townships;
        this.together = together;
        List<Exposed> extended = exposed.stream()
                .filter(one -> one.feature().geometry().getDimension() > 0)
                .toList();
        boolean lines =
                extended.stream().anyMatch(one -> one.feature().geometry().getDimension() == 1);
        edges = lines ? together.stream().map(RingEdges::new).toList() : List.of();
        parts = extended.stream().parallel().map(this::part).toList();
    }

    /** Metres by layer. */
    Map<String, Double> lengthsM(int ring) {
        return sums(1, ring);
    }

    /** Square metres by layer. */
    Map<String, Double> areasM2(int ring) {
        return sums(2, ring);
    }

    /** Numbers of the areas that hold a part of anything, {@link Townships#NOWHERE} among them where it holds one. */
    Set<Integer> areas() {
        Set<Integer> areas = new TreeSet<>();
        parts.forEach(part -> areas.addAll(part.byArea.keySet()));
        return areas;
    }

    /** Metres by layer in one administrative area. */
    Map<String, Double> lengthsM(int area, int ring) {
        return sums(1, area, ring);
    }

    /** Square metres by layer in one administrative area. */
    Map<String, Double> areasM2(int area, int ring) {
        return sums(2, area, ring);
    }

    private Part part(Exposed one) {
        Geometry geometry = one.feature().geometry();
        double[] byRing = measured(geometry, one.ring());
        Map<Integer, double[]> byArea = new TreeMap<>();
        if (!townships.areas().isEmpty()) {
            double[] left = byRing.clone();
            townships.pieces(geometry).forEach((area, piece) -> {
                double[] here = piece == geometry ? byRing : measured(piece, one.ring());
                byArea.put(area, here);
                for (int ring = 0; ring < left.length; ring++) {
                    left[ring] = Math.max(0, left[ring] - here[ring]);
                }
            });
            double most = 0;
            for (int ring = 0; ring < left.length; ring++) {
                left[ring] = left[ring] <= NOTHING_M * Math.max(1, byRing[ring]) ? 0 : left[ring];
                most = Math.max(most, left[ring]);
            }
            if (most > 0) {
                byArea.put(Townships.NOWHERE, left);
            }
        }
        return new Part(one.layer(), geometry.getDimension(), byRing, byArea);
    }

    /** Metres or square metres in each ring. */
    private double[] measured(Geometry geometry, int innermost) {
        double[] byRing = new double[together.size()];
        double before = 0;
        for (int ring = innermost; ring < byRing.length; ring++) {
            double within = geometry.getDimension() == 1
                    ? edges.get(ring).lengthInsideM(geometry)
                    : Measure.of(Buffers.shared(geometry, together.get(ring)), 2);
            byRing[ring] = Math.max(0, within - before);
            before = Math.max(before, within);
        }
        return byRing;
    }

    private Map<String, Double> sums(int dimension, int ring) {
        Map<String, Double> sums = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.dimension == dimension)
                .forEach(part -> sums.merge(part.layer, part.byRing[ring], Double::sum));
        return sums;
    }

    private Map<String, Double> sums(int dimension, int area, int ring) {
        Map<String, Double> sums = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.dimension == dimension && part.byArea.containsKey(area))
                .forEach(part -> sums.merge(part.layer, part.byArea.get(area)[ring], Double::sum));
        return sums;
    }
}

package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;

/** Sums by administrative area and ring, made to add up to the rings' whole persons. */
final class AreaTable {

    private final Townships townships;
    private final int rings;
    private final Map<Integer, Sums> byArea = new TreeMap<>();

    private static final class Sums {
        private final double[] population;
        private final double[] households;
        private final List<Map<String, Integer>> counts = new ArrayList<>();

        Sums(int rings, List<ExposedLayer> layers) {
            population = new double[rings];
            households = new double[rings];
            for (int ring = 0; ring < rings; ring++) {
                Map<String, Integer> none = new LinkedHashMap<>();
                layers.forEach(layer -> none.put(layer.name(), 0));
                counts.add(none);
            }
        }
    }

    private final List<ExposedLayer> layers;

    private final Lengths lengths;

    AreaTable(Townships townships, int rings, List<ExposedLayer> layers, Lengths lengths) {
        this.lengths = lengths;
        this.townships = townships;
        this.rings = rings;
        this.layers = layers;
    }

    void add(Exposed one, double[] shares) {
        int number = townships.of(one.feature().geometry());
        Sums sums = sums(number);
        sums.counts.get(one.ring()).merge(one.layer(), 1, Integer::sum);
        for (int ring = 0; ring < rings; ring++) {
            sums.population[ring] += shares[ring] * (one.population() == null ? 0 : one.population());
            sums.households[ring] += shares[ring] * (one.households() == null ? 0 : one.households());
        }
    }

    private Sums sums(int number) {
        int area = number == Townships.NOWHERE ? Integer.MAX_VALUE : number; // last
        return byArea.computeIfAbsent(area, unused -> new Sums(rings, layers));
    }

    /**
     * @param population whole persons by ring
     * @param households whole households by ring
     */
    List<AreaRow> rows(long[] population, long[] households) {
        lengths.areas().forEach(this::sums);
        List<Sums> sums = List.copyOf(byArea.values());
        long[][] persons = new long[rings][];
        long[][] houses = new long[rings][];
        for (int r = 0; r < rings; r++) {
            int ring = r;
            persons[r] = LargestRemainder.round(
                    sums.stream().mapToDouble(one -> one.population[ring]).toArray(), population[r]);
            houses[r] = LargestRemainder.round(
                    sums.stream().mapToDouble(one -> one.households[ring]).toArray(), households[r]);
        }
        List<AreaRow> rows = new ArrayList<>();
        for (int number : byArea.keySet()) {
            int place = rows.size();
            List<AreaRow.Cell> cells = new ArrayList<>();
            for (int ring = 0; ring < rings; ring++) {
                cells.add(new AreaRow.Cell(
                        persons[ring][place],
                        houses[ring][place],
                        sums.get(place).counts.get(ring),
                        lengths.lengthsM(number == Integer.MAX_VALUE ? Townships.NOWHERE : number, ring),
                        lengths.areasM2(number == Integer.MAX_VALUE ? Townships.NOWHERE : number, ring)));
            }
            rows.add(row(number, cells));
        }
        return rows;
    }

    private AreaRow row(int number, List<AreaRow.Cell> cells) {
        if (number == Integer.MAX_VALUE) {
            return new AreaRow(null, null, cells);
        }
        Feature area = townships.areas().get(number);
        return new AreaRow(text(area, "code"), text(area, "name"), cells);
    }

    private static @Nullable String text(Feature area, String property) {
        Object value = area.properties().get(property);
        return value == null ? null : value.toString();
    }
}

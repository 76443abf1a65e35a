package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.riskmap.kernel.Feature;

/** Adds up what lies in each ring: features, whole persons and households. */
final class Counting {

    private final List<Feature> hazards;
    private final double[] distancesM;
    private final List<ExposedLayer> layers;
    private final List<Exposed> exposed;
    private final RingAreas areas;
    private final Townships townships;
    private final double[] radiusErrors;

    /** @param radiusErrors by ring */
    Counting(
            List<Feature> hazards,
            double[] distancesM,
            List<ExposedLayer> layers,
            List<Exposed> exposed,
            RingAreas areas,
            Townships townships,
            double[] radiusErrors) {
        this.hazards = hazards;
        this.distancesM = distancesM;
        this.layers = layers;
        this.exposed = exposed;
        this.areas = areas;
        this.townships = townships;
        this.radiusErrors = radiusErrors;
    }

    /** Shares of people by cell; a cell is a ring, or a hazard's ring. */
    private static final class Sums {

        private final double[] population;
        private final double[] households;
        private final List<Map<String, Integer>> counts = new ArrayList<>();
        private long[] wholePopulation = {};
        private long[] wholeHouseholds = {};

        Sums(int cells, List<ExposedLayer> layers) {
            population = new double[cells];
            households = new double[cells];
            for (int cell = 0; cell < cells; cell++) {
                Map<String, Integer> none = new LinkedHashMap<>();
                layers.forEach(layer -> none.put(layer.name(), 0));
                counts.add(none);
            }
        }

        void add(int cell, Exposed one, double share) {
            population[cell] += share * orZero(one.population());
            households[cell] += share * orZero(one.households());
        }

        /** Persons rounded over all cells, so that everything adds up. */
        void round() {
            wholePopulation = LargestRemainder.round(population);
            wholeHouseholds = LargestRemainder.round(households);
        }

        private static double orZero(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }

    Exposure exposure(boolean dissolve, List<String> repaired) {
        int ringCount = distancesM.length;
        Map<String, Integer> numbers = new LinkedHashMap<>();
        hazards.forEach(hazard -> numbers.put(hazard.id(), numbers.size()));
        Sums sums = new Sums(ringCount, layers);
        Sums each = new Sums(dissolve ? 0 : ringCount * hazards.size(), layers);
        Map<String, Integer> withoutPopulation = new LinkedHashMap<>();
        AreaTable table = new AreaTable(townships, ringCount, layers);
        boolean byArea = !townships.areas().isEmpty();
        for (Exposed one : exposed) {
            sums.counts.get(one.ring()).merge(one.layer(), 1, Integer::sum);
            double[] shares = shares(one);
            if (byArea) {
                table.add(one, shares);
            }
            int first = dissolve ? 0 : numbers.get(one.nearestHazard()) * ringCount;
            if (!dissolve) {
                each.counts.get(first + one.ring()).merge(one.layer(), 1, Integer::sum);
            }
            for (int ring = 0; ring < ringCount; ring++) {
                sums.add(ring, one, shares[ring]);
                if (!dissolve) {
                    each.add(first + ring, one, shares[ring]);
                }
            }
            if (one.population() == null && countsPeople(one.layer())) {
                withoutPopulation.merge(one.layer(), 1, Integer::sum);
            }
        }
        sums.round();
        each.round();
        List<AreaRow> rows = table.rows(sums.wholePopulation, sums.wholeHouseholds);
        return result(sums, dissolve ? List.of() : hazardRings(each), rows, withoutPopulation, repaired);
    }

    private boolean countsPeople(String layer) {
        return layers.stream().anyMatch(one -> one.name().equals(layer) && one.countsPeople());
    }

    private Exposure result(
            Sums sums,
            List<Ring> hazardRings,
            List<AreaRow> byArea,
            Map<String, Integer> withoutPopulation,
            List<String> repaired) {
        List<MultiPolygon> geometries = new ArrayList<>();
        for (int ring = 0; ring < distancesM.length; ring++) {
            geometries.add(areas.ring(ring));
        }
        Lengths lengths = new Lengths(exposed, areas.together());
        List<Ring> rings = rings(sums, null, 0, geometries, lengths);
        Map<String, Integer> counts = new LinkedHashMap<>();
        layers.forEach(layer -> counts.put(
                layer.name(),
                rings.stream()
                        .mapToInt(ring -> ring.counts().getOrDefault(layer.name(), 0))
                        .sum()));
        return new Exposure(
                hazards.size(),
                rings,
                hazardRings,
                byArea,
                exposed,
                rings.stream().mapToDouble(Ring::areaM2).sum(),
                rings.stream().mapToLong(Ring::population).sum(),
                rings.stream().mapToLong(Ring::households).sum(),
                counts,
                withoutPopulation,
                repaired);
    }

    private List<Ring> hazardRings(Sums each) {
        List<Ring> rings = new ArrayList<>();
        for (int hazard = 0; hazard < hazards.size(); hazard++) {
            List<MultiPolygon> geometries = new ArrayList<>();
            for (int ring = 0; ring < distancesM.length; ring++) {
                geometries.add(areas.ring(hazard, ring));
            }
            rings.addAll(rings(each, hazards.get(hazard).id(), hazard * distancesM.length, geometries, null));
        }
        return rings;
    }

    /** Rings from the cells that begin at {@code first}. */
    private List<Ring> rings(
            Sums sums, @Nullable String hazard, int first, List<MultiPolygon> geometries, @Nullable Lengths lengths) {
        List<Ring> rings = new ArrayList<>();
        for (int ring = 0; ring < distancesM.length; ring++) {
            MultiPolygon geometry = geometries.get(ring);
            rings.add(new Ring(
                    ring,
                    hazard,
                    ring == 0 ? 0 : distancesM[ring - 1],
                    distancesM[ring],
                    geometry,
                    Ellipsoid.areaM2(geometry),
                    sums.wholePopulation[first + ring],
                    sums.wholeHouseholds[first + ring],
                    sums.counts.get(first + ring),
                    lengths == null ? Map.of() : lengths.lengthsM(ring),
                    lengths == null ? Map.of() : lengths.areasM2(ring),
                    hazard == null ? radiusErrors[ring] : null));
        }
        return rings;
    }

    /** A point's people are in its ring; those of a polygon are shared by area, of a line by length. */
    private double[] shares(Exposed one) {
        double[] shares = new double[distancesM.length];
        Geometry geometry = one.feature().geometry();
        if (geometry.getDimension() == 0 || one.population() == null && one.households() == null) {
            shares[one.ring()] = 1;
            return shares;
        }
        double whole = Measure.of(geometry);
        double before = 0;
        for (int ring = 0; ring < shares.length; ring++) {
            double within = Measure.of(Buffers.shared(geometry, areas.together().get(ring)), geometry.getDimension());
            shares[ring] = whole == 0 ? 0 : Math.max(0, Math.min(whole, within) - before) / whole;
            before = Math.max(before, Math.min(whole, within));
        }
        return shares;
    }
}

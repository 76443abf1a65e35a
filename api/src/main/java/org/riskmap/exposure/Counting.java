package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.riskmap.kernel.Feature;

/** Adds up what lies in each ring: features, whole persons and households. */
final class Counting {

    private static final int NO_HAZARD = -1;

    private final Question question;
    private final Distances distances;
    private final List<ExposedLayer> layers;
    private final List<Met> met;
    private final RingAreas areas;
    private final Townships townships;
    private final double[] radiusErrors;

    /** @param radiusErrors by ring */
    Counting(Question question, List<Met> met, RingAreas areas, double[] radiusErrors) {
        this.question = question;
        this.distances = question.distances();
        this.layers = question.layers();
        this.met = met;
        this.areas = areas;
        this.townships = new Townships(question.areas());
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

        void count(int cell, Exposed one) {
            counts.get(cell).merge(one.layer(), 1, Integer::sum);
        }

        /** Adds shares to the cells from {@code first}. */
        void add(int first, Exposed one, double[] shares) {
            for (int ring = 0; ring < shares.length; ring++) {
                population[first + ring] += shares[ring] * orZero(one.population());
                households[first + ring] += shares[ring] * orZero(one.households());
            }
        }

        /** Persons rounded so that so many cells together, and the next as many, add up. */
        void round(int together) {
            wholePopulation = round(population, together);
            wholeHouseholds = round(households, together);
        }

        private static long[] round(double[] parts, int together) {
            long[] whole = new long[parts.length];
            for (int from = 0; from < parts.length; from += together) {
                long[] some = LargestRemainder.round(Arrays.copyOfRange(parts, from, from + together));
                System.arraycopy(some, 0, whole, from, together);
            }
            return whole;
        }

        private static double orZero(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }

    Exposure exposure(List<String> repaired) {
        boolean dissolve = question.dissolve();
        int ringCount = distances.rings();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        question.hazards().forEach(hazard -> numbers.put(hazard.id(), numbers.size()));
        Sums sums = new Sums(ringCount, layers);
        Sums each = new Sums(dissolve ? 0 : ringCount * numbers.size(), layers);
        Sums reached = new Sums(dissolve ? 0 : ringCount * numbers.size(), layers);
        Map<String, Integer> withoutPopulation = new LinkedHashMap<>();
        Lengths lengths = new Lengths(met.stream().map(Met::exposed).toList(), areas.together(), townships);
        AreaTable table = new AreaTable(townships, ringCount, layers, lengths);
        boolean byArea = !townships.areas().isEmpty();
        for (Met one : met) {
            Exposed exposed = one.exposed();
            sums.count(exposed.ring(), exposed);
            double[] shares = shares(exposed, areas.together(), exposed.ring());
            if (byArea) {
                table.add(exposed, shares);
            }
            sums.add(0, exposed, shares);
            if (!dissolve) {
                int first = numbers.get(exposed.nearestHazard()) * ringCount;
                each.count(first + exposed.ring(), exposed);
                each.add(first, exposed, shares);
                addHits(reached, one);
            }
            if (exposed.population() == null && countsPeople(exposed.layer())) {
                withoutPopulation.merge(exposed.layer(), 1, Integer::sum);
            }
        }
        sums.round(ringCount);
        each.round(each.population.length);
        reached.round(ringCount);
        List<AreaRow> rows = table.rows(sums.wholePopulation, sums.wholeHouseholds);
        List<Ring> hazardRings = dissolve ? List.of() : hazardRings(each);
        return result(sums, lengths, hazardRings, byHazard(hazardRings, reached), rows, withoutPopulation, repaired);
    }

    private void addHits(Sums reached, Met one) {
        for (Reach.Hit hit : one.hits()) {
            int first = hit.hazard() * distances.rings();
            reached.count(first + hit.ring(), one.exposed());
            List<Geometry> own = areas.around().stream()
                    .map(hazards -> hazards.get(hit.hazard()))
                    .toList();
            reached.add(first, one.exposed(), shares(one.exposed(), own, hit.ring()));
        }
    }

    private List<HazardRow> byHazard(List<Ring> rings, Sums reached) {
        List<HazardRow> rows = new ArrayList<>();
        for (int hazard = 0; hazard < question.hazards().size() && !rings.isEmpty(); hazard++) {
            Feature feature = question.hazards().get(hazard);
            List<HazardRow.Cell> cells = new ArrayList<>();
            for (int ring = 0; ring < distances.rings(); ring++) {
                int cell = hazard * distances.rings() + ring;
                Ring drawn = rings.get(cell);
                cells.add(new HazardRow.Cell(
                        drawn.fromM(),
                        drawn.toM(),
                        drawn.areaM2(),
                        reached.wholePopulation[cell],
                        reached.wholeHouseholds[cell],
                        reached.counts.get(cell),
                        drawn.population()));
            }
            Object name = feature.properties().get("name");
            rows.add(new HazardRow(feature.id(), name == null ? null : name.toString(), cells));
        }
        return rows;
    }

    private boolean countsPeople(String layer) {
        return layers.stream().anyMatch(one -> one.name().equals(layer) && one.countsPeople());
    }

    private Exposure result(
            Sums sums,
            Lengths lengths,
            List<Ring> hazardRings,
            List<HazardRow> byHazard,
            List<AreaRow> byArea,
            Map<String, Integer> withoutPopulation,
            List<String> repaired) {
        List<MultiPolygon> geometries = new ArrayList<>();
        for (int ring = 0; ring < distances.rings(); ring++) {
            geometries.add(areas.ring(ring));
        }
        List<Ring> rings = rings(sums, NO_HAZARD, 0, geometries, lengths);
        Map<String, Integer> counts = new LinkedHashMap<>();
        layers.forEach(layer -> counts.put(
                layer.name(),
                rings.stream()
                        .mapToInt(ring -> ring.counts().getOrDefault(layer.name(), 0))
                        .sum()));
        return new Exposure(
                question.hazards().size(),
                rings,
                hazardRings,
                byHazard,
                byArea,
                met.stream().map(Met::exposed).toList(),
                rings.stream().mapToDouble(Ring::areaM2).sum(),
                rings.stream().mapToLong(Ring::population).sum(),
                rings.stream().mapToLong(Ring::households).sum(),
                counts,
                withoutPopulation,
                repaired);
    }

    private List<Ring> hazardRings(Sums each) {
        List<Ring> rings = new ArrayList<>();
        for (int hazard = 0; hazard < question.hazards().size(); hazard++) {
            List<MultiPolygon> geometries = new ArrayList<>();
            for (int ring = 0; ring < distances.rings(); ring++) {
                geometries.add(areas.ring(hazard, ring));
            }
            rings.addAll(rings(each, hazard, hazard * distances.rings(), geometries, null));
        }
        return rings;
    }

    /** Rings from the cells that begin at {@code first}. */
    private List<Ring> rings(
            Sums sums, int hazard, int first, List<MultiPolygon> geometries, @Nullable Lengths lengths) {
        boolean all = hazard == NO_HAZARD;
        List<Ring> rings = new ArrayList<>();
        for (int ring = 0; ring < distances.rings(); ring++) {
            MultiPolygon geometry = geometries.get(ring);
            rings.add(new Ring(
                    ring,
                    all ? null : question.hazards().get(hazard).id(),
                    ring == 0 ? 0 : all ? distances.largest(ring - 1) : distances.of(hazard, ring - 1),
                    all ? distances.largest(ring) : distances.of(hazard, ring),
                    all ? distances.smallest(ring) : distances.of(hazard, ring),
                    geometry,
                    question.drawn() ? Ellipsoid.areaM2(geometry) : Double.NaN,
                    sums.wholePopulation[first + ring],
                    sums.wholeHouseholds[first + ring],
                    sums.counts.get(first + ring),
                    lengths == null ? Map.of() : lengths.lengthsM(ring),
                    lengths == null ? Map.of() : lengths.areasM2(ring),
                    all && question.drawn() ? radiusErrors[ring] : null));
        }
        return rings;
    }

    /** A point's people are in its ring; those of a polygon are shared by area, of a line by length. */
    private double[] shares(Exposed one, List<? extends Geometry> within, int innermost) {
        double[] shares = new double[distances.rings()];
        Geometry geometry = one.feature().geometry();
        if (geometry.getDimension() == 0 || one.population() == null && one.households() == null) {
            shares[innermost] = 1;
            return shares;
        }
        double whole = Measure.of(geometry);
        double before = 0;
        for (int ring = 0; ring < shares.length; ring++) {
            double part = Measure.of(Buffers.shared(geometry, within.get(ring)), geometry.getDimension());
            shares[ring] = whole == 0 ? 0 : Math.max(0, Math.min(whole, part) - before) / whole;
            before = Math.max(before, Math.min(whole, part));
        }
        return shares;
    }
}

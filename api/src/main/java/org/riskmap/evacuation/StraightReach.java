package org.riskmap.evacuation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Geodesy;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.Pairs;

/**
 * Who can get where straight on. Distances are geodesic and exact; shelters are looked at by latitude, outward from the
 * settlement, because a degree of latitude is never shorter than {@value #LEAST_M_PER_DEGREE} metres.
 */
final class StraightReach {

    private static final double LEAST_M_PER_DEGREE = 110_500;

    /** Within this share the mid-latitude formula is right up to {@link #NEAR_M}; it saves the exact solution. */
    private static final double MARGIN = 0.02;

    private static final double NEAR_M = 100_000;

    /** Metres by which an exact distance may be off: a micrometre. */
    private static final double EXACT_M = 1e-6;

    private final List<Settlement> settlements;
    private final List<Shelter> shelters;
    private final Travel.StraightLine travel;
    private final Limit limit;
    private final int[] byLat;
    private final double[] lats;

    /**
     * @param usable by shelter: whether it counts
     */
    StraightReach(Question question, Travel.StraightLine travel, boolean[] usable) {
        this.settlements = question.settlements();
        this.shelters = question.shelters();
        this.travel = travel;
        this.limit = question.limit();
        Integer[] order = java.util.stream.IntStream.range(0, shelters.size())
                .filter(shelter -> usable[shelter])
                .boxed()
                .sorted(Comparator.comparingDouble(
                        shelter -> shelters.get(shelter).lat()))
                .toArray(Integer[]::new);
        this.byLat = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        this.lats = Arrays.stream(byLat)
                .mapToDouble(shelter -> shelters.get(shelter).lat())
                .toArray();
    }

    Reach solve() {
        long[] snapMm = new long[settlements.size()];
        Arrays.fill(snapMm, Reach.NO_ROADS);
        long[] shelterSnapMm = new long[shelters.size()];
        Arrays.fill(shelterSnapMm, Reach.NO_ROADS);
        @Nullable Way[] nearest = new Way[settlements.size()];
        long[][] found = new long[settlements.size()][];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = nearest(settlements.get(i));
            found[i] = within(settlements.get(i));
        }
        return new Reach(snapMm, nearest, shelterSnapMm, pairs(found), List.of());
    }

    /** Turns shelters by settlement into pairs by shelter. */
    private Pairs pairs(long[][] found) {
        Pairs pairs = new Pairs();
        int[] next = new int[found.length];
        for (int shelter = 0; shelter < shelters.size(); shelter++) {
            for (int i = 0; i < found.length; i++) {
                if (next[i] < found[i].length && found[i][next[i]] == shelter) {
                    double distanceM = distanceM(settlements.get(i), shelters.get(shelter));
                    pairs.add(i, shelter, cost(distanceM), other(distanceM));
                    next[i]++;
                }
            }
        }
        return pairs;
    }

    /** Numbers of the shelters within the limit, ascending. */
    private long[] within(Settlement settlement) {
        double reachM = reachM();
        double window = reachM / LEAST_M_PER_DEGREE;
        int from = firstAtLeast(settlement.lat() - window);
        long[] found = new long[8];
        int count = 0;
        for (int i = from; i < byLat.length && lats[i] <= settlement.lat() + window; i++) {
            Shelter shelter = shelters.get(byLat[i]);
            if (!surelyBeyond(settlement, shelter, reachM) && cost(distanceM(settlement, shelter)) <= limit.most()) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = byLat[i];
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, count);
    }

    /** A little more than the longest straight line within the limit. */
    private double reachM() {
        double metres = limit.least() == Least.LENGTH
                ? limit.most() / 1000.0
                : limit.most() / 3600.0 * travel.speedKmh() / travel.detourFactor();
        return metres + 0.01;
    }

    private @Nullable Way nearest(Settlement settlement) {
        int above = firstAtLeast(settlement.lat());
        int below = above - 1;
        double bestM = Double.POSITIVE_INFINITY;
        int best = -1;
        while (true) {
            double gapAbove = above < byLat.length ? lats[above] - settlement.lat() : Double.POSITIVE_INFINITY;
            double gapBelow = below >= 0 ? settlement.lat() - lats[below] : Double.POSITIVE_INFINITY;
            double gap = Math.min(gapAbove, gapBelow);
            if (gap * LEAST_M_PER_DEGREE > bestM + EXACT_M || gap == Double.POSITIVE_INFINITY) {
                break;
            }
            int candidate = gapAbove <= gapBelow ? byLat[above++] : byLat[below--];
            if (!surelyBeyond(settlement, shelters.get(candidate), bestM)) {
                double distanceM = distanceM(settlement, shelters.get(candidate));
                if (distanceM < bestM || distanceM == bestM && candidate < best) {
                    bestM = distanceM;
                    best = candidate;
                }
            }
        }
        return best < 0 ? null : new Way(best, ms(bestM), mm(bestM));
    }

    private int firstAtLeast(double lat) {
        int low = 0;
        int high = lats.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (lats[middle] < lat) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean surelyBeyond(Settlement settlement, Shelter shelter, double reachM) {
        if (reachM > NEAR_M || Math.abs(settlement.lon() - shelter.lon()) > 1.5) {
            return false;
        }
        double middle = (settlement.lat() + shelter.lat()) / 2;
        double roughM = Math.hypot(
                (shelter.lon() - settlement.lon()) * Geodesy.metresPerDegreeLon(middle),
                (shelter.lat() - settlement.lat()) * Geodesy.metresPerDegreeLat(middle));
        return roughM * (1 - MARGIN) > reachM + 1;
    }

    private static double distanceM(Settlement settlement, Shelter shelter) {
        return Geodesy.distanceM(settlement.lon(), settlement.lat(), shelter.lon(), shelter.lat());
    }

    private long cost(double distanceM) {
        return limit.least() == Least.TIME ? ms(distanceM) : mm(distanceM);
    }

    private long other(double distanceM) {
        return limit.least() == Least.TIME ? mm(distanceM) : ms(distanceM);
    }

    /** Rounded up, so that what is within a limit in whole millimetres truly is. */
    private static long mm(double distanceM) {
        return (long) Math.ceil((distanceM - EXACT_M) * 1000);
    }

    private long ms(double distanceM) {
        return (long) Math.ceil((distanceM - EXACT_M) * 3600 * travel.detourFactor() / travel.speedKmh());
    }
}

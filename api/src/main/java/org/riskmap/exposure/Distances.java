package org.riskmap.exposure;

import java.util.Arrays;
import java.util.List;

/** How far each hazard reaches, ring by ring: the outer edges of the rings in metres, ascending, each greater than 0. */
public final class Distances {

    /** Within so many metres of a limit is at the limit. */
    static final double AT_THE_LIMIT_M = 1e-6;

    private final double[][] byHazard;
    private final boolean same;

    private Distances(double[][] byHazard, boolean same) {
        this.byHazard = byHazard;
        this.same = same;
    }

    /** The same distances for all hazards. */
    public static Distances same(double... distancesM) {
        return new Distances(new double[][] {distancesM.clone()}, true);
    }

    /**
     * Distances of each hazard's own.
     *
     * @param distancesM in the order of the hazards, as many of each
     */
    public static Distances ofEach(List<double[]> distancesM) {
        if (distancesM.isEmpty()) {
            throw new IllegalArgumentException("no hazard has a distance");
        }
        return new Distances(distancesM.stream().map(double[]::clone).toArray(double[][]::new), false);
    }

    boolean areTheSame() {
        return same;
    }

    /** How many rings there are. */
    public int rings() {
        return byHazard[0].length;
    }

    /** Outer edge of a ring of one hazard. */
    double of(int hazard, int ring) {
        return byHazard[same ? 0 : hazard][ring];
    }

    /** All of one hazard. */
    double[] of(int hazard) {
        return byHazard[same ? 0 : hazard].clone();
    }

    /** The largest outer edge of a ring. */
    double largest(int ring) {
        return Arrays.stream(byHazard).mapToDouble(row -> row[ring]).max().orElseThrow();
    }

    /** The smallest outer edge of a ring. */
    double smallest(int ring) {
        return Arrays.stream(byHazard).mapToDouble(row -> row[ring]).min().orElseThrow();
    }

    double most() {
        return largest(rings() - 1);
    }

    /** Number of the ring of a hazard in which a distance lies; {@link #rings} where it is farther. */
    int ringAt(int hazard, double distanceM) {
        double[] row = byHazard[same ? 0 : hazard];
        int ring = 0;
        while (ring < row.length && distanceM > row[ring] + AT_THE_LIMIT_M) {
            ring++;
        }
        return ring;
    }
}

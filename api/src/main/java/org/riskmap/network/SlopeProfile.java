package org.riskmap.network;

import org.riskmap.elevation.Heights;

/**
 * How long a line is to somebody who walks it, both ways: at each of its points the length on the flat, from the line's
 * start, that takes as long. Heights are sampled along the line once per cell of the model, so that the many short pieces
 * of a winding road do not turn the model's noise into slopes.
 */
final class SlopeProfile {

    private final double[] forwardM;
    private final double[] backwardM;
    private final double stepM;
    private int unknownSteps;

    /**
     * @param line positions of the line
     * @param alongM at each position the length from the line's start, metres; increasing
     * @param raised a bridge or tunnel: its height runs evenly from one end to the other
     */
    SlopeProfile(Heights heights, Positions line, double[] alongM, boolean raised) {
        double lengthM = alongM[alongM.length - 1];
        int steps = raised ? 1 : (int) Math.max(1, Math.ceil(lengthM / heights.spacingM()));
        stepM = lengthM / steps;
        forwardM = new double[steps + 1];
        backwardM = new double[steps + 1];
        double before = heights.metresAt(line.lon(0), line.lat(0));
        int piece = 0;
        for (int step = 1; step <= steps; step++) {
            double at = step == steps ? lengthM : step * stepM;
            while (piece < alongM.length - 2 && alongM[piece + 1] < at) {
                piece++;
            }
            double share = (at - alongM[piece]) / (alongM[piece + 1] - alongM[piece]);
            double after = heights.metresAt(
                    line.lon(piece) + share * (line.lon(piece + 1) - line.lon(piece)),
                    line.lat(piece) + share * (line.lat(piece + 1) - line.lat(piece)));
            add(step, (after - before) / stepM);
            before = after;
        }
    }

    private void add(int step, double slope) {
        forwardM[step] = forwardM[step - 1] + stepM * Tobler.slowness(slope);
        backwardM[step] = backwardM[step - 1] + stepM * Tobler.slowness(-slope);
        unknownSteps += Double.isNaN(slope) ? 1 : 0;
    }

    /** From the start to {@code alongM} when walking the line in its direction, metres on the flat. */
    double forwardM(double alongM) {
        return at(forwardM, alongM);
    }

    /** From {@code alongM} back to the start, metres on the flat. */
    double backwardM(double alongM) {
        return at(backwardM, alongM);
    }

    /** Whether the height was not known somewhere on the line; that part counts as flat. */
    boolean partlyUnknown() {
        return unknownSteps > 0;
    }

    private double at(double[] sums, double alongM) {
        int step = (int) Math.min(sums.length - 2, Math.max(0, Math.floor(alongM / stepM)));
        return sums[step] + (sums[step + 1] - sums[step]) * (alongM / stepM - step);
    }

    /** Positions of a line in degrees, counted from 0. */
    interface Positions {
        double lon(int i);

        double lat(int i);
    }
}

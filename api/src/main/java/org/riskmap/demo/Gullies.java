package org.riskmap.demo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steep small streams that come down beside a settlement; each is found once. */
final class Gullies {

    private static final int REACH_CELLS = 6;
    private static final double SMALLEST_M2 = 3.5e5;
    private static final double LARGEST_M2 = 2.2e6;
    private static final double SPRING_M2 = 4e4;
    private static final double LEAST_SLOPE = 0.16;
    private static final double WINDING_M = 32;
    private static final double WINDING_WAVE_M = 260;

    private final Landscape land;
    private final Noise winding;
    private final Set<Integer> used = new HashSet<>();

    Gullies(Landscape land, long seed) {
        this.land = land;
        this.winding = new Noise(seed, "winding");
    }

    /** From the spring to the foot, smoothed, x0, y0, x1, y1, …; null where there is none. */
    double @Nullable [] above(int settlement) {
        int foot = foot(settlement);
        if (foot < 0) {
            return null;
        }
        int[] cells = upwards(foot);
        int spring = cells[cells.length - 1];
        double length = cells.length * land.grid.cellM();
        boolean steep = (land.heightM[spring] - land.heightM[foot]) / length > LEAST_SLOPE;
        if (cells.length < 9 || !steep || Arrays.stream(cells).anyMatch(used::contains)) {
            return null;
        }
        double[] xy = new double[2 * cells.length];
        for (int i = 0; i < cells.length; i++) {
            used.add(cells[i]);
            double x = land.grid.x(cells[i]);
            double y = land.grid.y(cells[i]);
            xy[2 * (cells.length - 1 - i)] = x + WINDING_M * winding.at(x, y, WINDING_WAVE_M);
            xy[2 * (cells.length - 1 - i) + 1] = y + WINDING_M * winding.at(y, x, WINDING_WAVE_M);
        }
        return Blob.rounded(xy);
    }

    private int foot(int settlement) {
        int best = -1;
        for (int dy = -REACH_CELLS; dy <= REACH_CELLS; dy++) {
            for (int dx = -REACH_CELLS; dx <= REACH_CELLS; dx++) {
                int cell = settlement + dy * land.grid.cols() + dx;
                float area = land.drainage.areaM2[cell];
                if (area > SMALLEST_M2 && area < LARGEST_M2 && (best < 0 || area > land.drainage.areaM2[best])) {
                    best = cell;
                }
            }
        }
        return best;
    }

    private int[] upwards(int foot) {
        int[] cells = new int[512];
        int count = 0;
        for (int cell = foot; cell >= 0 && count < cells.length; cell = mainGiver(cell)) {
            cells[count++] = cell;
        }
        return Arrays.copyOf(cells, count);
    }

    private int mainGiver(int cell) {
        int best = -1;
        for (int d = 0; d < 8; d++) {
            int up = cell + land.grid.offset(d);
            boolean gives = land.drainage.receiver[up] == cell && land.drainage.areaM2[up] > SPRING_M2;
            if (gives && (best < 0 || land.drainage.areaM2[up] > land.drainage.areaM2[best])) {
                best = up;
            }
        }
        return best;
    }
}

package org.riskmap.demo;

import java.util.ArrayList;
import java.util.List;

/** Where roads leave for the land around: the lowest places of the outer border, in several directions. */
final class CountyExits {

    private final Landscape land;
    private final Counties counties;

    CountyExits(Landscape land, Counties counties) {
        this.land = land;
        this.counties = counties;
    }

    /** At most {@code directions} cells for each county that has an outer border. */
    int[] cells(int directions) {
        int[] lowest = new int[counties.count * directions];
        java.util.Arrays.fill(lowest, -1);
        for (int cell = 0; cell < counties.of.length; cell++) {
            if (counties.of[cell] != Labels.NONE && onOuterBorder(cell)) {
                int slot = counties.of[cell] * directions + direction(cell, directions);
                if (lowest[slot] < 0 || land.heightM[cell] < land.heightM[lowest[slot]]) {
                    lowest[slot] = cell;
                }
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int cell : lowest) {
            if (cell >= 0) {
                found.add(cell);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean onOuterBorder(int cell) {
        for (int d = 0; d < 8; d += 2) {
            if (counties.of[cell + land.grid.offset(d)] == Labels.NONE) {
                return true;
            }
        }
        return false;
    }

    private int direction(int cell, int directions) {
        double[] centre = counties.centre[counties.of[cell]];
        double angle = StrictMath.atan2(land.grid.y(cell) - centre[1], land.grid.x(cell) - centre[0]);
        return Math.floorMod((int) Math.floor((angle / (2 * Math.PI) + 0.125) * directions), directions);
    }
}

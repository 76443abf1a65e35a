package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Where people would settle: flat, low above the stream, not at the border; and how to pick places that keep apart. */
final class Sites {

    private static final double STREAM_M2 = 1.5e6;

    private final Landscape land;
    private final Counties counties;
    /** Candidate cells of each county, best first. */
    private final List<int[]> bestFirst = new ArrayList<>();

    private final float[] aboveStreamM;
    private final Noise taste;

    Sites(Landscape land, Counties counties, long seed) {
        this.land = land;
        this.counties = counties;
        this.taste = new Noise(seed, "taste");
        this.aboveStreamM = aboveStream();
        rank();
    }

    private float[] aboveStream() {
        float[] bedM = new float[land.grid.size()];
        int[] order = land.drainage.downstreamOrder;
        for (int i = order.length - 1; i >= 0; i--) {
            int cell = order[i];
            int below = land.drainage.receiver[cell];
            boolean bed = land.drainage.areaM2[cell] >= STREAM_M2 || below == cell;
            bedM[cell] = bed ? land.heightM[cell] : bedM[below];
        }
        float[] above = new float[bedM.length];
        for (int cell = 0; cell < above.length; cell++) {
            above[cell] = land.heightM[cell] - bedM[cell];
        }
        return above;
    }

    /** Height above the stream that a cell drains to, m. */
    double aboveStreamM(int cell) {
        return aboveStreamM[cell];
    }

    /** How good a place is to live at, 0 (nobody would) to about 1. */
    double quality(int cell) {
        Grid grid = land.grid;
        double slope = land.slope(cell);
        if (slope > 0.42 || land.drainage.areaM2[cell] > 2e7 || !counties.wellInside(grid, cell, 4)) {
            return 0;
        }
        double flat = 1 / (1 + 30 * slope * slope);
        double low = 0.25 + 0.75 / (1 + aboveStreamM[cell] * aboveStreamM[cell] / 900.0);
        double warm = 1 - Math.max(0, land.heightM[cell] - 300) / 1600;
        return flat * low * warm * (1 + 0.35 * taste.layered(grid.x(cell), grid.y(cell), 2500, 3));
    }

    private void rank() {
        Grid grid = land.grid;
        long[][] keys = new long[counties.count][1024];
        int[] known = new int[counties.count];
        for (int row = 8; row < grid.rows() - 8; row += 2) {
            for (int col = 8; col < grid.cols() - 8; col += 2) {
                int cell = grid.cell(col + (row >> 1 & 1), row);
                int county = counties.of[cell];
                double quality = county == Labels.NONE ? 0 : quality(cell);
                if (quality > 0.04) {
                    if (known[county] == keys[county].length) {
                        keys[county] = Arrays.copyOf(keys[county], known[county] * 2);
                    }
                    keys[county][known[county]++] = (long) ((4 - quality) * 1e7) << 32 | cell;
                }
            }
        }
        for (int county = 0; county < counties.count; county++) {
            bestFirst.add(Arrays.stream(keys[county], 0, known[county])
                    .sorted()
                    .mapToInt(key -> (int) key)
                    .toArray());
        }
    }

    /** Candidate cells of a county, best first. */
    int[] ranked(int county) {
        return bestFirst.get(county);
    }

    /**
     * The best places of a county that keep apart: those already taken come first in the answer; the distance shrinks
     * until there are as many as wanted.
     */
    int[] pick(int county, int[] taken, int wanted, double apartM, double shrink, IntPredicate fits) {
        int[] candidates = Arrays.stream(bestFirst.get(county)).filter(fits).toArray();
        double apart = apartM;
        while (true) {
            int[] picked = spaced(candidates, taken, wanted, apart);
            if (picked.length == wanted) {
                return picked;
            }
            apart *= shrink;
            if (apart < land.grid.cellM()) {
                throw new IllegalStateException("a county has no room for " + wanted + " places");
            }
        }
    }

    /** As {@link #pick}, but with a fixed distance: as many places as there are, at most {@code most}. */
    int[] pickUpTo(int county, int[] taken, int most, double apartM, IntPredicate fits) {
        return spaced(Arrays.stream(bestFirst.get(county)).filter(fits).toArray(), taken, most, apartM);
    }

    private int[] spaced(int[] candidates, int[] taken, int wanted, double apartM) {
        Grid grid = land.grid;
        int squares = (int) Math.ceil(grid.width() / apartM) + 1;
        int[] first = new int[squares * squares];
        Arrays.fill(first, -1);
        int[] chosen = Arrays.copyOf(taken, wanted);
        int[] next = new int[wanted];
        int count = 0;
        for (int i = -taken.length; i < candidates.length && count < wanted; i++) {
            int cell = i < 0 ? taken[i + taken.length] : candidates[i];
            int col = (int) ((grid.x(cell) - grid.minX()) / apartM);
            int row = (int) ((grid.y(cell) - grid.minY()) / apartM);
            if (i < 0 || free(cell, col, row, squares, first, next, chosen, apartM)) {
                chosen[count] = cell;
                next[count] = first[row * squares + col];
                first[row * squares + col] = count++;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private boolean free(
            int cell, int col, int row, int squares, int[] first, int[] next, int[] chosen, double apartM) {
        for (int r = Math.max(0, row - 1); r <= Math.min(squares - 1, row + 1); r++) {
            for (int c = Math.max(0, col - 1); c <= Math.min(squares - 1, col + 1); c++) {
                for (int i = first[r * squares + c]; i >= 0; i = next[i]) {
                    if (land.grid.distanceM(cell, chosen[i]) < apartM) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}

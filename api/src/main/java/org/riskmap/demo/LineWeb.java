package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines that share vertices (borders, roads), smoothed together so that what was shared stays shared and what did not
 * cross does not cross afterwards.
 */
final class LineWeb {

    final double[] x;
    final double[] y;
    /** Each line's vertices by number; a closed line repeats its first. */
    int[][] lines;

    private final boolean[] fixed;
    private int[] start;
    private int[] around;

    /** Takes the arrays as its own; fixed vertices never move. */
    LineWeb(double[] x, double[] y, int[][] lines, boolean[] fixed) {
        this.x = x;
        this.y = y;
        this.lines = lines;
        this.fixed = fixed;
        findNeighbours();
    }

    private void findNeighbours() {
        start = new int[x.length + 2];
        for (int[] line : lines) {
            for (int i = 0; i + 1 < line.length; i++) {
                start[line[i] + 2]++;
                start[line[i + 1] + 2]++;
            }
        }
        for (int v = 1; v < start.length; v++) {
            start[v] += start[v - 1];
        }
        around = new int[start[start.length - 1]];
        for (int[] line : lines) {
            for (int i = 0; i + 1 < line.length; i++) {
                around[start[line[i] + 1]++] = line[i + 1];
                around[start[line[i + 1] + 1]++] = line[i];
            }
        }
    }

    /** How many segments end at a vertex. */
    int degree(int vertex) {
        return start[vertex + 1] - start[vertex];
    }

    /** Moves vertices towards the middle of their neighbours; where lines then cross, nearby vertices go back. */
    void smooth(int rounds, double strength) {
        double[] firstX = x.clone();
        double[] firstY = y.clone();
        for (int attempt = 0; attempt < 30; attempt++) {
            for (int round = 0; round < rounds; round++) {
                relax(strength);
            }
            List<Integer> crossing = crossings();
            if (crossing.isEmpty()) {
                return;
            }
            for (int vertex : crossing) {
                fixAround(vertex, 2 + attempt / 3);
            }
            System.arraycopy(firstX, 0, x, 0, x.length);
            System.arraycopy(firstY, 0, y, 0, y.length);
        }
        throw new IllegalStateException("lines that were apart cross however little they are smoothed");
    }

    private void relax(double strength) {
        double[] oldX = x.clone();
        double[] oldY = y.clone();
        for (int v = 0; v < x.length; v++) {
            int degree = degree(v);
            if (fixed[v] || degree < 2) {
                continue;
            }
            double sumX = 0;
            double sumY = 0;
            for (int i = start[v]; i < start[v + 1]; i++) {
                sumX += oldX[around[i]];
                sumY += oldY[around[i]];
            }
            x[v] += strength * (sumX / degree - oldX[v]);
            y[v] += strength * (sumY / degree - oldY[v]);
        }
    }

    private void fixAround(int vertex, int reach) {
        fixed[vertex] = true;
        if (reach > 0) {
            for (int i = start[vertex]; i < start[vertex + 1]; i++) {
                fixAround(around[i], reach - 1);
            }
        }
    }

    /** Vertices of segments that meet elsewhere than in a shared vertex. */
    List<Integer> crossings() {
        List<Integer> found = new ArrayList<>();
        new SegmentIndex(x, y, lines).forEachCrossing((line, i, other, j) -> {
            found.add(lines[line][i]);
            found.add(lines[line][i + 1]);
            found.add(lines[other][j]);
            found.add(lines[other][j + 1]);
        });
        return found;
    }

    /** Leaves out vertices that are not needed within a tolerance, m; lines that would cross then keep theirs. */
    void simplify(double toleranceM) {
        int[][] full = lines;
        boolean[] whole = new boolean[full.length];
        int[][] thin = new int[full.length][];
        for (int attempt = 0; attempt < 20; attempt++) {
            for (int line = 0; line < full.length; line++) {
                thin[line] = whole[line] ? full[line] : simplified(full[line], toleranceM);
            }
            boolean[] crossed = new boolean[full.length];
            new SegmentIndex(x, y, thin).forEachCrossing((line, i, other, j) -> {
                crossed[line] = true;
                crossed[other] = true;
            });
            boolean any = false;
            for (int line = 0; line < full.length; line++) {
                any |= crossed[line] && !whole[line];
                whole[line] |= crossed[line];
            }
            if (!any) {
                lines = thin;
                return;
            }
        }
        throw new IllegalStateException("lines cross however little they are simplified");
    }

    private int[] simplified(int[] line, double toleranceM) {
        boolean[] keep = new boolean[line.length];
        int last = line.length - 1;
        boolean closed = line[0] == line[last];
        int from = 0;
        keep[0] = true;
        for (int i = 1; i <= last; i++) {
            boolean needed = i == last || degree(line[i]) > 2 || closed && (i == last / 3 || i == 2 * last / 3);
            if (needed) {
                keep[i] = true;
                mark(line, from, i, toleranceM, keep);
                from = i;
            }
        }
        int kept = 0;
        int[] result = new int[line.length];
        for (int i = 0; i < line.length; i++) {
            if (keep[i]) {
                result[kept++] = line[i];
            }
        }
        return Arrays.copyOf(result, kept);
    }

    /** Source: Douglas and Peucker 1973. */
    private void mark(int[] line, int from, int to, double toleranceM, boolean[] keep) {
        double farthest = toleranceM;
        int at = -1;
        for (int i = from + 1; i < to; i++) {
            double away =
                    Segments.distance(x[line[i]], y[line[i]], x[line[from]], y[line[from]], x[line[to]], y[line[to]]);
            if (away > farthest) {
                farthest = away;
                at = i;
            }
        }
        if (at > 0) {
            keep[at] = true;
            mark(line, from, at, toleranceM, keep);
            mark(line, at, to, toleranceM, keep);
        }
    }
}

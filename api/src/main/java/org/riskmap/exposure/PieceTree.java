package org.riskmap.exposure;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A static R-tree of {@link Pieces} in flat arrays: boxes in geocentric space, {@value #WIDTH} children per node, packed by
 * Sort-Tile-Recursive (Leutenegger et al. 1997). The straight distance to a box never exceeds the distance on the surface to
 * what is in it, so that no answer is missed.
 */
final class PieceTree {

    private static final int WIDTH = 8;

    private final double[] ends;
    private final int[] order;
    /** Boxes level by level from the leaves: min x, y, z, max x, y, z. */
    private final double[][] boxes;

    PieceTree(Pieces pieces) {
        this.ends = pieces.ends();
        this.order = packed(pieces);
        int levels = 1;
        for (int n = groups(order.length); n > 1; n = groups(n)) {
            levels++;
        }
        boxes = new double[levels][];
        boxes[0] = leafBoxes();
        for (int level = 1; level < levels; level++) {
            boxes[level] = parents(boxes[level - 1]);
        }
    }

    private static int groups(int children) {
        return (children + WIDTH - 1) / WIDTH;
    }

    /** Pieces in slices along x, within a slice along y, then z. */
    private static int[] packed(Pieces pieces) {
        double[] ends = pieces.ends();
        Integer[] sorted = new Integer[pieces.count()];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> compare(ends, a, b, 0));
        int slices = (int) Math.max(1, Math.ceil(Math.sqrt(groups(sorted.length))));
        int size = Math.max(1, WIDTH * ((groups(sorted.length) + slices - 1) / slices));
        for (int from = 0; from < sorted.length; from += size) {
            Arrays.sort(sorted, from, Math.min(sorted.length, from + size), (a, b) -> compare(ends, a, b, 2));
        }
        return Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    }

    private static int compare(double[] ends, int a, int b, int axis) {
        int byMiddle = Double.compare(
                ends[6 * a + axis] + ends[6 * a + axis + 3], ends[6 * b + axis] + ends[6 * b + axis + 3]);
        return byMiddle != 0 ? byMiddle : Integer.compare(a, b);
    }

    private double[] leafBoxes() {
        double[] result = empty(groups(order.length));
        for (int k = 0; k < order.length; k++) {
            int box = 6 * (k / WIDTH);
            for (int axis = 0; axis < 3; axis++) {
                double from = ends[6 * order[k] + axis];
                double to = ends[6 * order[k] + axis + 3];
                result[box + axis] = Math.min(result[box + axis], Math.min(from, to));
                result[box + axis + 3] = Math.max(result[box + axis + 3], Math.max(from, to));
            }
        }
        return result;
    }

    private static double[] parents(double[] children) {
        int count = children.length / 6;
        double[] result = empty(groups(count));
        for (int k = 0; k < count; k++) {
            int box = 6 * (k / WIDTH);
            for (int axis = 0; axis < 3; axis++) {
                result[box + axis] = Math.min(result[box + axis], children[6 * k + axis]);
                result[box + axis + 3] = Math.max(result[box + axis + 3], children[6 * k + axis + 3]);
            }
        }
        return result;
    }

    private static double[] empty(int count) {
        double[] boxes = new double[6 * count];
        for (int k = 0; k < boxes.length; k++) {
            boxes[k] = k % 6 < 3 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return boxes;
    }

    /** The least rough distance in m from a piece to any piece here, or {@code most} where none is nearer. */
    double nearestRoughM(double[] piece, int at, double most) {
        return order.length == 0 ? most : nearest(piece, at, boxes.length - 1, 0, most);
    }

    private double nearest(double[] piece, int at, int level, int node, double most) {
        double best = most;
        int last = Math.min((node + 1) * WIDTH, level == 0 ? order.length : boxes[level - 1].length / 6);
        if (level == 0) {
            for (int k = node * WIDTH; k < last; k++) {
                best = Math.min(best, Pieces.roughM(piece, at, ends, 6 * order[k]));
            }
            return best;
        }
        int first = node * WIDTH;
        double[] lower = new double[last - first];
        int[] children = new int[last - first];
        for (int k = first; k < last; k++) {
            double distance = toBox(piece, at, boxes[level - 1], 6 * k);
            int place = k - first;
            while (place > 0 && lower[place - 1] > distance) {
                lower[place] = lower[place - 1];
                children[place] = children[place - 1];
                place--;
            }
            lower[place] = distance;
            children[place] = k;
        }
        for (int k = 0; k < lower.length && lower[k] < best; k++) {
            best = nearest(piece, at, level - 1, children[k], best);
        }
        return best;
    }

    /** Tells of every piece, by its number, that is no farther than so many rough metres. */
    void within(double[] piece, int at, double most, IntConsumer found) {
        if (order.length > 0) {
            within(piece, at, boxes.length - 1, 0, most, found);
        }
    }

    private void within(double[] piece, int at, int level, int node, double most, IntConsumer found) {
        int last = Math.min((node + 1) * WIDTH, level == 0 ? order.length : boxes[level - 1].length / 6);
        for (int k = node * WIDTH; k < last; k++) {
            if (level == 0) {
                if (Pieces.roughM(piece, at, ends, 6 * order[k]) <= most) {
                    found.accept(order[k]);
                }
            } else if (toBox(piece, at, boxes[level - 1], 6 * k) <= most) {
                within(piece, at, level - 1, k, most, found);
            }
        }
    }

    private static double toBox(double[] piece, int at, double[] box, int b) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double from = Math.min(piece[at + axis], piece[at + axis + 3]);
            double to = Math.max(piece[at + axis], piece[at + axis + 3]);
            double gap = Math.max(0, Math.max(box[b + axis] - to, from - box[b + axis + 3]));
            sum += gap * gap;
        }
        return Math.sqrt(sum);
    }
}

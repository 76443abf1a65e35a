package org.riskmap.demo;

import java.util.Arrays;

/**
 * Makes a partition of cells drawable: every label one connected patch without one-cell spikes and without patches that
 * touch only at a corner. Cells labelled {@link #NONE} belong to nobody and stay so.
 */
final class Labels {

    static final int NONE = -1;

    private final Grid grid;
    private final int[] label;

    private Labels(Grid grid, int[] label) {
        this.grid = grid;
        this.label = label;
    }

    /** Cleans in place; labels are 0 to {@code count} - 1. */
    static void clean(Grid grid, int[] label, int count) {
        Labels labels = new Labels(grid, label);
        labels.smooth();
        labels.smooth();
        for (int round = 0; round < 8; round++) {
            labels.joinFragments(count);
            if (!labels.openCorners()) {
                return;
            }
        }
        throw new IllegalStateException("the partition's corners do not open");
    }

    /** A cell with few neighbours of its own label takes the label that most of its neighbours have. */
    private void smooth() {
        int[] before = label.clone();
        int[] seen = new int[8];
        for (int cell = 0; cell < label.length; cell++) {
            if (before[cell] == NONE || grid.onEdge(cell)) {
                continue;
            }
            int known = 0;
            int own = 0;
            for (int d = 0; d < 8; d++) {
                int there = before[cell + grid.offset(d)];
                if (there == before[cell]) {
                    own++;
                } else if (there != NONE) {
                    seen[known++] = there;
                }
            }
            if (own < 4 && known > 0) {
                label[cell] = mostFrequent(seen, known, own, before[cell]);
            }
        }
    }

    private static int mostFrequent(int[] seen, int known, int least, int otherwise) {
        Arrays.sort(seen, 0, known);
        int best = otherwise;
        int bestCount = least;
        for (int i = 0, from = 0; i < known; i++) {
            if (seen[i] != seen[from]) {
                from = i;
            }
            if (i - from + 1 > bestCount) {
                bestCount = i - from + 1;
                best = seen[i];
            }
        }
        return best;
    }

    /** Every patch but the largest of its label goes to the neighbour it touches first. */
    private void joinFragments(int count) {
        int[] patch = new int[label.length];
        int[] queue = new int[label.length];
        int[] largest = new int[count];
        int[] largestPatch = new int[count];
        int patches = 0;
        for (int cell = 0; cell < label.length; cell++) {
            if (label[cell] != NONE && patch[cell] == 0) {
                int size = fill(cell, ++patches, patch, queue);
                if (size > largest[label[cell]]) {
                    largest[label[cell]] = size;
                    largestPatch[label[cell]] = patches;
                }
            }
        }
        regrow(patch, largestPatch, queue);
    }

    private int fill(int start, int number, int[] patch, int[] queue) {
        int size = 0;
        queue[size++] = start;
        patch[start] = number;
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < 8; d += 2) {
                int next = grid.neighbour(queue[i], d);
                if (next >= 0 && patch[next] == 0 && label[next] == label[start]) {
                    patch[next] = number;
                    queue[size++] = next;
                }
            }
        }
        return size;
    }

    private void regrow(int[] patch, int[] largestPatch, int[] queue) {
        boolean[] lost = new boolean[label.length];
        int size = 0;
        for (int cell = 0; cell < label.length; cell++) {
            lost[cell] = label[cell] != NONE && patch[cell] != largestPatch[label[cell]];
        }
        for (int cell = 0; cell < label.length; cell++) {
            if (label[cell] != NONE && !lost[cell]) {
                queue[size++] = cell;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < 8; d += 2) {
                int next = grid.neighbour(queue[i], d);
                if (next >= 0 && lost[next]) {
                    lost[next] = false;
                    label[next] = label[queue[i]];
                    queue[size++] = next;
                }
            }
        }
    }

    /** Where two cells of one label touch only at a corner, one of the others joins them; tells whether any did. */
    private boolean openCorners() {
        boolean changed = false;
        for (int row = 0; row < grid.rows() - 1; row++) {
            for (int col = 0; col < grid.cols() - 1; col++) {
                int sw = grid.cell(col, row);
                int se = sw + 1;
                int nw = sw + grid.cols();
                int ne = nw + 1;
                if (label[sw] == label[ne] && label[sw] != label[se] && label[sw] != label[nw]) {
                    changed |= join(sw, se, nw);
                } else if (label[se] == label[nw] && label[se] != label[sw] && label[se] != label[ne]) {
                    changed |= join(se, sw, ne);
                }
            }
        }
        return changed;
    }

    private boolean join(int like, int one, int other) {
        if (label[like] == NONE) {
            return false; // nobody's land needs no connection
        }
        if (label[one] != NONE) {
            label[one] = label[like];
            return true;
        }
        if (label[other] != NONE) {
            label[other] = label[like];
            return true;
        }
        label[one] = label[like];
        return true;
    }
}

package org.riskmap.demo;

import java.util.Arrays;

/** Cells by least cost; equal costs in the order of their numbers, so that no result depends on the heap's insides. */
final class CellQueue {

    private float[] costs = new float[1024];
    private int[] cells = new int[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    float leastCost() {
        return costs[0];
    }

    void add(float cost, int cell) {
        if (size == cells.length) {
            costs = Arrays.copyOf(costs, size * 2);
            cells = Arrays.copyOf(cells, size * 2);
        }
        int i = size++;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (!before(cost, cell, parent)) {
                break;
            }
            costs[i] = costs[parent];
            cells[i] = cells[parent];
            i = parent;
        }
        costs[i] = cost;
        cells[i] = cell;
    }

    /** Takes the cell of least cost. */
    int take() {
        int top = cells[0];
        size--;
        float cost = costs[size];
        int cell = cells[size];
        int i = 0;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && before(costs[child + 1], cells[child + 1], child)) {
                child++;
            }
            if (before(cost, cell, child)) {
                break;
            }
            costs[i] = costs[child];
            cells[i] = cells[child];
            i = child;
        }
        costs[i] = cost;
        cells[i] = cell;
        return top;
    }

    private boolean before(float cost, int cell, int other) {
        return cost < costs[other] || cost == costs[other] && cell < cells[other];
    }
}

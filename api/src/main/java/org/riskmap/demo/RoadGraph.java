package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roads as they are laid out: nodes at cells' centres or at corners of streets, and straight links between them. A road
 * that is built later never crosses an earlier one except in a node.
 */
final class RoadGraph {

    /**
     * A road as people know it.
     *
     * @param ref number such as G799, or empty
     * @param oneway {@code yes}, {@code no} or {@code reverse}
     */
    record Road(RoadClass roadClass, String name, String ref, String oneway) {}

    /**
     * A straight piece.
     *
     * @param a the node where it begins
     * @param b the node where it ends
     * @param road index in {@link RoadGraph#roads}
     */
    record Link(int a, int b, int road, boolean tunnel) {}

    final Grid grid;
    final List<Road> roads = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    private final int[] nodeOfCell;
    private final Map<Long, Integer> linkOf = new HashMap<>();
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int nodes;

    RoadGraph(Grid grid) {
        this.grid = grid;
        this.nodeOfCell = new int[grid.size()];
        Arrays.fill(nodeOfCell, -1);
    }

    int road(Road road) {
        roads.add(road);
        return roads.size() - 1;
    }

    int nodes() {
        return nodes;
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    boolean hasNode(int cell) {
        return nodeOfCell[cell] >= 0;
    }

    /** A node at a place of its own; the cell under it leads to it from now on. */
    int addNode(double placeX, double placeY) {
        if (nodes == x.length) {
            x = Arrays.copyOf(x, nodes * 2);
            y = Arrays.copyOf(y, nodes * 2);
        }
        x[nodes] = placeX;
        y[nodes] = placeY;
        nodeOfCell[grid.at(placeX, placeY)] = nodes;
        return nodes++;
    }

    int nodeAt(int cell) {
        return nodeOfCell[cell] >= 0 ? nodeOfCell[cell] : addNode(grid.x(cell), grid.y(cell));
    }

    /**
     * A way over neighbouring cells; where two of them are not neighbours, the piece between is a tunnel. Where a road
     * already links two of them, straight or over a third cell between, the way takes it.
     */
    void addPath(int[] cells, int road) {
        int at = 0;
        while (at + 1 < cells.length) {
            boolean shortCut = at + 2 < cells.length && !hasNode(cells[at + 1]) && linked(cells[at], cells[at + 2]);
            int next = shortCut ? at + 2 : at + 1;
            if (!linkedOverThird(cells[at], cells[next])) {
                addStep(cells[at], cells[next], road);
            }
            at = next;
        }
    }

    private boolean linkedOverThird(int from, int to) {
        for (int d = 0; d < 8; d++) {
            int third = grid.neighbour(from, d);
            if (third >= 0 && linked(from, third) && linked(third, to)) {
                return true;
            }
        }
        return false;
    }

    private void addStep(int from, int to, int road) {
        int dx = grid.col(to) - grid.col(from);
        int dy = grid.row(to) - grid.row(from);
        boolean neighbours = Math.abs(dx) <= 1 && Math.abs(dy) <= 1;
        if (neighbours && dx != 0 && dy != 0) {
            int flank = grid.cell(grid.col(from) + dx, grid.row(from));
            int other = grid.cell(grid.col(from), grid.row(from) + dy);
            if (linked(flank, other)) {
                addLink(nodeAt(from), nodeAt(flank), road, false);
                addLink(nodeAt(flank), nodeAt(to), road, false);
                return;
            }
        }
        addLink(nodeAt(from), nodeAt(to), road, !neighbours);
    }

    private boolean linked(int cell, int other) {
        return hasNode(cell) && hasNode(other) && linkOf.containsKey(key(nodeOfCell[cell], nodeOfCell[other]));
    }

    /** Links two nodes, unless a road already does. */
    void addLink(int a, int b, int road, boolean tunnel) {
        if (a != b && linkOf.putIfAbsent(key(a, b), links.size()) == null) {
            links.add(new Link(a, b, road, tunnel));
        }
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}

package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.network.Rivers;

/**
 * Rivers cut into pieces by the cells of a grid, so that a short walk is tested against the few pieces in the cells it
 * touches. A cell lies north-east of the grid's point of the same number.
 */
final class RiverCells {

    private final LandGrid grid;
    private final boolean any;

    /** Pieces of a cell are {@code first[cell]} to {@code first[cell + 1] − 1} of {@link #piece}. */
    private final int[] first;

    private final int[] piece;
    private double[] ends = new double[1024];
    private int pieces;

    RiverCells(LandGrid grid, Rivers rivers) {
        this.grid = grid;
        rivers.visit(grid.lon(0), grid.lat(0), grid.lon(grid.columns), grid.lat(grid.rows), this::keep);
        this.any = pieces > 0;
        this.first = new int[any ? grid.points() + 1 : 0];
        for (int i = 0; i < pieces; i++) {
            eachCell(i, cell -> first[cell + 1]++);
        }
        for (int cell = 0; cell + 1 < first.length; cell++) {
            first[cell + 1] += first[cell];
        }
        this.piece = new int[any ? first[grid.points()] : 0];
        int[] next = first.clone();
        for (int i = 0; i < pieces; i++) {
            int number = i;
            eachCell(i, cell -> piece[next[cell]++] = number);
        }
    }

    private void keep(double lon1, double lat1, double lon2, double lat2) {
        if (4 * pieces == ends.length) {
            ends = Arrays.copyOf(ends, 8 * pieces);
        }
        ends[4 * pieces] = lon1;
        ends[4 * pieces + 1] = lat1;
        ends[4 * pieces + 2] = lon2;
        ends[4 * pieces++ + 3] = lat2;
    }

    private void eachCell(int number, java.util.function.IntConsumer cells) {
        int at = 4 * number;
        walk(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], cell -> {
            cells.accept(cell);
            return false;
        });
    }

    /** Whether a straight walk inside the grid gets to the other side of a river. */
    boolean crossed(double lon1, double lat1, double lon2, double lat2) {
        return any && walk(lon1, lat1, lon2, lat2, cell -> crossedIn(cell, lon1, lat1, lon2, lat2));
    }

    private boolean crossedIn(int cell, double lon1, double lat1, double lon2, double lat2) {
        for (int i = first[cell]; i < first[cell + 1]; i++) {
            int at = 4 * piece[i];
            if (Rivers.crosses(lon1, lat1, lon2, lat2, ends[at], ends[at + 1], ends[at + 2], ends[at + 3])) {
                return true;
            }
        }
        return false;
    }

    /** Told of a cell; true ends the walk. */
    private interface Cells {
        boolean at(int cell);
    }

    /** Follows a straight line row by row through all cells it touches. */
    private boolean walk(double lon1, double lat1, double lon2, double lat2, Cells cells) {
        double column1 = grid.column(lon1);
        double row1 = grid.row(lat1);
        double column2 = grid.column(lon2);
        double row2 = grid.row(lat2);
        int south = Math.max(0, (int) Math.floor(Math.min(row1, row2)));
        int north = Math.min(grid.rows - 1, (int) Math.floor(Math.max(row1, row2)));
        double perRow = row1 == row2 ? 0 : (column2 - column1) / (row2 - row1);
        for (int row = south; row <= north; row++) {
            double at = row1 == row2 ? column1 : column1 + (clamp(row, row1, row2) - row1) * perRow;
            double then = row1 == row2 ? column2 : column1 + (clamp(row + 1, row1, row2) - row1) * perRow;
            int west = Math.max(0, (int) Math.floor(Math.min(at, then) - 1e-9));
            int east = Math.min(grid.columns - 1, (int) Math.floor(Math.max(at, then) + 1e-9));
            for (int column = west; column <= east; column++) {
                if (cells.at(row * grid.columns + column)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double clamp(double value, double a, double b) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), value));
    }
}

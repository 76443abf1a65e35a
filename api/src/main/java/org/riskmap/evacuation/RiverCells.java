package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.network.Rivers;

/** Which cells of a grid hold pieces of rivers; most walks meet none and need no exact test. */
final class RiverCells {

    private final LandGrid grid;
    private final Rivers rivers;
    private final boolean[] wet;
    private boolean any;

    RiverCells(LandGrid grid, Rivers rivers) {
        this.grid = grid;
        this.rivers = rivers;
        this.wet = new boolean[grid.points()];
        rivers.visit(grid.lon(0), grid.lat(0), grid.lon(grid.columns), grid.lat(grid.rows), this::add);
    }

    /** Marks the cells that the boxes of parts no longer than a cell touch. */
    private void add(double lon1, double lat1, double lon2, double lat2) {
        any = true;
        double column1 = grid.column(lon1);
        double row1 = grid.row(lat1);
        double column2 = grid.column(lon2);
        double row2 = grid.row(lat2);
        int parts = (int) Math.max(1, Math.ceil(Math.max(Math.abs(column2 - column1), Math.abs(row2 - row1))));
        for (int part = 0; part < parts; part++) {
            double from = (double) part / parts;
            double to = (double) (part + 1) / parts;
            mark(
                    column1 + (column2 - column1) * from,
                    row1 + (row2 - row1) * from,
                    column1 + (column2 - column1) * to,
                    row1 + (row2 - row1) * to);
        }
    }

    private void mark(double column1, double row1, double column2, double row2) {
        int west = Math.max(0, (int) Math.floor(Math.min(column1, column2)));
        int east = Math.min(grid.columns - 1, (int) Math.floor(Math.max(column1, column2)));
        int south = Math.max(0, (int) Math.floor(Math.min(row1, row2)));
        int north = Math.min(grid.rows - 1, (int) Math.floor(Math.max(row1, row2)));
        for (int row = south; row <= north; row++) {
            Arrays.fill(
                    wet,
                    row * grid.columns + west,
                    Math.max(row * grid.columns + west, row * grid.columns + east + 1),
                    true);
        }
    }

    /** Whether a straight walk inside the grid gets to the other side of a river. */
    boolean crossed(double lon1, double lat1, double lon2, double lat2) {
        return any && meetsWetCell(lon1, lat1, lon2, lat2) && rivers.crossed(lon1, lat1, lon2, lat2);
    }

    /** Follows the walk row by row through the cells it touches. */
    private boolean meetsWetCell(double lon1, double lat1, double lon2, double lat2) {
        double column1 = grid.column(lon1);
        double row1 = grid.row(lat1);
        double column2 = grid.column(lon2);
        double row2 = grid.row(lat2);
        int south = Math.max(0, (int) Math.floor(Math.min(row1, row2)));
        int north = Math.min(grid.rows - 1, (int) Math.floor(Math.max(row1, row2)));
        double perRow = row1 == row2 ? 0 : (column2 - column1) / (row2 - row1);
        for (int row = south; row <= north; row++) {
            double at = perRow == 0 ? column1 : column1 + (clamp(row, row1, row2) - row1) * perRow;
            double then = perRow == 0 ? column2 : column1 + (clamp(row + 1, row1, row2) - row1) * perRow;
            int west = Math.max(0, (int) Math.floor(Math.min(at, then) - 1e-9));
            int east = Math.min(grid.columns - 1, (int) Math.floor(Math.max(at, then) + 1e-9));
            for (int column = west; column <= east; column++) {
                if (wet[row * grid.columns + column]) {
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

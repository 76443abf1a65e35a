package org.riskmap.demo;

/**
 * Square cells in metres of EPSG:4549, numbered row by row from the south-west.
 *
 * @param cols cells from west to east
 * @param rows cells from south to north
 * @param cellM side of a cell, m
 * @param minX west border, m
 * @param minY south border, m
 */
record Grid(int cols, int rows, double cellM, double minX, double minY) {

    /** Column steps to the eight neighbours, anticlockwise from the east; direction {@code d + 4 mod 8} is the way back. */
    static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};
    /** Row steps to the eight neighbours. */
    static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};
    /** Length of a step to each neighbour, cells. */
    static final double[] STEP = {1, Math.sqrt(2), 1, Math.sqrt(2), 1, Math.sqrt(2), 1, Math.sqrt(2)};

    int size() {
        return cols * rows;
    }

    /** The same ground with cells {@code times} as long. */
    Grid coarser(int times) {
        return new Grid(cols / times, rows / times, cellM * times, minX, minY);
    }

    int cell(int col, int row) {
        return row * cols + col;
    }

    int col(int cell) {
        return cell % cols;
    }

    int row(int cell) {
        return cell / cols;
    }

    /** Easting of a cell's centre, m. */
    double x(int cell) {
        return minX + (cell % cols + 0.5) * cellM;
    }

    /** Northing of a cell's centre, m. */
    double y(int cell) {
        return minY + (cell / cols + 0.5) * cellM;
    }

    double width() {
        return cols * cellM;
    }

    double height() {
        return rows * cellM;
    }

    /** The cell that holds a position, or the nearest one for a position outside. */
    int at(double x, double y) {
        int col = (int) Math.floor((x - minX) / cellM);
        int row = (int) Math.floor((y - minY) / cellM);
        return cell(Math.max(0, Math.min(cols - 1, col)), Math.max(0, Math.min(rows - 1, row)));
    }

    boolean onEdge(int cell) {
        int col = col(cell);
        int row = row(cell);
        return col == 0 || row == 0 || col == cols - 1 || row == rows - 1;
    }

    /** The neighbour in a direction 0–7, or -1 beyond the edge. */
    int neighbour(int cell, int direction) {
        int col = col(cell) + DX[direction];
        int row = row(cell) + DY[direction];
        return col < 0 || row < 0 || col >= cols || row >= rows ? -1 : row * cols + col;
    }

    /** What is added to a cell's number to come to its neighbour, which must not lie beyond the edge. */
    int offset(int direction) {
        return DY[direction] * cols + DX[direction];
    }

    /** Distance between two cells' centres, m. */
    double distanceM(int a, int b) {
        return Segments.length(x(a) - x(b), y(a) - y(b));
    }
}

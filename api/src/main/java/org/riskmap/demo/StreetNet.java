package org.riskmap.demo;

/** Corners of a town's streets around its middle, in rows along a direction, a little bent. */
final class StreetNet {

    private final int along;
    private final int across;
    private final double[] x;
    private final double[] y;
    private final boolean[] used;
    private final boolean[] closedAlong;
    private final boolean[] closedAcross;

    /**
     * @param middleX easting of the net's middle, m
     * @param middleY northing of the net's middle, m
     * @param along corners in the main direction
     * @param across corners across it
     * @param spacingM length of a block
     * @param direction of the main streets, radians anticlockwise from the east
     */
    StreetNet(double middleX, double middleY, int along, int across, double spacingM, double direction, Dice dice) {
        this.along = along;
        this.across = across;
        this.x = new double[along * across];
        this.y = new double[along * across];
        this.used = new boolean[along * across];
        this.closedAlong = new boolean[along * across];
        this.closedAcross = new boolean[along * across];
        double cos = StrictMath.cos(direction);
        double sin = StrictMath.sin(direction);
        double bend = dice.real(-0.05, 0.05);
        double skew = dice.real(-0.12, 0.12);
        for (int i = 0; i < x.length; i++) {
            double u = i % along - (along - 1) / 2.0;
            double v = i / along - (across - 1) / 2.0;
            double forward = spacingM * (u + skew * v + 0.06 * dice.real(-1, 1));
            double sideways = spacingM * (v * 0.85 + bend * u * u / 2 + 0.06 * dice.real(-1, 1));
            x[i] = middleX + forward * cos - sideways * sin;
            y[i] = middleY + forward * sin + sideways * cos;
        }
    }

    int along() {
        return along;
    }

    int across() {
        return across;
    }

    int index(int col, int row) {
        return row * along + col;
    }

    /** Easting of a corner, m. */
    double x(int i) {
        return x[i];
    }

    /** Northing of a corner, m. */
    double y(int i) {
        return y[i];
    }

    /** Whether a corner is built at all. */
    boolean used(int i) {
        return used[i];
    }

    /** Builds a corner. */
    void use(int i) {
        used[i] = true;
    }

    /** Leaves out the street from a corner to its neighbour in the next column. */
    void closeAlong(int i) {
        closedAlong[i] = true;
    }

    /** Leaves out the street from a corner to its neighbour in the next row. */
    void closeAcross(int i) {
        closedAcross[i] = true;
    }

    /** How many streets leave a corner. */
    int links(int i) {
        int links = 0;
        for (int d = 0; d < 8; d += 2) {
            links += linked(i, d) ? 1 : 0;
        }
        return links;
    }

    /** Whether a street leaves a corner in a direction 0, 2, 4 or 6: next column, next row, and back. */
    boolean linked(int i, int direction) {
        int next = neighbour(i, direction);
        if (next < 0 || !used[i] || !used[next]) {
            return false;
        }
        boolean[] closed = direction % 4 == 0 ? closedAlong : closedAcross;
        return !closed[Math.min(i, next)];
    }

    private int neighbour(int i, int direction) {
        int col = i % along + Grid.DX[direction];
        int row = i / along + Grid.DY[direction];
        return col < 0 || row < 0 || col >= along || row >= across ? -1 : index(col, row);
    }

    /** Leaves the largest connected part, and at least the corner nearest to the middle. */
    void keepConnected() {
        int[] part = new int[used.length];
        int[] size = new int[used.length + 1];
        int parts = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i] && part[i] == 0) {
                parts++;
                size[parts] = fill(i, parts, part);
            }
        }
        int largest = 0;
        for (int p = 1; p <= parts; p++) {
            largest = size[p] > size[largest] ? p : largest;
        }
        for (int i = 0; i < used.length; i++) {
            used[i] &= part[i] == largest;
        }
        if (largest == 0) {
            used[used.length / 2] = true;
        }
    }

    private int fill(int i, int number, int[] part) {
        part[i] = number;
        int size = 1;
        for (int d = 0; d < 8; d += 2) {
            int next = neighbour(i, d);
            if (linked(i, d) && part[next] == 0) {
                size += fill(next, number, part);
            }
        }
        return size;
    }
}

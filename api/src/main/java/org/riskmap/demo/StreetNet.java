package org.riskmap.demo;

/** Corners of a town's streets around its middle, in rows along a direction, a little bent. */
final class StreetNet {

    private final int along;
    private final int across;
    private final double[] x;
    private final double[] y;

    /**
     * @param along corners in the main direction
     * @param across corners across it
     * @param spacingM length of a block
     * @param direction of the main streets, radians anticlockwise from the east
     */
    StreetNet(int along, int across, double spacingM, double direction, Dice dice) {
        this.along = along;
        this.across = across;
        this.x = new double[along * across];
        this.y = new double[along * across];
        double cos = StrictMath.cos(direction);
        double sin = StrictMath.sin(direction);
        double bend = dice.real(-0.05, 0.05);
        double skew = dice.real(-0.12, 0.12);
        for (int i = 0; i < x.length; i++) {
            double u = i % along - (along - 1) / 2.0;
            double v = i / along - (across - 1) / 2.0;
            double forward = spacingM * (u + skew * v + 0.06 * dice.real(-1, 1));
            double sideways = spacingM * (v * 0.85 + bend * u * u / 2 + 0.06 * dice.real(-1, 1));
            x[i] = forward * cos - sideways * sin;
            y[i] = forward * sin + sideways * cos;
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

    /** East of the middle, m. */
    double x(int i) {
        return x[i];
    }

    /** North of the middle, m. */
    double y(int i) {
        return y[i];
    }

    /** How many streets leave a corner. */
    int links(int i, boolean[] usable) {
        int links = 0;
        for (int d = 0; d < 8; d += 2) {
            int next = neighbour(i, d);
            links += next >= 0 && usable[next] ? 1 : 0;
        }
        return links;
    }

    private int neighbour(int i, int direction) {
        int col = i % along + Grid.DX[direction];
        int row = i / along + Grid.DY[direction];
        return col < 0 || row < 0 || col >= along || row >= across ? -1 : index(col, row);
    }

    /** Leaves the largest connected part, and at least the corner nearest to the middle. */
    void keepConnected(boolean[] usable) {
        int[] part = new int[usable.length];
        int[] size = new int[usable.length + 1];
        int parts = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i] && part[i] == 0) {
                parts++;
                size[parts] = fill(i, parts, part, usable);
            }
        }
        int largest = 0;
        for (int p = 1; p <= parts; p++) {
            largest = size[p] > size[largest] ? p : largest;
        }
        for (int i = 0; i < usable.length; i++) {
            usable[i] &= part[i] == largest;
        }
        if (largest == 0) {
            usable[usable.length / 2] = true;
        }
    }

    private int fill(int i, int number, int[] part, boolean[] usable) {
        part[i] = number;
        int size = 1;
        for (int d = 0; d < 8; d += 2) {
            int next = neighbour(i, d);
            if (next >= 0 && usable[next] && part[next] == 0) {
                size += fill(next, number, part, usable);
            }
        }
        return size;
    }
}

package org.riskmap.network;

/** The box that holds positions; empty, with infinite borders, where there are none. */
record Extent(double minX, double minY, double maxX, double maxY) {

    private static final Extent EMPTY = new Extent(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Of all positions. */
    static Extent of(double[] x, double[] y) {
        Extent[] parts = new Extent[Ranges.count(x.length)];
        Ranges.forEach(x.length, (from, to) -> parts[from / Ranges.SIZE] = of(x, y, from, to));
        Extent all = EMPTY;
        for (Extent part : parts) {
            all = new Extent(
                    Math.min(all.minX, part.minX),
                    Math.min(all.minY, part.minY),
                    Math.max(all.maxX, part.maxX),
                    Math.max(all.maxY, part.maxY));
        }
        return all;
    }

    /** Of the positions from {@code from} to {@code to} − 1. */
    static Extent of(double[] x, double[] y, int from, int to) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            minX = Math.min(minX, x[i]);
            minY = Math.min(minY, y[i]);
            maxX = Math.max(maxX, x[i]);
            maxY = Math.max(maxY, y[i]);
        }
        return new Extent(minX, minY, maxX, maxY);
    }

    double width() {
        return maxX - minX;
    }

    double height() {
        return maxY - minY;
    }
}

package org.riskmap.demo;

import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Reprojection;

/** Where a raster's pixels lie in metres: exact on a lattice of every 16th pixel, straight between (within a centimetre). */
final class LonLatRows {

    private static final int EVERY = 16;

    private final GeoTiff.Extent extent;
    private int above = -1;
    private double[] upper = new double[0];
    private double[] lower = new double[0];

    LonLatRows(GeoTiff.Extent extent) {
        this.extent = extent;
    }

    /** Easting and northing of each pixel's middle in a row from the north, m. */
    double[] row(int row) {
        int lattice = row / EVERY;
        if (lattice != above) {
            upper = exact(lattice * EVERY);
            lower = exact((lattice + 1) * EVERY);
            above = lattice;
        }
        double down = (double) (row - lattice * EVERY) / EVERY;
        double[] xy = new double[2 * extent.width()];
        for (int i = 0; i < extent.width(); i++) {
            int west = i / EVERY;
            double along = (double) (i - west * EVERY) / EVERY;
            for (int k = 0; k < 2; k++) {
                double a = upper[2 * west + k] + along * (upper[2 * west + 2 + k] - upper[2 * west + k]);
                double b = lower[2 * west + k] + along * (lower[2 * west + 2 + k] - lower[2 * west + k]);
                xy[2 * i + k] = a + down * (b - a);
            }
        }
        return xy;
    }

    private double[] exact(int row) {
        int count = extent.width() / EVERY + 2;
        double[] xy = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = extent.west() + (i * EVERY + 0.5) * extent.step();
            xy[2 * i + 1] = extent.north() - (row + 0.5) * extent.step();
        }
        Reprojection.between(Crs.STORAGE, Landscape.WORKING).apply(xy, count);
        return xy;
    }
}

package org.riskmap.exposure;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Gauss-Krüger on CGCS2000's ellipsoid with a central meridian at a multiple of 3°: EPSG:4534–4554 without their false
 * easting, and the same for the rest of the world. Krüger's series to n⁴ (Karney 2011, "Transverse Mercator with an
 * accuracy of a few nanometers", (35), (36)): under a micrometre within 6° of the meridian.
 */
final class ThreeDegreeZone {

    private static final double N = Ellipsoid.F / (2 - Ellipsoid.F);
    private static final double N2 = N * N;
    private static final double N3 = N2 * N;
    private static final double N4 = N3 * N;
    private static final double E = Math.sqrt(Ellipsoid.E2);
    private static final double RADIUS_M = Ellipsoid.A / (1 + N) * (1 + N2 / 4 + N4 / 64);
    private static final double[] ALPHA = {
        N / 2 - 2 * N2 / 3 + 5 * N3 / 16 + 41 * N4 / 180,
        13 * N2 / 48 - 3 * N3 / 5 + 557 * N4 / 1440,
        61 * N3 / 240 - 103 * N4 / 140,
        49561 * N4 / 161280
    };
    private static final double[] BETA = {
        N / 2 - 2 * N2 / 3 + 37 * N3 / 96 - N4 / 360,
        N2 / 48 + N3 / 15 - 437 * N4 / 1440,
        17 * N3 / 480 - 37 * N4 / 840,
        4397 * N4 / 161280
    };

    private final double meridian;

    private ThreeDegreeZone(double meridian) {
        this.meridian = meridian;
    }

    /** The zone that holds a longitude in degrees. */
    static ThreeDegreeZone of(double lon) {
        return new ThreeDegreeZone(3.0 * Math.round(lon / 3));
    }

    /** A copy in metres, x east of the central meridian, y north of the equator. */
    Geometry project(Geometry degrees) {
        return changed(degrees, true);
    }

    /** A copy in degrees. */
    Geometry unproject(Geometry metres) {
        return changed(metres, false);
    }

    /**
     * By how much lengths are too long so far from the central meridian: 1.00027 at 1.5° in the south of China. (Second
     * order; the next term is under 1e-8 within 3°.)
     */
    static double scale(double eastM) {
        double relative = eastM / 6371000;
        return 1 + relative * relative / 2;
    }

    private Geometry changed(Geometry geometry, boolean forward) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence positions, int i) {
                if (forward) {
                    project(positions, i);
                } else {
                    unproject(positions, i);
                }
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    private void project(CoordinateSequence positions, int i) {
        double lambda = Math.toRadians(positions.getX(i) - meridian);
        double sin = Math.sin(Math.toRadians(positions.getY(i)));
        double t = Math.sinh(atanh(sin) - E * atanh(E * sin));
        double xi = Math.atan2(t, Math.cos(lambda));
        double eta = atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
        double north = xi;
        double east = eta;
        for (int k = 0; k < ALPHA.length; k++) {
            int m = 2 * (k + 1);
            north += ALPHA[k] * Math.sin(m * xi) * Math.cosh(m * eta);
            east += ALPHA[k] * Math.cos(m * xi) * Math.sinh(m * eta);
        }
        positions.setOrdinate(i, 0, RADIUS_M * east);
        positions.setOrdinate(i, 1, RADIUS_M * north);
    }

    private void unproject(CoordinateSequence positions, int i) {
        double xi = positions.getY(i) / RADIUS_M;
        double eta = positions.getX(i) / RADIUS_M;
        double north = xi;
        double east = eta;
        for (int k = 0; k < BETA.length; k++) {
            int m = 2 * (k + 1);
            north -= BETA[k] * Math.sin(m * xi) * Math.cosh(m * eta);
            east -= BETA[k] * Math.cos(m * xi) * Math.sinh(m * eta);
        }
        double conformal = Math.asin(Math.sin(north) / Math.cosh(east));
        positions.setOrdinate(i, 0, meridian + Math.toDegrees(Math.atan2(Math.sinh(east), Math.cos(north))));
        positions.setOrdinate(i, 1, Math.toDegrees(geodetic(conformal)));
    }

    /** Geodetic latitude of a conformal one, by Newton's method (Karney 2011, (19)–(21)). */
    private static double geodetic(double conformal) {
        double wanted = Math.tan(conformal);
        double tau = wanted;
        for (int round = 0; round < 5; round++) {
            double root = Math.sqrt(1 + tau * tau);
            double sigma = Math.sinh(E * atanh(E * tau / root));
            double now = tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
            double step = (wanted - now)
                    / Math.sqrt(1 + now * now)
                    * (1 + (1 - Ellipsoid.E2) * tau * tau)
                    / ((1 - Ellipsoid.E2) * root);
            tau += step;
            if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(tau))) {
                break;
            }
        }
        return Math.atan(tau);
    }

    private static double atanh(double x) {
        return (Math.log1p(x) - Math.log1p(-x)) / 2;
    }
}

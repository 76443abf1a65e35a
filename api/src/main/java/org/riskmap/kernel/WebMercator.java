package org.riskmap.kernel;

/**
 * The spherical Mercator of web maps on geographic coordinates, in closed form, since nearly every map asks for it. Source:
 * EPSG method 1024, Popular Visualisation Pseudo Mercator.
 */
final class WebMercator {

    private static final double RADIUS_M = 6378137.0;

    private WebMercator() {}

    /** Degrees to metres; the poles have no place. */
    static final class Forward implements Reprojection.Step {
        private double x;
        private double y;

        @Override
        public void apply(double lon, double lat) {
            if (Math.abs(lat) >= 90 || Double.isNaN(lon)) {
                x = Double.NaN;
                y = Double.NaN;
                return;
            }
            x = RADIUS_M * Math.toRadians(lon);
            double sin = Math.sin(Math.toRadians(lat));
            y = RADIUS_M / 2 * Math.log((1 + sin) / (1 - sin));
        }

        @Override
        public double x() {
            return x;
        }

        @Override
        public double y() {
            return y;
        }
    }

    /** Metres to degrees. Positions in a row of a picture have one latitude, reckoned once. */
    static final class Inverse implements Reprojection.Step {
        private double lon;
        private double lat = Double.NaN;
        private double lastY = Double.NaN;

        @Override
        public void apply(double x, double y) {
            lon = Math.toDegrees(x / RADIUS_M);
            if (y != lastY) {
                lat = Math.toDegrees(2 * Math.atan(Math.exp(y / RADIUS_M)) - Math.PI / 2);
                lastY = y;
            }
        }

        @Override
        public double x() {
            return lon;
        }

        @Override
        public double y() {
            return lat;
        }
    }
}

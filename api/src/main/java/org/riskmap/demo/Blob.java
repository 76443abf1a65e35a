package org.riskmap.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Outlines as a surveyor would walk them: longer in one direction, bulging here and there. */
final class Blob {

    private static final int VERTICES = 40;

    private Blob() {}

    /**
     * A patch around a middle.
     *
     * @param x easting, m
     * @param y northing, m
     * @param longM half its length, m
     * @param wideM half its width, m
     * @param direction of its length, radians anticlockwise from the east
     */
    static MultiPolygon around(
            double x, double y, double longM, double wideM, double direction, Dice dice, GeometryFactory factory) {
        double[] phase = {dice.real(0, 6.28), dice.real(0, 6.28), dice.real(0, 6.28)};
        double[] bulge = {dice.real(0.05, 0.22), dice.real(0.04, 0.13), dice.real(0.02, 0.07)};
        double cos = StrictMath.cos(direction);
        double sin = StrictMath.sin(direction);
        Coordinate[] ring = new Coordinate[VERTICES + 1];
        for (int i = 0; i < VERTICES; i++) {
            double angle = 2 * Math.PI * i / VERTICES;
            double radius = 1
                    + bulge[0] * StrictMath.sin(2 * angle + phase[0])
                    + bulge[1] * StrictMath.sin(3 * angle + phase[1])
                    + bulge[2] * StrictMath.sin(7 * angle + phase[2]);
            double along = longM * radius * StrictMath.cos(angle);
            double across = wideM * radius * StrictMath.sin(angle);
            ring[i] = new Coordinate(x + along * cos - across * sin, y + along * sin + across * cos);
        }
        ring[VERTICES] = ring[0].copy();
        return factory.createMultiPolygon(new Polygon[] {factory.createPolygon(ring)});
    }

    /** Corners cut twice; the ends stay. Source: Chaikin 1974. */
    static double[] rounded(double[] xy) {
        return cut(cut(xy));
    }

    private static double[] cut(double[] xy) {
        int pieces = xy.length / 2 - 1;
        double[] result = new double[4 * pieces + 4];
        int at = 0;
        result[at++] = xy[0];
        result[at++] = xy[1];
        for (int i = 0; i < pieces; i++) {
            for (double part = 0.25; part < 1; part += 0.5) {
                result[at++] = xy[2 * i] + part * (xy[2 * i + 2] - xy[2 * i]);
                result[at++] = xy[2 * i + 1] + part * (xy[2 * i + 3] - xy[2 * i + 1]);
            }
        }
        result[at++] = xy[xy.length - 2];
        result[at] = xy[xy.length - 1];
        return result;
    }
}

package org.riskmap.network;

import org.riskmap.kernel.Geodesy;

/** Lengths of lines on the ellipsoid of CGCS2000. */
public final class Lengths {

    /** Up to this many degrees the mid-latitude formula is used. */
    private static final double SHORT_DEG = 0.02;

    private Lengths() {}

    /**
     * Geodesic distance in metres between two positions in degrees, longitude first. For lines up to about 2 km by the
     * mid-latitude formula, within 1e-8 of the length of Karney's solution that serves longer ones.
     */
    public static double metres(double lon1, double lat1, double lon2, double lat2) {
        double dLon = lon2 - lon1;
        double dLat = lat2 - lat1;
        if (Math.abs(dLon) > SHORT_DEG || Math.abs(dLat) > SHORT_DEG) {
            return Geodesy.distanceM(lon1, lat1, lon2, lat2);
        }
        double middle = (lat1 + lat2) / 2;
        return Math.hypot(dLon * Geodesy.metresPerDegreeLon(middle), dLat * Geodesy.metresPerDegreeLat(middle));
    }
}

package org.riskmap.kernel;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Lengths on the ellipsoid of CGCS2000 (GRS 80; equal to WGS 84's within 0.1 mm here). Source: Karney 2013, "Algorithms
 * for geodesics", through GeographicLib.
 */
public final class Geodesy {

    /** a and f of CGCS2000 (EPSG ellipsoid 1024). */
    public static final Geodesic ELLIPSOID = new Geodesic(6378137.0, 1 / 298.257222101);

    private static final double FIRST_ECCENTRICITY_SQUARED = (2 - 1 / 298.257222101) / 298.257222101;

    private Geodesy() {}

    /** Geodesic distance in metres between two positions in degrees, longitude first. */
    public static double distanceM(double lon1, double lat1, double lon2, double lat2) {
        return ELLIPSOID.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
    }

    /** Metres per degree of latitude along the meridian at a latitude in degrees. */
    public static double metresPerDegreeLat(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        double w = 1 - FIRST_ECCENTRICITY_SQUARED * sin * sin;
        return Math.toRadians(6378137.0 * (1 - FIRST_ECCENTRICITY_SQUARED) / (w * Math.sqrt(w)));
    }

    /** Metres per degree of longitude along the parallel at a latitude in degrees. */
    public static double metresPerDegreeLon(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        return Math.toRadians(
                6378137.0 * Math.cos(Math.toRadians(lat)) / Math.sqrt(1 - FIRST_ECCENTRICITY_SQUARED * sin * sin));
    }

    /**
     * EPSG code of the CGCS2000 3° Gauss-Kruger zone (4534–4554, by central meridian, easting in 6 digits) that holds a
     * longitude.
     *
     * @param lon degrees, 73.5 to 136.5
     * @throws InvalidInput outside China's zones
     */
    public static int threeDegreeZone(double lon) {
        long meridian = Math.round(lon / 3) * 3;
        if (meridian < 75 || meridian > 135) {
            throw new InvalidInput(
                    "longitude",
                    lon + "° lies outside CGCS2000's 3° zones",
                    "give positions between 73.5°E and 136.5°E");
        }
        return (int) (4534 + (meridian - 75) / 3);
    }
}

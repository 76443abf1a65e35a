package org.riskmap.filter;

import java.util.Locale;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.InvalidInput;

/**
 * A distance of DWithin or Beyond.
 *
 * @param amount in metres, or in the system's own unit
 * @param metres whether it is in metres; then positions in degrees are measured on the ellipsoid
 */
record Distance(double amount, boolean metres) {

    /** @throws InvalidInput where the unit is unknown */
    static Distance of(String input, DistanceBufferOperator operator) {
        double amount = operator.getDistance();
        String unit = String.valueOf(operator.getDistanceUnits());
        String name = unit.substring(Math.max(unit.lastIndexOf('#'), unit.lastIndexOf(':')) + 1);
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "m", "meter", "meters", "metre", "metres", "9001" -> new Distance(amount, true);
            case "km", "kilometer", "kilometers", "kilometre", "kilometres", "9036" ->
                new Distance(amount * 1000, true);
            case "ft", "foot", "feet", "9002" -> new Distance(amount * 0.3048, true);
            case "mi", "mile", "miles", "statute miles", "9093" -> new Distance(amount * 1609.344, true);
            case "nmi", "nautical mile", "nautical miles", "9030" -> new Distance(amount * 1852, true);
            case "", "null", "deg", "degree", "degrees", "unity", "9102", "9122" -> new Distance(amount, false);
            default ->
                throw new InvalidInput(
                        input,
                        "'" + unit + "' is not a unit of length",
                        "use m, km, feet, statute miles, nautical miles or degrees");
        };
    }

    /** Whether two geometries in a system are at most this far apart. */
    boolean reaches(Geometry a, Geometry b, Crs crs) {
        if (!metres || !crs.geographic()) {
            return a.isWithinDistance(b, amount);
        }
        return groundM(a, b) <= amount;
    }

    /** Metres on the ellipsoid between the nearest points, which are looked for in a plane true to scale at their middle. */
    private static double groundM(Geometry a, Geometry b) {
        double lat = (Envelope.of(a).union(Envelope.of(b)).minY()
                        + Envelope.of(a).union(Envelope.of(b)).maxY())
                / 2;
        for (int round = 0; ; round++) {
            double kx = Geodesy.metresPerDegreeLon(lat);
            double ky = Geodesy.metresPerDegreeLat(lat);
            AffineTransformation plane = AffineTransformation.scaleInstance(kx, ky);
            Coordinate[] nearest = DistanceOp.nearestPoints(plane.transform(a), plane.transform(b));
            double latA = nearest[0].y / ky;
            double latB = nearest[1].y / ky;
            double middle = (latA + latB) / 2;
            if (round == 2 || Math.abs(middle - lat) < 0.01) {
                return Geodesy.distanceM(nearest[0].x / kx, latA, nearest[1].x / kx, latB);
            }
            lat = middle;
        }
    }

    /** Wider than every position that is reached, in degrees; for a quick look before the exact one. */
    Envelope around(Geometry geometry) {
        Envelope box = Envelope.of(geometry);
        double byLat = amount / 110_000;
        double highest = Math.min(89, Math.max(Math.abs(box.minY()), Math.abs(box.maxY())) + byLat);
        double byLon = amount / Geodesy.metresPerDegreeLon(highest) * 1.01;
        return highest >= 89 ? new Envelope(-180, -90, 180, 90) : box.grown(Math.min(360, byLon), byLat);
    }
}

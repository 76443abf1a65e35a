package org.riskmap.network;

import org.locationtech.jts.geom.Geometry;

/** Rivers that nobody walks across. Immutable. */
public final class Rivers {

    private final double[] lon;
    private final double[] lat;
    private final SegmentIndex index;

    /** @param lines geometries of lines, degrees */
    Rivers(Iterable<Geometry> lines) {
        Lines flat = new Lines();
        for (Geometry river : lines) {
            for (int part = 0; part < river.getNumGeometries(); part++) {
                flat.add(river.getGeometryN(part).getCoordinates());
            }
        }
        this.lon = flat.lon();
        this.lat = flat.lat();
        this.index = new SegmentIndex(lon, lat, flat.start(), flat.end());
    }

    /** Whether the straight walk between two positions in degrees gets to the other side of a river. */
    public boolean crossed(double lon1, double lat1, double lon2, double lat2) {
        boolean[] crossed = {false};
        visit(
                Math.min(lon1, lon2),
                Math.min(lat1, lat2),
                Math.max(lon1, lon2),
                Math.max(lat1, lat2),
                (aLon, aLat, bLon, bLat) ->
                        crossed[0] = crossed[0] || crosses(lon1, lat1, lon2, lat2, aLon, aLat, bLon, bLat));
        return crossed[0];
    }

    /** Whether the straight walk from 1 to 2 gets to the other side of the river's straight piece from a to b. */
    public static boolean crosses(
            double lon1, double lat1, double lon2, double lat2, double aLon, double aLat, double bLon, double bLat) {
        return Crossing.crosses(lon1, lat1, lon2, lat2, aLon, aLat, bLon, bLat);
    }

    /** Tells of every straight piece of a river whose box shares a point with the given one, degrees. */
    public void visit(double minLon, double minLat, double maxLon, double maxLat, Piece visitor) {
        index.visit(minLon, minLat, maxLon, maxLat, (line, i) -> visitor.from(lon[i], lat[i], lon[i + 1], lat[i + 1]));
    }

    /** Told of one straight piece, degrees. */
    @FunctionalInterface
    public interface Piece {
        void from(double lon1, double lat1, double lon2, double lat2);
    }
}

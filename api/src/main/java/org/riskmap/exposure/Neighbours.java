package org.riskmap.exposure;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.riskmap.kernel.Feature;

/**
 * Features, arranged so that all those near something are found: exact, by geodesic distance to edges that are great
 * circles, as PostGIS draws them on {@code geography}. Safe for many threads once made.
 */
public final class Neighbours {

    private static final double AT_THE_LIMIT_M = 1e-6;

    private final HazardIndex index;

    /**
     * @param number of the feature in the list
     * @param distanceM 0 where the two share a place
     * @param inside whether a polygon of the feature holds a place of the thing, its edge included
     */
    public record Neighbour(int number, double distanceM, boolean inside) {}

    /** @param features in EPSG:4490, longitude first; what is not valid is repaired */
    public Neighbours(List<Feature> features) {
        index = new HazardIndex(features.stream()
                .map(Feature::geometry)
                .map(geometry -> geometry.isValid() ? geometry : GeometryFixer.fix(geometry))
                .map(Ellipsoid::followed)
                .toList());
    }

    /** All features no farther than {@code mostM} from a thing, by number. */
    public List<Neighbour> of(Geometry thing, double mostM) {
        return index.contacts(Ellipsoid.followed(thing), mostM + AT_THE_LIMIT_M).stream()
                .map(contact -> new Neighbour(contact.hazard(), contact.distanceM(), contact.holds()))
                .toList();
    }
}

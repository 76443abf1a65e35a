package org.riskmap.exposure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What lies farther than one distance and not farther than the next from the nearest hazard; the first ring holds the
 * hazards too.
 *
 * @param number from 0, inside out
 * @param hazard id of the hazard that the ring belongs to; null: all hazards together
 * @param fromM exclusive, but 0 inclusive
 * @param toM inclusive; where hazards reach differently far, the largest
 * @param toLeastM the smallest of all hazards; {@code toM} where all reach as far
 * @param geometry in degrees, drawn; membership is computed, not read off it
 * @param areaM2 of the geometry on the ellipsoid; NaN where nothing was drawn
 * @param population persons whose nearest hazard is this one (of all)
 * @param households the same for households
 * @param counts exposed features by layer
 * @param lengthsM how much of exposed lines lies in it, by layer; empty for the ring of one hazard
 * @param areasM2 how much of exposed polygons lies in it, by layer; empty for the ring of one hazard
 * @param radiusError largest relative error of its drawn outer edge, measured; null for the ring of one hazard
 */
public record Ring(
        int number,
        @Nullable String hazard,
        double fromM,
        double toM,
        double toLeastM,
        MultiPolygon geometry,
        double areaM2,
        long population,
        long households,
        Map<String, Integer> counts,
        Map<String, Double> lengthsM,
        Map<String, Double> areasM2,
        @Nullable Double radiusError) {}

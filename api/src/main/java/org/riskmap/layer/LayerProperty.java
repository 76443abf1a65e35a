package org.riskmap.layer;

import org.jspecify.annotations.Nullable;

/**
 * A property of a layer's features.
 *
 * @param name as published
 * @param sqlType as in {@link org.riskmap.postgis.TableShape.Column}; {@code text} for one that is computed
 * @param nullable whether null is allowed
 * @param geometryType {@code Point}, {@code MultiPolygon}, {@code Geometry}, …; null where it is not geometry
 */
public record LayerProperty(
        String name,
        String sqlType,
        boolean nullable,
        @Nullable String geometryType) {

    public boolean isGeometry() {
        return geometryType != null;
    }
}

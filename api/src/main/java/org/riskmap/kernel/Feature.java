package org.riskmap.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map.
 *
 * @param id unique in its layer, {@code [A-Za-z0-9_.-]{1,64}}
 * @param geometry in the layer's system, east first; null where the row has none
 * @param properties values by column name in the order asked for, geometry excluded; a value may be null
 */
public record Feature(String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {}

package org.riskmap.layer;

import java.time.Duration;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * Which features of a layer, and how much of each.
 *
 * @param bounds features whose envelope shares a point with this, in the layer's native system, east first; null means
 *     anywhere
 * @param filter over the published properties; a geometry in it that names no system is in the layer's native one, east first
 * @param properties to read besides the geometry, in this order; null means all
 * @param sort keys of the order, the most important first
 * @param offset how many to leave out at the beginning, from 0
 * @param limit most features to give; null means no limit
 * @param resolution in units of the native system per pixel: detail smaller than four fifths of a pixel may be left out of lines and
 *     polygons; 0 keeps all
 * @param timeout after which the database gives up
 */
public record FeatureQuery(
        @Nullable Envelope bounds,
        Filter filter,
        @Nullable List<String> properties,
        List<SortKey> sort,
        long offset,
        @Nullable Long limit,
        double resolution,
        Duration timeout) {

    /** Detail below this part of {@code resolution} is left out. */
    public static final double SMALLEST_DETAIL = 0.8;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Fails with {@link IllegalArgumentException} on a negative offset, limit or resolution. */
    public FeatureQuery {
        if (offset < 0 || limit != null && limit < 0 || !(resolution >= 0)) {
            throw new IllegalArgumentException("offset, limit and resolution of a query are not negative");
        }
        properties = properties == null ? null : List.copyOf(properties);
        sort = List.copyOf(sort);
    }

    /** Every feature with every property, within a minute. */
    public static FeatureQuery all() {
        return new FeatureQuery(null, Filter.INCLUDE, null, List.of(), 0, null, 0, A_MINUTE);
    }

    public FeatureQuery withBounds(Envelope changed) {
        return new FeatureQuery(changed, filter, properties, sort, offset, limit, resolution, timeout);
    }

    public FeatureQuery withFilter(Filter changed) {
        return new FeatureQuery(bounds, changed, properties, sort, offset, limit, resolution, timeout);
    }

    public FeatureQuery withProperties(List<String> changed) {
        return new FeatureQuery(bounds, filter, changed, sort, offset, limit, resolution, timeout);
    }

    public FeatureQuery withSort(List<SortKey> changed) {
        return new FeatureQuery(bounds, filter, properties, changed, offset, limit, resolution, timeout);
    }

    public FeatureQuery withPage(long changedOffset, @Nullable Long changedLimit) {
        return new FeatureQuery(bounds, filter, properties, sort, changedOffset, changedLimit, resolution, timeout);
    }

    public FeatureQuery withResolution(double changed) {
        return new FeatureQuery(bounds, filter, properties, sort, offset, limit, changed, timeout);
    }

    public FeatureQuery withTimeout(Duration changed) {
        return new FeatureQuery(bounds, filter, properties, sort, offset, limit, resolution, changed);
    }

    /** Whether part of the features is asked for, so that their order must not change between two requests. */
    boolean paged() {
        return offset > 0 || limit != null;
    }
}

package org.riskmap.layer;

import org.riskmap.catalog.FeatureLayer;

/** How many features queries find. Safe for many threads. */
@FunctionalInterface
public interface FeatureCounts {

    /** The features that the query finds, its page left aside, among all that was committed before the call. */
    long of(FeatureLayer layer, FeatureQuery query);
}

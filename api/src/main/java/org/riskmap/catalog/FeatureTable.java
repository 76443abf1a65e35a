package org.riskmap.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a layer's rows come from.
 *
 * @param store the database and schema
 * @param table or view, unquoted
 * @param attributes to publish in this order; empty means all columns
 * @param cqlFilter ECQL that every row must fulfil, not parsed yet; null where all are published
 * @param maxFeatures most features that one request gets; 0 means no limit of its own
 */
public record FeatureTable(
        PostgisStore store,
        String table,
        List<Attribute> attributes,
        @Nullable String cqlFilter,
        int maxFeatures) {

    public FeatureTable {
        attributes = List.copyOf(attributes);
    }
}

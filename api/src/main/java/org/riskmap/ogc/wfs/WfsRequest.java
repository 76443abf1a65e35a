package org.riskmap.ogc.wfs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.XmlElement;
import org.riskmap.layer.SortKey;

/** What a client asks, read once at the edge. */
sealed interface WfsRequest {

    WfsVersion version();

    /**
     * @param sections to give; empty means all
     * @param updateSequence that the client has; null where it has none
     */
    record GetCapabilities(
            WfsVersion version,
            Set<String> sections,
            @Nullable String updateSequence) implements WfsRequest {}

    /**
     * @param types empty means all
     * @param outputFormat null means the version's own
     */
    record DescribeFeatureType(
            WfsVersion version,
            List<TypeName> types,
            @Nullable String outputFormat) implements WfsRequest {}

    /**
     * @param queries at least one
     * @param hits whether only the number is asked for
     * @param startIndex how many to leave out, from 0
     * @param count most features to give; null means no limit
     * @param outputFormat null means the version's own
     * @param links where the next and the previous page would be asked for; null where the request was posted
     */
    record GetFeature(
            WfsVersion version,
            List<Query> queries,
            boolean hits,
            long startIndex,
            @Nullable Long count,
            @Nullable String outputFormat,
            @Nullable PageLinks links)
            implements WfsRequest {

        /** The same for an answer in one system, whatever the queries ask for. */
        GetFeature in(String srsName) {
            List<Query> same = queries.stream().map(query -> query.in(srsName)).toList();
            return new GetFeature(version, same, hits, startIndex, count, outputFormat, links);
        }
    }

    /** @param valueReference the property */
    record GetPropertyValue(GetFeature features, String valueReference) implements WfsRequest {
        @Override
        public WfsVersion version() {
            return features.version();
        }
    }

    /** The stored query GetFeatureById: one feature, without a collection round it. */
    record GetFeatureById(
            WfsVersion version, String id, @Nullable String outputFormat) implements WfsRequest {}

    record ListStoredQueries(WfsVersion version) implements WfsRequest {}

    /** @param ids empty means all */
    record DescribeStoredQueries(WfsVersion version, List<String> ids) implements WfsRequest {}

    /** @param actions in their order, at least one */
    record Transaction(WfsVersion version, List<Action> actions) implements WfsRequest {}

    /** One action of a transaction; its handle, null where it has none, names it in the answer. */
    sealed interface Action {
        @Nullable
        String handle();

        /**
         * @param feature its own element
         * @param keepsId whether the feature's id in the document becomes its id
         */
        record Insert(@Nullable String handle, XmlElement feature, boolean keepsId) implements Action {}

        /** @param values elements by property; null empties it */
        record Update(
                @Nullable String handle,
                TypeName type,
                Map<String, @Nullable XmlElement> values,
                Filter filter,
                @Nullable String srsName)
                implements Action {}

        /** @param feature its own element */
        record Replace(@Nullable String handle, XmlElement feature, Filter filter) implements Action {}

        record Delete(@Nullable String handle, TypeName type, Filter filter) implements Action {}
    }

    /**
     * A type as the client calls it.
     *
     * @param text as written, with prefix
     * @param spaces name spaces by the client's prefixes; empty where it declares none
     */
    record TypeName(String text, Map<String, String> spaces) {
        public TypeName {
            spaces = Map.copyOf(spaces);
        }
    }

    /**
     * One query of GetFeature.
     *
     * @param type null where ids say it
     * @param filter without box and ids; its geometries as written
     * @param bbox null where none is given
     * @param ids empty where none are given
     * @param properties to give; null means all
     * @param sort keys of the order
     * @param srsName null means the layer's own
     * @param filterIsEcql whether the filter was ECQL
     */
    record Query(
            @Nullable TypeName type,
            Filter filter,
            @Nullable Bbox bbox,
            List<String> ids,
            @Nullable List<String> properties,
            List<SortKey> sort,
            @Nullable String srsName,
            boolean filterIsEcql) {

        Query in(String other) {
            return new Query(type, filter, bbox, ids, properties, sort, other, filterIsEcql);
        }
    }

    /** @param crs as written; null where none is named */
    record Bbox(
            double first,
            double second,
            double third,
            double fourth,
            @Nullable String crs) {}
}

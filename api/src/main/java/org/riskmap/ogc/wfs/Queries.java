package org.riskmap.ogc.wfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.filter.SrsName;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import org.riskmap.layer.SortKey;

/** Queries as clients write them to queries of layers: types, properties, systems and filters are looked up and checked. */
final class Queries {

    private final FeatureReader reader;
    private final FeatureCounts counts;
    private final WfsSettings settings;
    private final FeatureTypes types;

    Queries(FeatureReader reader, FeatureCounts counts, WfsSettings settings, FeatureTypes types) {
        this.counts = counts;
        this.reader = reader;
        this.settings = settings;
        this.types = types;
    }

    /** The same query for one property alone. */
    WfsRequest.Query only(WfsRequest.Query query, String property) {
        FeatureLayer layer = types.find(typeOf(query));
        if (reader.schema(layer).property(property).isEmpty()) {
            throw WfsFailure.invalid(
                    "valueReference",
                    "There is no property '" + property + "'; the properties are "
                            + reader.schema(layer).names());
        }
        return new WfsRequest.Query(
                query.type(),
                query.filter(),
                query.bbox(),
                query.ids(),
                List.of(property),
                query.sort(),
                query.srsName(),
                query.filterIsEcql());
    }

    private WfsRequest.TypeName typeOf(WfsRequest.Query query) {
        if (query.type() == null) {
            throw WfsFailure.missing("typeNames", "The query says no type");
        }
        return query.type();
    }

    /**
     * @param skip features to leave out at the beginning
     * @param most features to give
     * @param hits whether only the number is asked for
     */
    AnswerPart part(WfsRequest.Query query, WfsVersion version, long skip, long most, boolean hits) {
        FeatureLayer layer = types.find(typeOf(query));
        LayerSchema schema = reader.schema(layer);
        List<LayerProperty> properties = properties(query.properties(), schema, layer);
        OutputCrs crs = OutputCrs.of(query.srsName(), layer.declaredCrs(), version);
        Filter filter = filter(query, layer, schema, version);
        String geometry = schema.geometry()
                .filter(properties::contains)
                .map(LayerProperty::name)
                .orElse(null);
        long limit = layer.maxFeatures() > 0 ? Math.min(most, layer.maxFeatures()) : most;
        FeatureQuery all = FeatureQuery.all()
                .withFilter(filter)
                .withSort(sort(query.sort(), schema))
                .withProperties(properties.stream().map(LayerProperty::name).toList())
                .withTimeout(Duration.ofSeconds(settings.timeoutS()));
        long matched = counts.of(layer, all);
        long returned = Math.max(0, Math.min(limit, matched - skip));
        boolean whole = skip == 0 && returned == matched;
        FeatureQuery page = whole ? all : all.withPage(skip, returned);
        return new AnswerPart(layer, types.space(layer), page, properties, geometry, crs, matched, hits ? 0 : returned);
    }

    private static List<LayerProperty> properties(
            @Nullable List<String> asked, LayerSchema schema, FeatureLayer layer) {
        if (asked == null) {
            return schema.properties();
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : asked) {
            String plain = KvpQueries.plain(name);
            if (schema.property(plain).isEmpty()) {
                throw WfsFailure.invalid(
                        "propertyName",
                        "Requested property: " + plain + " is not available for " + layer.qualifiedName()
                                + ".  The possible propertyName values are: " + schema.names());
            }
            wanted.add(plain);
        }
        return schema.properties().stream()
                .filter(property -> wanted.contains(property.name()))
                .toList();
    }

    private static List<SortKey> sort(List<SortKey> keys, LayerSchema schema) {
        for (SortKey key : keys) {
            boolean sortable = schema.property(key.property())
                    .map(property -> !property.isGeometry())
                    .orElse(false);
            if (!sortable) {
                throw WfsFailure.invalid(
                        "sortBy",
                        "Features cannot be sorted by '" + key.property() + "'; the properties are " + schema.names());
            }
        }
        return keys;
    }

    /** What a geometry is in that names no system: the layer's by authority; under WFS 1.0 x, y. */
    static Crs assumed(FeatureLayer layer, WfsVersion version) {
        return version == WfsVersion.V1_0_0
                ? layer.declaredCrs().eastFirst()
                : Crs.byAuthority(layer.declaredCrs().code());
    }

    private Filter filter(WfsRequest.Query query, FeatureLayer layer, LayerSchema schema, WfsVersion version) {
        Crs assumed = assumed(layer, version);
        String input = query.filterIsEcql() ? "cql_filter" : "filter";
        refuseStrangeIds(query, layer);
        if (Filters.properties(query.filter()).contains("gml:boundedBy")) {
            throw new WfsFailure(
                    WfsFailure.Code.OPERATION_PROCESSING_FAILED,
                    "filter",
                    "gml:boundedBy cannot be compared with a value");
        }
        List<Filter> filters = new ArrayList<>();
        try {
            Filters.check(input, query.filter(), schema.names());
            Filters.checkPlaces(input, query.filter(), schema.geometries());
            filters.add(Filters.placed(input, query.filter(), assumed, layer.nativeCrs()));
        } catch (InvalidInput unusable) {
            throw WfsFailure.invalid("filter", unusable);
        }
        WfsRequest.Bbox bbox = query.bbox();
        if (bbox != null) {
            filters.add(bbox(bbox, assumed, layer));
        }
        if (!query.ids().isEmpty()) {
            var factory = CommonFactoryFinder.getFilterFactory();
            filters.add(factory.id(new LinkedHashSet<>(
                    query.ids().stream().map(factory::featureId).toList())));
        }
        return Filters.all(filters);
    }

    /** An id of another type than the query's is a mistake of the client (ISO 19142, 7.9.2.4.1). */
    private void refuseStrangeIds(WfsRequest.Query query, FeatureLayer layer) {
        Set<String> ids = new LinkedHashSet<>(query.ids());
        ids.addAll(Filters.ids(query.filter()));
        for (String id : ids) {
            int dot = id.indexOf('.');
            if (dot > 0 && !id.startsWith(layer.name() + ".") && types.has(id.substring(0, dot))) {
                throw WfsFailure.invalid("RESOURCEID", "Feature '" + id + "' is not of type " + layer.qualifiedName());
            }
        }
    }

    private static Filter bbox(WfsRequest.Bbox bbox, Crs assumed, FeatureLayer layer) {
        try {
            Crs crs = bbox.crs() == null ? assumed : SrsName.parse("bbox", bbox.crs());
            return Filters.bbox(
                    "bbox", bbox.first(), bbox.second(), bbox.third(), bbox.fourth(), crs, layer.nativeCrs());
        } catch (InvalidInput unusable) {
            throw WfsFailure.invalid("bbox", unusable);
        }
    }
}

package org.riskmap.ogc.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.filter.SrsName;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import org.riskmap.layer.SortKey;

/** GetFeature, GetFeatureById and GetPropertyValue: request to queries, queries to features, features to text as they come. */
final class Features {

    private static final Pattern GML_ID = Pattern.compile("(.*/)?@(\\w+:)?id");
    private static final int BUFFER_BYTES = 1 << 16;

    private final FeatureReader reader;
    private final WfsSettings settings;
    private final FeatureTypes types;
    private final String serviceUrl;

    Features(FeatureReader reader, WfsSettings settings, FeatureTypes types, String serviceUrl) {
        this.reader = reader;
        this.settings = settings;
        this.types = types;
        this.serviceUrl = serviceUrl;
    }

    void answer(WfsRequest.GetFeature request, HttpServletResponse response) throws IOException {
        OutputFormat format = OutputFormat.of(request.outputFormat(), request.version());
        Answer answer = answerTo(request);
        String type = request.hits()
                        && request.outputFormat() == null
                        && request.version().is2()
                ? "text/xml"
                : format.contentType(request.outputFormat());
        TextOut out = open(response, type);
        FeatureEncoder encoder = format.encoder(out, answer);
        encoder.begin(answer);
        for (AnswerPart part : answer.parts()) {
            encoder.beginPart(part);
            if (!request.hits()) {
                each(part, encoder::feature);
            }
            encoder.endPart();
        }
        encoder.end();
        out.finish();
    }

    void value(WfsRequest.GetPropertyValue request, HttpServletResponse response) throws IOException {
        WfsRequest.GetFeature features = request.features();
        boolean ids = GML_ID.matcher(request.valueReference()).matches();
        String property = ids ? "" : Kvp.plain(request.valueReference());
        List<WfsRequest.Query> queries = features.queries().stream()
                .map(query -> ids ? query : only(query, property))
                .toList();
        Answer answer = answerTo(new WfsRequest.GetFeature(
                features.version(),
                queries,
                features.hits(),
                features.startIndex(),
                features.count(),
                null,
                features.links()));
        TextOut out = open(response, "text/xml");
        GmlEncoder encoder = new GmlEncoder(out, Gml.Dialect.GML32, answer);
        encoder.beginValues();
        for (AnswerPart part : answer.parts()) {
            if (!features.hits()) {
                each(part, ids ? (feature, geometry) -> encoder.id(feature) : encoder::value);
            }
        }
        encoder.end();
        out.finish();
    }

    private WfsRequest.Query only(WfsRequest.Query query, String property) {
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

    void byId(WfsRequest.GetFeatureById request, HttpServletResponse response) throws IOException {
        String id = request.id();
        WfsFailure notFound = new WfsFailure(WfsFailure.Code.NOT_FOUND, "id", "There is no feature '" + id + "'");
        AnswerPart part = partOfId(id, request.version(), notFound);
        OutputFormat format = OutputFormat.of(request.outputFormat(), request.version());
        try (FeatureCursor cursor = reader.read(part.layer(), part.query())) {
            if (!cursor.next()) {
                throw notFound;
            }
            Feature feature = cursor.feature();
            Geometry geometry = shown(part, feature);
            Answer answer = new Answer(request.version(), List.of(part), now(), serviceUrl, null, null, false);
            TextOut out = open(response, format.contentType(request.outputFormat()));
            if (format == OutputFormat.GML32) {
                new GmlEncoder(out, Gml.Dialect.GML32, answer).alone(feature, geometry);
            } else {
                FeatureEncoder encoder = format.encoder(out, answer);
                encoder.begin(answer);
                encoder.beginPart(part);
                encoder.feature(feature, geometry);
                encoder.endPart();
                encoder.end();
            }
            out.finish();
        }
    }

    private AnswerPart partOfId(String id, WfsVersion version, WfsFailure notFound) {
        int dot = id.indexOf('.');
        if (dot < 1) {
            throw notFound;
        }
        WfsRequest.Query query = new WfsRequest.Query(
                new WfsRequest.TypeName(id.substring(0, dot), java.util.Map.of()),
                Filter.INCLUDE,
                null,
                List.of(id),
                null,
                List.of(),
                null,
                false);
        try {
            return part(query, version, 0, 1L, false);
        } catch (WfsFailure unknownType) {
            throw notFound;
        }
    }

    private Answer answerTo(WfsRequest.GetFeature request) {
        if (request.queries().size() > settings.maxQueries()) {
            throw WfsFailure.invalid("typeNames", "More than " + settings.maxQueries() + " queries in one request");
        }
        List<AnswerPart> parts = new ArrayList<>();
        long skip = request.startIndex();
        long left = Math.min(request.count() == null ? Long.MAX_VALUE : request.count(), settings.maxFeatures());
        for (WfsRequest.Query query : request.queries()) {
            AnswerPart part = part(query, request.version(), skip, left, request.hits());
            parts.add(part);
            skip = Math.max(0, skip - part.matched());
            left -= part.returned();
        }
        long matched = parts.stream().mapToLong(AnswerPart::matched).sum();
        long returned = parts.stream().mapToLong(AnswerPart::returned).sum();
        return new Answer(
                request.version(),
                parts,
                now(),
                serviceUrl,
                next(request, matched, returned),
                previous(request),
                request.hits());
    }

    private static @Nullable String next(WfsRequest.GetFeature request, long matched, long returned) {
        PageLinks links = request.links();
        if (links == null || !request.version().is2()) {
            return null;
        }
        if (request.hits()) {
            return links.at(0, request.count());
        }
        long end = request.startIndex() + returned;
        boolean more = returned > 0 && end < matched;
        return more ? links.at(end, request.count() == null ? Long.valueOf(returned) : request.count()) : null;
    }

    private static @Nullable String previous(WfsRequest.GetFeature request) {
        PageLinks links = request.links();
        Long count = request.count();
        if (links == null || !request.version().is2() || request.hits() || request.startIndex() == 0) {
            return null;
        }
        long page = count == null ? request.startIndex() : count;
        long start = Math.max(0, request.startIndex() - page);
        return links.at(start, Math.min(page, request.startIndex() - start));
    }

    private WfsRequest.TypeName typeOf(WfsRequest.Query query) {
        if (query.type() == null) {
            throw WfsFailure.missing("typeNames", "The query says no type");
        }
        return query.type();
    }

    private AnswerPart part(WfsRequest.Query query, WfsVersion version, long skip, long most, boolean hits) {
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
        long matched = reader.count(layer, all);
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
            String plain = Kvp.plain(name);
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

    /** A geometry that names no system is in the layer's by authority; under WFS 1.0 x, y. */
    private Filter filter(WfsRequest.Query query, FeatureLayer layer, LayerSchema schema, WfsVersion version) {
        Crs assumed = version == WfsVersion.V1_0_0
                ? layer.declaredCrs().eastFirst()
                : Crs.byAuthority(layer.declaredCrs().code());
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

    /** What takes one feature and its geometry as it is to be shown. */
    private interface Taker {
        void take(Feature feature, @Nullable Geometry geometry);
    }

    private void each(AnswerPart part, Taker taker) {
        if (part.returned() == 0) {
            return;
        }
        try (FeatureCursor cursor = reader.read(part.layer(), part.query())) {
            while (cursor.next()) {
                taker.take(cursor.feature(), shown(part, cursor.feature()));
            }
        }
    }

    private static @Nullable Geometry shown(AnswerPart part, Feature feature) {
        Geometry geometry = feature.geometry();
        if (geometry == null || part.geometry() == null) {
            return null;
        }
        try {
            return Reprojection.between(part.layer().nativeCrs(), part.crs().crs())
                    .apply(geometry);
        } catch (InvalidInput outside) {
            throw WfsFailure.invalid("srsName", "feature " + part.featureId(feature.id()) + ": " + outside.problem());
        }
    }

    private static TextOut open(HttpServletResponse response, String contentType) throws IOException {
        response.setBufferSize(BUFFER_BYTES);
        response.setContentType(contentType);
        return new TextOut(response.getOutputStream());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}

package org.riskmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.Kvp;

/**
 * What is asked of a collection's items.
 *
 * @param filter in the layer's system: box, time, CQL2 and properties together
 * @param properties to give, geometry aside, in the layer's order
 * @param sort keys of the order
 * @param offset features to leave out, from 0
 * @param limit most features of the answer
 * @param crs to write positions in
 */
record ItemsRequest(
        Filter filter, List<LayerProperty> properties, List<SortKey> sort, long offset, long limit, NamedCrs crs) {

    static final long USUAL_LIMIT = 10;
    private static final long USUAL_LIMIT_HTML = 50;
    static final long MOST_JSON = 10_000;
    static final long MOST_HTML = 1_000;

    /** Of {@code filter}; GeoServer's own is the last. */
    private static final List<String> LANGUAGES = List.of("cql2-text", "cql2-json", "ecql-text");

    /** Parameters with a meaning of their own; a property of such a name is asked for by {@code filter} alone. */
    static final List<String> PARAMETERS = List.of(
            "limit",
            "offset",
            "startIndex",
            "bbox",
            "bbox-crs",
            "datetime",
            "crs",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties");

    /** @throws InvalidInput naming the parameter that cannot be used */
    static ItemsRequest parse(ApiRequest request, FeatureLayer layer, LayerSchema schema, List<NamedCrs> offered) {
        List<LayerProperty> plain = schema.properties().stream()
                .filter(property -> !property.isGeometry())
                .toList();
        Set<String> known = new TreeSet<>(PARAMETERS);
        plain.forEach(property -> known.add(property.name()));
        request.allow(known);
        boolean html = request.representation() == Representation.HTML;
        long most = html ? MOST_HTML : MOST_JSON;
        if (layer.maxFeatures() > 0) {
            most = Math.min(most, layer.maxFeatures());
        }
        long limit = number(request, "limit", 1, html ? USUAL_LIMIT_HTML : USUAL_LIMIT);
        String start = request.parameter("startIndex").isPresent() ? "startIndex" : "offset";
        return new ItemsRequest(
                filter(request, layer, schema, plain, offered),
                properties(request, schema, plain),
                sort(request, plain),
                number(request, start, 0, 0),
                Math.min(limit, most),
                crs(request, "crs", offered));
    }

    /** A feature by itself, with all its properties; {@code crs} alone can be chosen. */
    static ItemsRequest one(ApiRequest request, LayerSchema schema, List<NamedCrs> offered) {
        List<LayerProperty> plain = schema.properties().stream()
                .filter(property -> !property.isGeometry())
                .toList();
        return new ItemsRequest(Filter.INCLUDE, plain, List.of(), 0, 1, crs(request, "crs", offered));
    }

    static NamedCrs crs(ApiRequest request, String parameter, List<NamedCrs> offered) {
        return request.parameter(parameter)
                .map(text -> NamedCrs.parse(parameter, text, offered))
                .orElse(NamedCrs.CRS84);
    }

    private static long number(ApiRequest request, String name, long least, long ifAbsent) {
        String text = request.parameters().get(name);
        if (text == null) {
            return ifAbsent;
        }
        if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least) {
            return Long.parseLong(text);
        }
        throw new InvalidInput(name, "'" + text + "' is not a whole number from " + least + " up", "correct it");
    }

    private static Filter filter(
            ApiRequest request,
            FeatureLayer layer,
            LayerSchema schema,
            List<LayerProperty> plain,
            List<NamedCrs> offered) {
        List<Filter> filters = new ArrayList<>();
        request.parameter("bbox").ifPresent(text -> {
            Crs crs = crs(request, "bbox-crs", offered).crs();
            filters.add(BboxParameter.filter(text, crs, layer.nativeCrs()));
        });
        request.parameter("datetime")
                .ifPresent(text -> filters.add(DatetimeParameter.filter(text, layer.time(), schema)));
        for (LayerProperty property : plain) {
            String value = request.parameters().get(property.name());
            if (value != null && !PARAMETERS.contains(property.name())) {
                filters.add(PropertyParameter.filter(property, value, schema));
            }
        }
        filters.add(condition(
                request, layer, schema, crs(request, "filter-crs", offered).crs()));
        return Filters.all(filters);
    }

    private static Filter condition(ApiRequest request, FeatureLayer layer, LayerSchema schema, Crs crs) {
        String language = request.parameter("filter-lang").orElse("cql2-text");
        if (!LANGUAGES.contains(language)) {
            throw new InvalidInput(
                    "filter-lang", "'" + language + "' is not offered", "say one of " + String.join(", ", LANGUAGES));
        }
        @Nullable String text = request.parameters().get("filter");
        if (text == null) {
            return Filter.INCLUDE;
        }
        Filter filter =
                switch (language) {
                    case "cql2-text" -> Filters.cql2Text("filter", text, Queryables.columns(schema));
                    case "cql2-json" -> Filters.cql2Json("filter", text, Queryables.columns(schema));
                    default -> Filters.ecql("filter", text);
                };
        Filters.check("filter", filter, schema.names());
        return Filters.placed("filter", filter, crs, layer.nativeCrs());
    }

    private static List<LayerProperty> properties(ApiRequest request, LayerSchema schema, List<LayerProperty> plain) {
        @Nullable String text = request.parameters().get("properties");
        if (text == null) {
            return plain;
        }
        List<String> wanted = Kvp.split(text, ',');
        for (String name : wanted) {
            if (schema.property(name).isEmpty()) {
                throw noProperty("properties", name, schema.names());
            }
        }
        return plain.stream()
                .filter(property -> wanted.contains(property.name()))
                .toList();
    }

    private static InvalidInput noProperty(String input, String name, List<String> names) {
        return new InvalidInput(
                input, "there is no property '" + name + "'", "name some of " + String.join(", ", names));
    }

    /** {@code name}, {@code +name} (whose sign arrives as a space) or {@code -name}, between commas. */
    private static List<SortKey> sort(ApiRequest request, List<LayerProperty> plain) {
        @Nullable String text = request.parameters().get("sortby");
        if (text == null) {
            return List.of();
        }
        List<SortKey> keys = new ArrayList<>();
        for (String key : Kvp.split(text, ',')) {
            boolean descending = key.startsWith("-");
            String name = descending || key.startsWith("+") ? key.substring(1) : key;
            if (plain.stream().noneMatch(property -> property.name().equals(name))) {
                throw noProperty(
                        "sortby", name, plain.stream().map(LayerProperty::name).toList());
            }
            keys.add(new SortKey(name, !descending));
        }
        return keys;
    }
}

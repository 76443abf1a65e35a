package org.riskmap.ogc.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.wfs.WfsRequest.TypeName;

/** Requests as key-value pairs (ISO 19142, 6.2.5 and the KVP tables of each operation; GeoServer's CQL_FILTER). */
final class Kvp {

    private static final Pattern SPACE = Pattern.compile("xmlns\\(([^,=)]+)[,=]([^)]*)\\)");
    private static final Set<String> BY_ID = Set.of(
            "urn:ogc:def:query:ogc-wfs::getfeaturebyid",
            "urn:ogc:def:storedquery:ogc-wfs::getfeaturebyid",
            "http://www.opengis.net/def/query/ogc-wfs/0/getfeaturebyid",
            "urn-x:wfs:storedqueryid:opengis:getfeaturebyid");

    private final OgcRequest request;
    private final String url;

    Kvp(OgcRequest request, String url) {
        this.request = request;
        this.url = url;
    }

    private Optional<String> get(String name) {
        return request.parameter(name);
    }

    private Optional<String> first(String name, String other) {
        return get(name).or(() -> get(other));
    }

    WfsRequest read() {
        String operation = get("REQUEST")
                .orElseThrow(
                        () -> WfsFailure.missing("request", "The request parameter is missing; ask GetCapabilities"));
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "getcapabilities" -> capabilities();
            case "describefeaturetype" ->
                new WfsRequest.DescribeFeatureType(
                        version(), flat(typeNames()), get("OUTPUTFORMAT").orElse(null));
            case "getfeature" -> features();
            case "getpropertyvalue" -> propertyValue();
            case "liststoredqueries" -> new WfsRequest.ListStoredQueries(version());
            case "describestoredqueries" ->
                new WfsRequest.DescribeStoredQueries(
                        version(), list(first("STOREDQUERY_ID", "STOREDQUERYID").orElse("")));
            default ->
                throw new WfsFailure(
                        WfsFailure.Code.OPERATION_NOT_SUPPORTED, operation, "No such operation WFS " + operation);
        };
    }

    private WfsRequest capabilities() {
        WfsVersion version = get("ACCEPTVERSIONS")
                .map(text -> WfsVersion.negotiated(list(text)))
                .or(() -> get("VERSION").flatMap(WfsVersion::of))
                .orElse(WfsVersion.V2_0_0);
        return new WfsRequest.GetCapabilities(
                version,
                Set.copyOf(new HashSet<>(list(get("SECTIONS").orElse("")))),
                get("UPDATESEQUENCE").orElse(null));
    }

    private WfsVersion version() {
        return get("VERSION")
                .map(text -> WfsVersion.of(text)
                        .orElseThrow(() -> WfsFailure.invalid(
                                "version", "Version " + text + " is not supported; ask for 2.0.0, 1.1.0 or 1.0.0")))
                .orElse(WfsVersion.V2_0_0);
    }

    private WfsRequest features() {
        Optional<String> stored = first("STOREDQUERY_ID", "STOREDQUERYID");
        if (stored.isPresent()) {
            return stored(stored.get());
        }
        return query();
    }

    private WfsRequest stored(String id) {
        if (!isById(id)) {
            throw WfsFailure.invalid("storedQuery_Id", "There is no stored query '" + id + "'");
        }
        String feature = get("ID").orElseThrow(() -> WfsFailure.missing("id", "GetFeatureById needs the parameter id"));
        return new WfsRequest.GetFeatureById(
                version(), feature, get("OUTPUTFORMAT").orElse(null));
    }

    static boolean isById(String storedQuery) {
        return BY_ID.contains(storedQuery.strip().toLowerCase(Locale.ROOT));
    }

    private WfsRequest propertyValue() {
        boolean empty = request.parameters().containsKey("VALUEREFERENCE")
                && get("VALUEREFERENCE").isEmpty();
        if (empty) {
            throw WfsFailure.invalid("valueReference", "The valueReference is empty");
        }
        String reference = get("VALUEREFERENCE")
                .orElseThrow(() -> WfsFailure.missing("valueReference", "GetPropertyValue needs a valueReference"));
        return new WfsRequest.GetPropertyValue(query(), reference);
    }

    private WfsRequest.GetFeature query() {
        refuseTogether("FEATUREID", "FILTER", "BBOX", "CQL_FILTER");
        WfsVersion version = version();
        String countName = get("COUNT").isPresent() ? "count" : "maxFeatures";
        Paging paging = Paging.of(get("STARTINDEX"), first("COUNT", "MAXFEATURES"), countName, get("RESULTTYPE"));
        return new WfsRequest.GetFeature(
                version,
                queries(),
                paging.hits(),
                paging.startIndex(),
                paging.count(),
                get("OUTPUTFORMAT").orElse(null),
                new PageLinks(url, new LinkedHashMap<>(new java.util.TreeMap<>(request.parameters()))));
    }

    private void refuseTogether(String... names) {
        List<String> given = Arrays.stream(names)
                .filter(name -> get(name).isPresent()
                        || name.equals("FEATUREID") && get("RESOURCEID").isPresent())
                .toList();
        if (given.size() > 1) {
            throw WfsFailure.invalid(
                    given.get(1).toLowerCase(Locale.ROOT),
                    String.join(" and ", given).toLowerCase(Locale.ROOT)
                            + " are mutually exclusive; say all in one filter");
        }
    }

    private List<WfsRequest.Query> queries() {
        List<List<TypeName>> types = typeNames();
        List<String> ids = list(first("RESOURCEID", "FEATUREID").orElse(""));
        if (types.isEmpty() && ids.isEmpty()) {
            throw WfsFailure.missing(
                    "typeNames", "The query should specify either typeName, featureId filter, or a stored query id");
        }
        List<TypeName> flat = flat(types);
        List<WfsRequest.Query> queries = new ArrayList<>();
        if (flat.isEmpty()) {
            Map<String, List<String>> byLayer = new LinkedHashMap<>();
            ids.forEach(id -> byLayer.computeIfAbsent(layerOf(id), unused -> new ArrayList<>())
                    .add(id));
            byLayer.forEach((layer, of) -> queries.add(query(new TypeName(layer, Map.of()), 0, 1, of)));
        }
        for (int i = 0; i < flat.size(); i++) {
            queries.add(query(flat.get(i), i, flat.size(), ids));
        }
        return queries;
    }

    private static String layerOf(String id) {
        int dot = id.indexOf('.');
        if (dot < 1) {
            throw WfsFailure.invalid("resourceId", "'" + id + "' does not say its type; write it as shelter.17");
        }
        return id.substring(0, dot);
    }

    private WfsRequest.Query query(TypeName type, int index, int of, List<String> ids) {
        boolean ecql = get("CQL_FILTER").isPresent();
        return new WfsRequest.Query(
                type,
                ecql ? ecql(index, of) : xmlFilter(index, of),
                get("BBOX").map(Kvp::bbox).orElse(null),
                ids,
                properties(index, of),
                sort(index, of),
                get("SRSNAME").orElse(null),
                ecql);
    }

    private Filter ecql(int index, int of) {
        List<String> filters = parts(get("CQL_FILTER").orElse(""), ';', of);
        String text = oneFor(filters, index, of, "cql_filter");
        try {
            return Filters.ecql("cql_filter", text);
        } catch (InvalidInput unreadable) {
            throw WfsFailure.unreadable(unreadable);
        }
    }

    private Filter xmlFilter(int index, int of) {
        Optional<String> given = get("FILTER");
        if (given.isEmpty()) {
            return Filter.INCLUDE;
        }
        String text = given.get();
        List<String> filters = text.startsWith("(") && text.endsWith(")")
                ? List.of(text.substring(1, text.length() - 1).split("\\)\\s*\\("))
                : List.of(text);
        try {
            return Filters.xml("filter", oneFor(filters, index, of, "filter"));
        } catch (InvalidInput unreadable) {
            throw WfsFailure.invalid("filter", unreadable);
        }
    }

    private static String oneFor(List<String> given, int index, int of, String name) {
        if (given.size() != of) {
            throw WfsFailure.invalid(
                    name, "There are " + given.size() + " filters for " + of + " types; give one for each");
        }
        return given.get(index);
    }

    /** Splits at a sign outside quotes, where several parts are expected at all. */
    private static List<String> parts(String text, char sign, int expected) {
        if (expected == 1) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        for (char c : text.toCharArray()) {
            quote = quote == c ? 0 : quote == 0 && (c == '\'' || c == '"') ? c : quote;
            if (c == sign && quote == 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static WfsRequest.Bbox bbox(String text) {
        String[] parts = text.split(",");
        if (parts.length < 4 || parts.length > 5) {
            throw WfsFailure.invalid("bbox", "bbox '" + text + "' needs four numbers and at most a reference system");
        }
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException word) {
                throw WfsFailure.invalid("bbox", "bbox '" + text + "': '" + parts[i] + "' is not a number");
            }
            if (!Double.isFinite(numbers[i])) {
                throw WfsFailure.invalid("bbox", "bbox '" + text + "': '" + parts[i] + "' is not a finite number");
            }
        }
        return new WfsRequest.Bbox(
                numbers[0], numbers[1], numbers[2], numbers[3], parts.length == 5 ? parts[4].strip() : null);
    }

    private @Nullable List<String> properties(int index, int of) {
        Optional<String> given = get("PROPERTYNAME");
        if (given.isEmpty()) {
            return null;
        }
        List<List<String>> lists = lists(given.get());
        List<String> names = lists.size() == 1 ? lists.get(0) : index < lists.size() ? lists.get(index) : List.of();
        return names.isEmpty() || names.contains("*") ? null : names;
    }

    private List<SortKey> sort(int index, int of) {
        Optional<String> given = get("SORTBY");
        if (given.isEmpty()) {
            return List.of();
        }
        List<List<String>> lists = lists(given.get());
        List<String> keys = lists.size() == 1 ? lists.get(0) : index < lists.size() ? lists.get(index) : List.of();
        return keys.stream().map(Kvp::sortKey).toList();
    }

    private static SortKey sortKey(String text) {
        Matcher key =
                Pattern.compile("(?is)(.*?)(?:\\s+(A|ASC|D|DESC)|\\+(A|D))?").matcher(text.strip());
        if (!key.matches()) {
            throw WfsFailure.invalid("sortBy", "'" + text + "' is not a property with ASC or DESC");
        }
        String direction = key.group(2) == null ? key.group(3) : key.group(2);
        boolean descending =
                direction != null && direction.toUpperCase(Locale.ROOT).startsWith("D");
        return new SortKey(plain(key.group(1)), !descending);
    }

    /** A property without the prefix and path of XML. */
    static String plain(String reference) {
        String last = reference.strip().substring(reference.strip().lastIndexOf('/') + 1);
        return last.substring(last.indexOf(':') + 1);
    }

    private List<List<TypeName>> typeNames() {
        Map<String, String> spaces = spaces();
        List<List<TypeName>> types = new ArrayList<>();
        for (List<String> names : lists(first("TYPENAMES", "TYPENAME").orElse(""))) {
            if (!names.isEmpty()) {
                types.add(names.stream().map(name -> new TypeName(name, spaces)).toList());
            }
        }
        return types;
    }

    private static List<TypeName> flat(List<List<TypeName>> types) {
        return types.stream().flatMap(List::stream).toList();
    }

    private Map<String, String> spaces() {
        Map<String, String> spaces = new HashMap<>();
        Matcher declared = SPACE.matcher(first("NAMESPACES", "NAMESPACE").orElse(""));
        while (declared.find()) {
            spaces.put(declared.group(1).strip(), declared.group(2).strip());
        }
        return spaces;
    }

    /** {@code a,b} is one list, {@code (a,b)(c)} are two. */
    private static List<List<String>> lists(String text) {
        if (!text.startsWith("(")) {
            return List.of(list(text));
        }
        return Arrays.stream(text.substring(1, text.endsWith(")") ? text.length() - 1 : text.length())
                        .split("\\)\\s*,?\\s*\\("))
                .map(Kvp::list)
                .toList();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

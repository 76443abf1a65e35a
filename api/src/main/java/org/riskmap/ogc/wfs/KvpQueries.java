package org.riskmap.ogc.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.wfs.WfsRequest.TypeName;

/** The queries of a request in key-value pairs (ISO 19142, table 8): lists in brackets go with types in brackets. */
final class KvpQueries {

    private static final Pattern SPACE = Pattern.compile("xmlns\\(([^,=)]+)[,=]([^)]*)\\)");
    private static final Pattern SORT_KEY = Pattern.compile("(?is)(.*?)(?:\\s+(A|ASC|D|DESC)|\\+(A|D))?");

    private final OgcRequest request;

    KvpQueries(OgcRequest request) {
        this.request = request;
    }

    private Optional<String> get(String name) {
        return request.parameter(name);
    }

    private Optional<String> first(String name, String other) {
        return get(name).or(() -> get(other));
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

    /** At least one. Fails with {@link WfsFailure} where types and ids are missing or parameters exclude each other. */
    List<WfsRequest.Query> read() {
        refuseTogether("FEATUREID", "FILTER", "BBOX", "CQL_FILTER");
        List<List<TypeName>> types = typeNames();
        List<String> ids = list(first("RESOURCEID", "FEATUREID").orElse(""));
        if (types.isEmpty() && ids.isEmpty() && request.layer() != null) {
            types = List.of(List.of(new TypeName(request.layer(), Map.of())));
        }
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
                get("BBOX").map(KvpQueries::bbox).orElse(null),
                ids,
                properties(index, of),
                sort(index, of),
                get("SRSNAME").orElse(null),
                ecql);
    }

    private Filter ecql(int index, int of) {
        String given = get("CQL_FILTER").orElse("");
        List<String> filters = of == 1 ? List.of(given) : Kvp.splitOutsideQuotes(given, ';');
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
        List<String> filters = Kvp.groups(given.get());
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
        return keys.stream().map(KvpQueries::sortKey).toList();
    }

    private static SortKey sortKey(String text) {
        Matcher key = SORT_KEY.matcher(text.strip());
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

    /** All types that the request names. */
    List<TypeName> types() {
        return flat(typeNames());
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
                .map(KvpQueries::list)
                .toList();
    }

    /** The parts between commas that are not empty. */
    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

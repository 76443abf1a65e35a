package org.riskmap.ogc.wfs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.wfs.WfsRequest.TypeName;

/** Requests as XML (ISO 19142, OGC 04-094 and 02-058), by the elements' local names. */
final class XmlRequest {

    private static final Set<String> KNOWN_BUT_NOT_SUPPORTED =
            Set.of("LockFeature", "GetFeatureWithLock", "CreateStoredQuery", "DropStoredQuery", "GetGmlObject");

    private static final Pattern VERSION = Pattern.compile("<(?!\\?)[^>]*\\sversion\\s*=\\s*[\"']([^\"']*)[\"']");

    private final XmlElement root;

    private XmlRequest(XmlElement root) {
        this.root = root;
    }

    static WfsRequest read(byte[] body) {
        try {
            return new XmlRequest(XmlElement.read("request", new ByteArrayInputStream(body))).request();
        } catch (InvalidInput malformed) {
            throw new WfsFailure(
                    WfsFailure.Code.OPERATION_PARSING_FAILED, null, malformed.problem() + "; " + malformed.remedy());
        }
    }

    /** The version in which to tell what is wrong with a request, read or not. */
    static WfsVersion versionOf(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 4000), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(start);
        return version.find() ? WfsVersion.of(version.group(1)).orElse(WfsVersion.V2_0_0) : WfsVersion.V2_0_0;
    }

    private WfsRequest request() {
        return switch (root.name()) {
            case "GetCapabilities" -> capabilities();
            case "DescribeFeatureType" ->
                new WfsRequest.DescribeFeatureType(
                        version(),
                        root.children("TypeName").stream()
                                .map(name -> type(name, name.text()))
                                .toList(),
                        root.attributeInAnyCase("outputFormat").orElse(null));
            case "GetFeature" -> features();
            case "GetPropertyValue" -> propertyValue();
            case "ListStoredQueries" -> new WfsRequest.ListStoredQueries(version());
            case "DescribeStoredQueries" ->
                new WfsRequest.DescribeStoredQueries(
                        version(),
                        root.children("StoredQueryId").stream()
                                .map(XmlElement::text)
                                .toList());
            case "Transaction" -> new XmlTransaction(root).read(version());
            default -> throw refused();
        };
    }

    private WfsFailure refused() {
        return KNOWN_BUT_NOT_SUPPORTED.contains(root.name())
                ? new WfsFailure(WfsFailure.Code.OPERATION_NOT_SUPPORTED, root.name(), root.name() + " is not offered")
                : new WfsFailure(
                        WfsFailure.Code.OPERATION_PARSING_FAILED,
                        root.name(),
                        "<" + root.name() + "> is not a request of WFS");
    }

    private WfsVersion version() {
        Optional<String> given = root.attribute("version").filter(text -> !text.isBlank());
        if (given.isEmpty()) {
            boolean isOld = "http://www.opengis.net/wfs".equals(root.dom().getNamespaceURI());
            return isOld ? WfsVersion.V1_1_0 : WfsVersion.V2_0_0;
        }
        return WfsVersion.of(given.get())
                .orElseThrow(() -> WfsFailure.invalid(
                        "version", "Version " + given.get() + " is not supported; ask for 2.0.0, 1.1.0 or 1.0.0"));
    }

    private WfsRequest capabilities() {
        List<String> accepted = root.child("AcceptVersions").map(XmlElement::children).orElse(List.of()).stream()
                .map(XmlElement::text)
                .toList();
        WfsVersion version = accepted.isEmpty()
                ? root.attribute("version").flatMap(WfsVersion::of).orElse(WfsVersion.V2_0_0)
                : WfsVersion.negotiated(accepted);
        Set<String> sections = root.child("Sections").map(XmlElement::children).orElse(List.of()).stream()
                .map(XmlElement::text)
                .collect(Collectors.toSet());
        return new WfsRequest.GetCapabilities(
                version, sections, root.attribute("updateSequence").orElse(null));
    }

    private WfsRequest features() {
        List<XmlElement> stored = root.children("StoredQuery");
        return stored.isEmpty() ? query() : stored(stored.get(0));
    }

    private WfsRequest stored(XmlElement query) {
        String id = query.attribute("id").orElse("");
        if (!KvpRequest.isById(id)) {
            throw WfsFailure.invalid("storedQuery_Id", "There is no stored query '" + id + "'");
        }
        String feature = query.children("Parameter").stream()
                .filter(parameter -> parameter.attribute("name").orElse("").equalsIgnoreCase("id"))
                .map(XmlElement::text)
                .findFirst()
                .orElseThrow(() -> WfsFailure.missing("id", "GetFeatureById needs the parameter id"));
        return new WfsRequest.GetFeatureById(
                version(), feature, root.attributeInAnyCase("outputFormat").orElse(null));
    }

    private WfsRequest propertyValue() {
        String reference = root.attribute("valueReference")
                .orElseThrow(() -> WfsFailure.missing("valueReference", "GetPropertyValue needs a valueReference"));
        if (reference.isBlank()) {
            throw WfsFailure.invalid("valueReference", "The valueReference is empty");
        }
        return new WfsRequest.GetPropertyValue(query(), reference);
    }

    private WfsRequest.GetFeature query() {
        String countName = root.attribute("count").isPresent() ? "count" : "maxFeatures";
        Paging paging = Paging.of(
                root.attribute("startIndex"),
                root.attribute("count").or(() -> root.attribute("maxFeatures")),
                countName,
                root.attribute("resultType"));
        List<WfsRequest.Query> queries = new ArrayList<>();
        for (XmlElement query : root.children("Query")) {
            queries.addAll(queries(query));
        }
        if (queries.isEmpty()) {
            throw WfsFailure.missing("Query", "The request has no Query");
        }
        return new WfsRequest.GetFeature(
                version(),
                queries,
                paging.hits(),
                paging.startIndex(),
                paging.count(),
                root.attributeInAnyCase("outputFormat").orElse(null),
                null);
    }

    private List<WfsRequest.Query> queries(XmlElement query) {
        String names = query.attributeInAnyCase("typeNames")
                .or(() -> query.attributeInAnyCase("typeName"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> WfsFailure.missing("typeNames", "A Query has no typeNames"));
        String[] types = names.strip().split("[\\s,]+");
        if (types.length > 1) {
            throw new WfsFailure(
                    WfsFailure.Code.OPTION_NOT_SUPPORTED,
                    "typeNames",
                    "Joins are not offered; send a Query for each type");
        }
        return List.of(new WfsRequest.Query(
                type(query, types[0]),
                filter(query),
                null,
                List.of(),
                properties(query),
                sort(query),
                query.attribute("srsName").filter(text -> !text.isBlank()).orElse(null),
                false));
    }

    /** INCLUDE where there is none. */
    static Filter filter(XmlElement query) {
        Optional<XmlElement> filter = query.child("Filter");
        if (filter.isEmpty()) {
            return Filter.INCLUDE;
        }
        try {
            return Filters.xml("filter", filter.get().dom());
        } catch (InvalidInput unreadable) {
            throw WfsFailure.invalid("filter", unreadable);
        }
    }

    private static @Nullable List<String> properties(XmlElement query) {
        List<String> names =
                query.children("PropertyName").stream().map(XmlElement::text).toList();
        return names.isEmpty() || names.contains("*") ? null : names;
    }

    private static List<SortKey> sort(XmlElement query) {
        List<SortKey> keys = new ArrayList<>();
        for (XmlElement property :
                query.child("SortBy").map(sort -> sort.children("SortProperty")).orElse(List.of())) {
            String name = property.textAt("ValueReference")
                    .or(() -> property.textAt("PropertyName"))
                    .orElseThrow(() -> WfsFailure.invalid("sortBy", "A SortProperty names no property"));
            boolean descending = property.textAt("SortOrder")
                    .map(order -> order.startsWith("D"))
                    .orElse(false);
            keys.add(new SortKey(KvpQueries.plain(name), !descending));
        }
        return keys;
    }

    static TypeName type(XmlElement place, String text) {
        Map<String, String> spaces = new LinkedHashMap<>();
        int colon = text.indexOf(':');
        if (colon > 0) {
            place.namespaceOf(text.substring(0, colon)).ifPresent(uri -> spaces.put(text.substring(0, colon), uri));
        }
        return new TypeName(text, spaces);
    }
}

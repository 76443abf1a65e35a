package org.riskmap.ogc.wfs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.riskmap.ogc.OgcRequest;

/** Requests as key-value pairs (ISO 19142, 6.2.5 and the KVP tables of each operation; GeoServer's CQL_FILTER). */
final class KvpRequest {

    private static final Set<String> BY_ID = Set.of(
            "urn:ogc:def:query:ogc-wfs::getfeaturebyid",
            "urn:ogc:def:storedquery:ogc-wfs::getfeaturebyid",
            "http://www.opengis.net/def/query/ogc-wfs/0/getfeaturebyid",
            "urn-x:wfs:storedqueryid:opengis:getfeaturebyid");

    private final OgcRequest request;
    private final String url;
    private final KvpQueries queries;

    KvpRequest(OgcRequest request, String url) {
        this.request = request;
        this.url = url;
        this.queries = new KvpQueries(request);
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
                        version(), queries.types(), get("OUTPUTFORMAT").orElse(null));
            case "getfeature" -> features();
            case "getpropertyvalue" -> propertyValue();
            case "liststoredqueries" -> new WfsRequest.ListStoredQueries(version());
            case "describestoredqueries" ->
                new WfsRequest.DescribeStoredQueries(
                        version(),
                        KvpQueries.list(first("STOREDQUERY_ID", "STOREDQUERYID").orElse("")));
            default ->
                throw new WfsFailure(
                        WfsFailure.Code.OPERATION_NOT_SUPPORTED, operation, "No such operation WFS " + operation);
        };
    }

    private WfsRequest capabilities() {
        WfsVersion version = get("ACCEPTVERSIONS")
                .map(text -> WfsVersion.negotiated(KvpQueries.list(text)))
                .or(() -> get("VERSION").flatMap(WfsVersion::of))
                .orElse(WfsVersion.V2_0_0);
        return new WfsRequest.GetCapabilities(
                version,
                Set.copyOf(new HashSet<>(KvpQueries.list(get("SECTIONS").orElse("")))),
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
        WfsVersion version = version();
        String countName = get("COUNT").isPresent() ? "count" : "maxFeatures";
        Paging paging = Paging.of(get("STARTINDEX"), first("COUNT", "MAXFEATURES"), countName, get("RESULTTYPE"));
        return new WfsRequest.GetFeature(
                version,
                queries.read(),
                paging.hits(),
                paging.startIndex(),
                paging.count(),
                get("OUTPUTFORMAT").orElse(null),
                new PageLinks(url, new LinkedHashMap<>(new java.util.TreeMap<>(request.parameters()))));
    }
}

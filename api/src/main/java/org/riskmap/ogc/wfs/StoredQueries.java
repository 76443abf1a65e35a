package org.riskmap.ogc.wfs;

import java.util.List;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/** The one stored query that every WFS 2.0 has: GetFeatureById (ISO 19142, 7.9.3.6). */
final class StoredQueries {

    private static final String BY_ID = "urn:ogc:def:query:OGC-WFS::GetFeatureById";
    private static final String LANGUAGE = "urn:ogc:def:queryLanguage:OGC-WFS::WFSQueryExpression";

    private final Xml xml;
    private final FeatureTypes types;
    private final Endpoint endpoint;

    StoredQueries(TextOut out, FeatureTypes types, Endpoint endpoint) {
        this.xml = Xml.document(out.text());
        this.types = types;
        this.endpoint = endpoint;
    }

    void list() {
        root("wfs:ListStoredQueriesResponse");
        xml.start("wfs:StoredQuery", "id", BY_ID).element("wfs:Title", "Get feature by identifier");
        types.advertised().forEach(layer -> xml.element("wfs:ReturnFeatureType", layer.qualifiedName()));
        xml.endAll();
    }

    /** @throws WfsFailure InvalidParameterValue for an id that is not there */
    void describe(List<String> ids) {
        for (String id : ids) {
            if (!KvpRequest.isById(id)) {
                throw WfsFailure.invalid("storedQuery_Id", "There is no stored query '" + id + "'");
            }
        }
        root("wfs:DescribeStoredQueriesResponse");
        xml.start("wfs:StoredQueryDescription", "id", BY_ID).element("wfs:Title", "Get feature by identifier");
        xml.start("wfs:Parameter", "name", "ID", "type", "xs:string").end();
        xml.start("wfs:QueryExpressionText", "isPrivate", "true", "language", LANGUAGE);
        xml.with(
                "returnFeatureTypes",
                String.join(
                        " ",
                        types.advertised().stream()
                                .map(FeatureLayer::qualifiedName)
                                .toList()));
        xml.endAll();
    }

    private void root(String name) {
        xml.start(name, "xmlns:wfs", "http://www.opengis.net/wfs/2.0", "xmlns:xs", "http://www.w3.org/2001/XMLSchema");
        xml.with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        types.spaces(types.advertised()).forEach((prefix, uri) -> xml.with("xmlns:" + prefix, uri));
        xml.with("xsi:schemaLocation", endpoint.wfsSchema(WfsVersion.V2_0_0));
    }
}

package org.riskmap.ogc.wfs;

import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.Schemas;

/**
 * Where the client sees the service.
 *
 * @param url without parameters: {@code http://host/geoserver/risk/wfs}
 * @param schemas on the same host
 */
record Endpoint(String url, Schemas schemas) {

    static Endpoint of(OgcRequest request) {
        String workspace = request.workspace() == null ? "" : request.workspace() + "/";
        String layer = request.layer() == null ? "" : request.layer() + "/";
        return new Endpoint(request.baseUrl() + workspace + layer + "wfs", Schemas.of(request.baseUrl()));
    }

    /** The pair for {@code xsi:schemaLocation} of a version's own elements. */
    String wfsSchema(WfsVersion version) {
        return schemas.pair(version.wfsSpace(), version.schemaFile());
    }

    /** A request without parameters of its own. */
    String request(String name, WfsVersion version) {
        return url + "?service=WFS&version=" + version.number() + "&request=" + name;
    }
}

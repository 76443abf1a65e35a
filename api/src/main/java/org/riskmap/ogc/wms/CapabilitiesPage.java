package org.riskmap.ogc.wms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Translations;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.Xml;

/**
 * What the parts of a capabilities document share.
 *
 * @param catalog what is published
 * @param request for its addresses and the workspace of its virtual service
 * @param version of the document
 * @param languages that texts are wanted in, the dearest first; empty means the directory's own
 * @param xml takes the document
 */
record CapabilitiesPage(Catalog catalog, OgcRequest request, WmsVersion version, List<String> languages, Xml xml) {

    static final String XLINK = "http://www.w3.org/1999/xlink";

    /** What is said of the service that is asked. */
    ServiceDescription service() {
        return catalog.service(request.workspace());
    }

    /** WMS 1.3.0, whose document has a schema; else the older one, which has a DTD. */
    boolean newest() {
        return version == WmsVersion.V1_3_0;
    }

    /** CRS or SRS. */
    String system() {
        return version.crsParameter();
    }

    /** Where the service is asked, ending in a question mark. */
    String serviceUrl() {
        String workspace = request.workspace() == null ? "" : request.workspace() + "/";
        String layer = request.layer() == null ? "" : request.layer() + "/";
        return request.baseUrl() + workspace + layer + (newest() ? "ows?" : "wms?");
    }

    /** A text as it is wanted. */
    String words(@Nullable String text, Translations translations) {
        String words = translations.inFirstOf(languages, text);
        return words == null ? "" : words;
    }

    /** An address of the directory's: without a scheme it is one of this service, as in GeoServer. */
    String resource(String url) {
        return url.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? url : request.baseUrl() + url.replaceFirst("^/+", "");
    }

    void online(String url) {
        if (newest()) {
            xml.empty("OnlineResource", "xlink:type", "simple", "xlink:href", url);
        } else {
            xml.empty("OnlineResource", "xmlns:xlink", XLINK, "xlink:type", "simple", "xlink:href", url);
        }
    }

    void keywords(List<String> words) {
        xml.start("KeywordList");
        words.forEach(word -> xml.element("Keyword", word));
        xml.end();
    }

    /** Without the prefix at a workspace's own service. */
    String name(PublishedLayer layer) {
        return request.workspace() == null ? layer.qualifiedName() : layer.name();
    }

    String name(NamedStyle style) {
        return request.workspace() == null ? style.qualifiedName() : style.name();
    }

    static String number(double value) {
        return Double.toString(value);
    }
}

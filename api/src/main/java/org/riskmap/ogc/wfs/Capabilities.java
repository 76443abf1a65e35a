package org.riskmap.ogc.wfs;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/** Capabilities of WFS 2.0.0 (ISO 19142, 8) and 1.1.0 (OGC 04-094, 13), which share OWS Common's parts. */
final class Capabilities {

    private static final List<Integer> OTHER_SYSTEMS = List.of(4326, 4490, 3857);

    private final Xml xml;
    private final FeatureTypes types;
    private final LayerBoxes boxes;
    private final WfsRequest.GetCapabilities request;
    private final Endpoint endpoint;
    private final boolean editor;

    Capabilities(
            TextOut out,
            FeatureTypes types,
            LayerBoxes boxes,
            WfsRequest.GetCapabilities request,
            Endpoint endpoint,
            boolean editor) {
        this.xml = Xml.document(out.text());
        this.types = types;
        this.boxes = boxes;
        this.request = request;
        this.endpoint = endpoint;
        this.editor = editor;
    }

    void write() {
        boolean is2 = request.version().is2();
        root(is2);
        if (wanted("ServiceIdentification")) {
            identification();
        }
        if (wanted("ServiceProvider")) {
            provider();
        }
        if (wanted("OperationsMetadata")) {
            operations(is2);
        }
        if (wanted("FeatureTypeList")) {
            featureTypes(is2);
        }
        if (wanted("Filter_Capabilities")) {
            if (is2) {
                new FilterCapabilities(xml).fes20();
            } else {
                new FilterCapabilities(xml).filter11();
            }
        }
        xml.endAll();
    }

    private boolean wanted(String section) {
        Set<String> sections = request.sections();
        return sections.isEmpty() || sections.contains("All") || sections.contains(section);
    }

    private void root(boolean is2) {
        xml.start("wfs:WFS_Capabilities", "version", request.version().number());
        xml.with(
                "xmlns",
                request.version().wfsSpace(),
                "xmlns:wfs",
                request.version().wfsSpace());
        xml.with("xmlns:ows", is2 ? "http://www.opengis.net/ows/1.1" : "http://www.opengis.net/ows");
        xml.with("xmlns:gml", request.version().gmlSpace());
        xml.with(
                is2 ? "xmlns:fes" : "xmlns:ogc", is2 ? "http://www.opengis.net/fes/2.0" : "http://www.opengis.net/ogc");
        xml.with("xmlns:xlink", "http://www.w3.org/1999/xlink", "xmlns:xs", "http://www.w3.org/2001/XMLSchema");
        xml.with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        types.spaces(types.advertised()).forEach((prefix, uri) -> xml.with("xmlns:" + prefix, uri));
        xml.with("xsi:schemaLocation", endpoint.wfsSchema(request.version()));
        xml.with("updateSequence", "" + types.catalog().sequence());
    }

    private void identification() {
        ServiceDescription.Words words = types.service().wfs();
        xml.start("ows:ServiceIdentification");
        xml.element("ows:Title", words.title()).element("ows:Abstract", words.abstractText());
        keywords(words.keywords());
        xml.element("ows:ServiceType", "WFS");
        xml.element("ows:ServiceTypeVersion", request.version().number());
        xml.element("ows:Fees", words.fees()).element("ows:AccessConstraints", words.accessConstraints());
        xml.end();
    }

    private void keywords(List<String> keywords) {
        if (!keywords.isEmpty()) {
            xml.start("ows:Keywords");
            keywords.forEach(keyword -> xml.element("ows:Keyword", keyword));
            xml.end();
        }
    }

    private void provider() {
        ServiceDescription service = types.service();
        xml.start("ows:ServiceProvider");
        xml.element(
                "ows:ProviderName",
                service.contact().organization() == null
                        ? "riskmap"
                        : service.contact().organization());
        xml.start("ows:ServiceContact");
        if (service.contact().person() != null) {
            xml.element("ows:IndividualName", service.contact().person());
        }
        xml.end().end();
    }

    private void operations(boolean is2) {
        xml.start("ows:OperationsMetadata");
        operation("GetCapabilities", () -> {
            parameter("AcceptVersions", List.of("2.0.0", "1.1.0", "1.0.0"));
            parameter("AcceptFormats", List.of("application/xml"));
            parameter(
                    "Sections",
                    List.of(
                            "ServiceIdentification",
                            "ServiceProvider",
                            "OperationsMetadata",
                            "FeatureTypeList",
                            "Filter_Capabilities"));
        });
        operation("DescribeFeatureType", () -> parameter("outputFormat", describeFormats(is2)));
        operation("GetFeature", () -> {
            parameter("resultType", List.of("results", "hits"));
            parameter("outputFormat", OutputFormat.allNames());
            if (is2) {
                parameter("resolve", List.of("none", "local"));
            }
        });
        if (is2) {
            operation("GetPropertyValue", () -> {
                parameter("resolve", List.of("none", "local"));
                parameter("outputFormat", List.of("application/gml+xml; version=3.2"));
            });
            operation("ListStoredQueries", () -> {});
            operation("DescribeStoredQueries", () -> {});
        }
        if (editor) { // who may not change data is not told that one can
            operation("Transaction", () -> {
                parameter(
                        "inputFormat",
                        List.of(is2 ? "application/gml+xml; version=3.2" : "text/xml; subtype=gml/3.1.1"));
            });
        }
        if (is2) {
            constraints();
        }
        xml.end();
    }

    private static List<String> describeFormats(boolean is2) {
        return is2
                ? List.of("application/gml+xml; version=3.2", "application/json")
                : List.of("text/xml; subtype=gml/3.1.1", "application/json");
    }

    private void operation(String name, Runnable inside) {
        xml.start("ows:Operation", "name", name).start("ows:DCP").start("ows:HTTP");
        xml.start("ows:Get", "xlink:href", endpoint.url()).end();
        xml.start("ows:Post", "xlink:href", endpoint.url()).end();
        xml.end().end();
        inside.run();
        xml.end();
    }

    private void parameter(String name, List<String> values) {
        xml.start("ows:Parameter", "name", name);
        values(values);
        xml.end();
    }

    private void values(List<String> values) {
        boolean list = request.version().is2();
        if (list) {
            xml.start("ows:AllowedValues");
        }
        values.forEach(value -> xml.element("ows:Value", value));
        if (list) {
            xml.end();
        }
    }

    private void constraints() {
        for (String name : List.of("ImplementsBasicWFS", "KVPEncoding", "XMLEncoding", "ImplementsResultPaging")) {
            constraint(name, true);
        }
        constraint("ImplementsTransactionalWFS", editor);
        for (String name : List.of(
                "ImplementsLockingWFS",
                "SOAPEncoding",
                "ImplementsInheritance",
                "ImplementsRemoteResolve",
                "ImplementsStandardJoins",
                "ImplementsSpatialJoins",
                "ImplementsTemporalJoins",
                "ImplementsFeatureVersioning",
                "ManageStoredQueries",
                "PagingIsTransactionSafe")) {
            constraint(name, false);
        }
        xml.start("ows:Constraint", "name", "QueryExpressions");
        values(List.of("wfs:Query", "wfs:StoredQuery"));
        xml.end();
    }

    private void constraint(String name, boolean holds) {
        xml.start("ows:Constraint", "name", name).element("ows:NoValues", null);
        xml.element("ows:DefaultValue", holds ? "TRUE" : "FALSE").end();
    }

    private void featureTypes(boolean is2) {
        xml.start("FeatureTypeList");
        if (!is2) {
            xml.start("Operations").element("Operation", "Query");
            if (editor) {
                List.of("Insert", "Update", "Delete").forEach(name -> xml.element("Operation", name));
            }
            xml.end();
        }
        for (FeatureLayer layer : types.advertised()) {
            xml.start("FeatureType", "xmlns:" + layer.workspace(), types.space(layer));
            xml.element("Name", layer.qualifiedName()).element("Title", layer.title());
            xml.element("Abstract", layer.abstractText());
            keywords(layer.keywords());
            systems(layer, is2);
            box(boxes.of(layer));
            xml.end();
        }
        xml.end();
    }

    private void systems(FeatureLayer layer, boolean is2) {
        int own = layer.declaredCrs().code();
        String before = is2 ? "urn:ogc:def:crs:EPSG::" : "urn:x-ogc:def:crs:EPSG:";
        xml.element(is2 ? "DefaultCRS" : "DefaultSRS", before + own);
        Stream<Integer> others = OTHER_SYSTEMS.stream().filter(code -> code != own);
        others.forEach(code -> xml.element(is2 ? "OtherCRS" : "OtherSRS", before + code));
    }

    private void box(@Nullable Envelope box) {
        if (box != null) {
            xml.start("ows:WGS84BoundingBox");
            xml.element("ows:LowerCorner", box.minX() + " " + box.minY());
            xml.element("ows:UpperCorner", box.maxX() + " " + box.maxY());
            xml.end();
        }
    }
}

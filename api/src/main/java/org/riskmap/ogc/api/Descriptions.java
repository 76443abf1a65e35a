package org.riskmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Envelope;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.LayerBoxes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The service's documents as JSON: landing page, conformance, collections (17-069r4, clause 7). */
final class Descriptions {

    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final String SPEC = "http://www.opengis.net/spec/";

    /** What holds here; what of CQL2 is missing is accents, arrays, arithmetic's rarer signs and further functions. */
    private static final List<String> CONFORMANCE = List.of(
            "ogcapi-common-1/1.0/conf/core",
            "ogcapi-common-1/1.0/conf/landing-page",
            "ogcapi-common-1/1.0/conf/json",
            "ogcapi-common-1/1.0/conf/html",
            "ogcapi-common-1/1.0/conf/oas30",
            "ogcapi-common-2/1.0/conf/collections",
            "ogcapi-features-1/1.0/conf/core",
            "ogcapi-features-1/1.0/conf/oas30",
            "ogcapi-features-1/1.0/conf/html",
            "ogcapi-features-1/1.0/conf/geojson",
            "ogcapi-features-2/1.0/conf/crs",
            "ogcapi-features-3/1.0/conf/queryables",
            "ogcapi-features-3/1.0/conf/queryables-query-parameters",
            "ogcapi-features-3/1.0/conf/filter",
            "ogcapi-features-3/1.0/conf/features-filter",
            "cql2/1.0/conf/cql2-text",
            "cql2/1.0/conf/cql2-json",
            "cql2/1.0/conf/basic-cql2",
            "cql2/1.0/conf/advanced-comparison-operators",
            "cql2/1.0/conf/case-insensitive-comparison",
            "cql2/1.0/conf/basic-spatial-functions",
            "cql2/1.0/conf/basic-spatial-functions-plus",
            "cql2/1.0/conf/spatial-functions",
            "cql2/1.0/conf/temporal-functions",
            "cql2/1.0/conf/property-property");

    private final ApiRequest request;
    private final Collections collections;
    private final LayerBoxes boxes;
    private final FeatureReader reader;

    Descriptions(ApiRequest request, Collections collections, LayerBoxes boxes, FeatureReader reader) {
        this.request = request;
        this.collections = collections;
        this.boxes = boxes;
        this.reader = reader;
    }

    String title() {
        ServiceDescription.Words words = collections.service().wfs();
        return words.title().isBlank() ? "riskmap" : words.title();
    }

    String description() {
        return collections.service().wfs().abstractText();
    }

    List<Link> landingLinks() {
        String base = request.base();
        List<Link> links = new ArrayList<>(Link.own(request, Link.JSON));
        links.add(new Link(base + "/openapi?f=json", "service-desc", Link.OPENAPI, "The API's definition"));
        links.add(new Link(base + "/openapi?f=html", "service-doc", Link.HTML, "The API's documentation"));
        links.add(new Link(base + "/conformance", "conformance", Link.JSON, "Conformance classes"));
        links.add(new Link(base + "/conformance", REL + "conformance", Link.JSON, "Conformance classes"));
        links.add(new Link(base + "/collections", "data", Link.JSON, "Collections of features"));
        links.add(new Link(base + "/collections", REL + "data", Link.JSON, "Collections of features"));
        return links;
    }

    ObjectNode landing() {
        ObjectNode landing = JsonMapper.shared().createObjectNode();
        landing.put("title", title());
        landing.put("description", description());
        Link.write(landingLinks(), landing);
        return landing;
    }

    static List<String> conformance() {
        return CONFORMANCE.stream().map(SPEC::concat).toList();
    }

    ObjectNode conformanceDocument() {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ArrayNode classes = document.putArray("conformsTo");
        conformance().forEach(classes::add);
        Link.write(Link.own(request, Link.JSON), document);
        return document;
    }

    ObjectNode collectionsDocument() {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("title", title());
        ArrayNode array = document.putArray("collections");
        for (FeatureLayer layer : collections.all()) {
            array.add(describe(layer, collectionLinks(layer)));
        }
        Link.write(Link.own(request, Link.JSON), document);
        return document;
    }

    ObjectNode collection(FeatureLayer layer) {
        List<Link> links = new ArrayList<>(Link.own(request, Link.JSON));
        collectionLinks(layer).stream()
                .filter(link -> !link.rel().equals("self"))
                .forEach(links::add);
        return describe(layer, links);
    }

    String url(FeatureLayer layer) {
        return request.base() + "/collections/" + ApiRequest.encoded(collections.id(layer));
    }

    private List<Link> collectionLinks(FeatureLayer layer) {
        String url = url(layer);
        String picture =
                request.geoserver() + "/wms?service=WMS&version=1.1.1&request=GetLegendGraphic&format=image/png"
                        + "&layer=" + ApiRequest.encoded(layer.qualifiedName());
        List<Link> links = new ArrayList<>(List.of(
                new Link(url + "?f=json", "self", Link.JSON, layer.title()),
                new Link(url + "/items?f=json", "items", Link.GEOJSON, layer.title()),
                new Link(url + "/items?f=html", "items", Link.HTML, layer.title()),
                new Link(url + "/queryables?f=json", REL + "queryables", Link.SCHEMA, "What can be filtered by"),
                new Link(url + "/queryables?f=json", "queryables", Link.SCHEMA, "What can be filtered by"),
                new Link(url + "/schema?f=json", "describedby", Link.SCHEMA, "A feature's members"),
                new Link(picture, "preview", "image/png", "Legend")));
        if (!hasLongNumbers(layer)) {
            links.add(new Link(url + "/schema?f=json", "describedBy", Link.SCHEMA, "A feature's members"));
        }
        return links;
    }

    /** GDAL finds schemas by the older spelling {@code describedBy} and cuts every integer that they name to 32 bits. */
    private boolean hasLongNumbers(FeatureLayer layer) {
        return reader.schema(layer).properties().stream()
                .anyMatch(property -> property.sqlType().equals("int8"));
    }

    private ObjectNode describe(FeatureLayer layer, List<Link> links) {
        Envelope box = boxes.of(layer);
        ObjectNode described = JsonMapper.shared().createObjectNode();
        described.put("id", collections.id(layer));
        described.put("title", layer.title());
        if (layer.abstractText() != null) {
            described.put("description", layer.abstractText());
        }
        if (!layer.keywords().isEmpty()) {
            ArrayNode keywords = described.putArray("keywords");
            layer.keywords().forEach(keywords::add);
        }
        described.put("itemType", "feature");
        ObjectNode spatial = described.putObject("extent").putObject("spatial");
        spatial.putArray("bbox")
                .addArray()
                .add(box.minX())
                .add(box.minY())
                .add(box.maxX())
                .add(box.maxY());
        spatial.put("crs", NamedCrs.CRS84.uri());
        ArrayNode systems = described.putArray("crs");
        NamedCrs.of(layer, box).forEach(each -> systems.add(each.uri()));
        described.put("storageCrs", NamedCrs.ofStorage(layer).uri());
        Link.write(links, described);
        return described;
    }
}

package org.riskmap.ogc.wms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.Description;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.Xml;
import org.riskmap.style.Rule;
import org.riskmap.style.ScaleRange;

/**
 * What the map service offers (OGC 06-042, 7.2.4; OGC 01-068r3, 7.1.4). As in GeoServer groups come first, their members
 * stand below them and nowhere else, and what belongs to no tree follows by name.
 */
final class Capabilities {

    private static final List<Integer> SYSTEMS = List.of(4490, 4326, 3857, 4549);
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final Catalog catalog;
    private final OgcRequest request;
    private final WmsVersion version;
    private final LayerBoxes boxes;
    private final Xml xml = Xml.document(new StringBuilder());

    Capabilities(Catalog catalog, OgcRequest request, WmsVersion version, LayerBoxes boxes) {
        this.catalog = catalog;
        this.request = request;
        this.version = version;
        this.boxes = boxes;
    }

    String document() {
        String sequence = Long.toString(catalog.sequence());
        if (newest()) {
            xml.start(
                    "WMS_Capabilities",
                    "version",
                    "1.3.0",
                    "updateSequence",
                    sequence,
                    "xmlns",
                    "http://www.opengis.net/wms",
                    "xmlns:xlink",
                    XLINK,
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd");
        } else {
            xml.prologue(
                    "<!DOCTYPE WMT_MS_Capabilities SYSTEM \"http://schemas.opengis.net/wms/1.1.1/WMS_MS_Capabilities.dtd\">");
            xml.start("WMT_MS_Capabilities", "version", "1.1.1", "updateSequence", sequence);
        }
        service();
        xml.start("Capability");
        requests();
        xml.start("Exception");
        (newest()
                        ? List.of("XML", "INIMAGE", "BLANK", "JSON")
                        : List.of(
                                "application/vnd.ogc.se_xml",
                                "application/vnd.ogc.se_inimage",
                                "application/vnd.ogc.se_blank",
                                "application/json"))
                .forEach(format -> xml.element("Format", format));
        xml.end();
        if (!newest()) {
            xml.empty(
                    "UserDefinedSymbolization",
                    "SupportSLD",
                    "1",
                    "UserLayer",
                    "0",
                    "UserStyle",
                    "1",
                    "RemoteWFS",
                    "0");
        }
        tree();
        return xml.end().end().toString();
    }

    private boolean newest() {
        return version == WmsVersion.V1_3_0;
    }

    private void service() {
        ServiceDescription.Words words = catalog.service().wms();
        xml.start("Service");
        xml.element("Name", newest() ? "WMS" : "OGC:WMS");
        xml.element("Title", words.title());
        xml.element("Abstract", words.abstractText());
        keywords(words.keywords());
        online(request.baseUrl());
        contact();
        xml.element("Fees", words.fees());
        xml.element("AccessConstraints", words.accessConstraints());
        xml.end();
    }

    private void contact() {
        String person = catalog.service().contactPerson();
        String organization = catalog.service().contactOrganization();
        if (person != null || organization != null) {
            xml.start("ContactInformation").start("ContactPersonPrimary");
            xml.element("ContactPerson", person == null ? "" : person);
            xml.element("ContactOrganization", organization == null ? "" : organization);
            xml.end().end();
        }
    }

    private void requests() {
        xml.start("Request");
        operation(
                "GetCapabilities",
                newest() ? List.of("text/xml") : List.of("application/vnd.ogc.wms_xml", "text/xml"),
                true);
        operation("GetMap", MapFormat.offered(version), false);
        operation("GetFeatureInfo", InfoFormat.offered(), false);
        if (!newest()) {
            operation("DescribeLayer", List.of("application/vnd.ogc.wms_xml"), false);
            operation("GetLegendGraphic", List.of("image/png", "image/jpeg"), false);
        }
        xml.end();
    }

    private void operation(String name, List<String> formats, boolean posts) {
        xml.start(name);
        formats.forEach(format -> xml.element("Format", format));
        xml.start("DCPType").start("HTTP").start("Get");
        online(serviceUrl() + "SERVICE=WMS&");
        xml.end();
        if (posts) {
            xml.start("Post");
            online(serviceUrl() + "SERVICE=WMS&");
            xml.end();
        }
        xml.end().end().end();
    }

    private String serviceUrl() {
        String workspace = request.workspace() == null ? "" : request.workspace() + "/";
        String layer = request.layer() == null ? "" : request.layer() + "/";
        return request.baseUrl() + workspace + layer + (newest() ? "ows?" : "wms?");
    }

    private void online(String url) {
        if (newest()) {
            xml.empty("OnlineResource", "xlink:type", "simple", "xlink:href", url);
        } else {
            xml.empty("OnlineResource", "xmlns:xlink", XLINK, "xlink:type", "simple", "xlink:href", url);
        }
    }

    private void keywords(List<String> words) {
        xml.start("KeywordList");
        words.forEach(word -> xml.element("Keyword", word));
        xml.end();
    }

    private void tree() {
        ServiceDescription.Words words = catalog.service().wms();
        List<PublishedLayer> roots = roots();
        xml.start("Layer");
        xml.element("Title", words.title());
        xml.element("Abstract", words.abstractText());
        systems().forEach(system -> xml.element(newest() ? "CRS" : "SRS", system));
        boxes(roots.stream().map(boxes::of).reduce(Envelope::union).orElse(LayerBoxes.EMPTY));
        roots.forEach(this::layer);
        xml.end();
    }

    private Set<String> systems() {
        List<Integer> listed = catalog.service().maps().systems();
        Set<String> names = (listed.isEmpty() ? SYSTEMS : listed)
                .stream().map(code -> "EPSG:" + code).collect(Collectors.toCollection(TreeSet::new));
        if (newest()) {
            names.add("CRS:84");
        }
        return names;
    }

    /** Groups by name, then the layers that stand in no group's tree. */
    private List<PublishedLayer> roots() {
        List<PublishedLayer> visible = catalog.visible(request.workspace()).stream()
                .filter(PublishedLayer::advertised)
                .filter(layer -> request.layer() == null || request.layer().equals(layer.name()))
                .sorted(Comparator.comparing(this::name))
                .toList();
        List<LayerGroup> groups = visible.stream()
                .filter(LayerGroup.class::isInstance)
                .map(LayerGroup.class::cast)
                .toList();
        Set<String> below = groups.stream()
                .filter(group -> group.mode() != LayerGroup.Mode.SINGLE)
                .flatMap(group -> group.members().stream())
                .map(member -> member.layer().qualifiedName())
                .collect(Collectors.toSet());
        List<PublishedLayer> roots = new ArrayList<>();
        groups.stream().filter(group -> !below.contains(group.qualifiedName())).forEach(roots::add);
        visible.stream()
                .filter(layer -> !(layer instanceof LayerGroup) && !below.contains(layer.qualifiedName()))
                .forEach(roots::add);
        return roots;
    }

    /** Without the prefix at a workspace's own service. */
    private String name(PublishedLayer layer) {
        return request.workspace() == null ? layer.qualifiedName() : layer.name();
    }

    private void layer(PublishedLayer layer) {
        if (layer instanceof LayerGroup group) {
            xml.start("Layer", "queryable", group.queryable() ? "1" : "0");
            if (group.mode() != LayerGroup.Mode.CONTAINER) {
                xml.element("Name", name(group));
            }
            described(group);
            groupStyle(group);
            if (group.mode() != LayerGroup.Mode.SINGLE && group.mode() != LayerGroup.Mode.OPAQUE_CONTAINER) {
                group.members().stream()
                        .map(LayerGroup.Member::layer)
                        .filter(PublishedLayer::advertised)
                        .forEach(this::layer);
            }
        } else {
            xml.start("Layer", "queryable", layer.queryable() ? "1" : "0", "opaque", opaque(layer) ? "1" : "0");
            xml.element("Name", name(layer));
            described(layer);
            if (layer instanceof FeatureLayer features) {
                dimension(features);
            }
            Description.Attribution attribution = layer.description().attribution();
            if (attribution != null) {
                attribution(attribution);
            }
            layer.description().metadataLinks().forEach(this::metadata);
            styles(layer);
        }
        xml.end();
    }

    private void described(PublishedLayer layer) {
        xml.element("Title", layer.title());
        String words = layer.abstractText();
        xml.element("Abstract", words == null ? "" : words);
        keywords(layer.keywords());
        if (layer instanceof FeatureLayer features) {
            xml.element(newest() ? "CRS" : "SRS", features.declaredCrs().epsgName());
        }
        boxes(boxes.of(layer));
    }

    private void boxes(Envelope box) {
        if (newest()) {
            xml.start("EX_GeographicBoundingBox");
            xml.element("westBoundLongitude", number(box.minX()));
            xml.element("eastBoundLongitude", number(box.maxX()));
            xml.element("southBoundLatitude", number(box.minY()));
            xml.element("northBoundLatitude", number(box.maxY()));
            xml.end();
            corners("BoundingBox", "CRS", "CRS:84", box);
            Envelope north = new Envelope(box.minY(), box.minX(), box.maxY(), box.maxX());
            corners("BoundingBox", "CRS", "EPSG:4490", north);
            corners("BoundingBox", "CRS", "EPSG:4326", north);
        } else {
            corners("LatLonBoundingBox", null, "", box);
            corners("BoundingBox", "SRS", "EPSG:4490", box);
            corners("BoundingBox", "SRS", "EPSG:4326", box);
        }
        LayerBoxes.to(box, Crs.CRS84, Crs.eastFirst(3857))
                .ifPresent(metres -> corners("BoundingBox", newest() ? "CRS" : "SRS", "EPSG:3857", metres));
    }

    private void corners(String element, @Nullable String attribute, String system, Envelope box) {
        List<String> attributes = new ArrayList<>();
        if (attribute != null) {
            attributes.addAll(List.of(attribute, system));
        }
        attributes.addAll(List.of("minx", number(box.minX()), "miny", number(box.minY())));
        attributes.addAll(List.of("maxx", number(box.maxX()), "maxy", number(box.maxY())));
        xml.empty(element, attributes.toArray(String[]::new));
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private void dimension(FeatureLayer layer) {
        if (layer.time() == null) {
            return;
        }
        String reference = layer.time().reference();
        String values = reference == null || layer.time().movesWithTheClock()
                ? "1900-01-01T00:00:00.000Z/2100-01-01T00:00:00.000Z/PT1S"
                : reference + "/PT1S";
        String standard = reference == null ? "current" : reference;
        if (newest()) {
            xml.element("Dimension", values, "name", "time", "default", standard, "units", "ISO8601");
        } else {
            xml.empty("Dimension", "name", "time", "units", "ISO8601");
            xml.element("Extent", values, "name", "time", "default", standard);
        }
    }

    private void attribution(Description.Attribution attribution) {
        xml.start("Attribution");
        if (attribution.title() != null) {
            xml.element("Title", attribution.title());
        }
        if (attribution.url() != null) {
            online(attribution.url());
        }
        xml.end();
    }

    private void metadata(Description.MetadataLink link) {
        xml.start("MetadataURL", "type", link.type());
        xml.element("Format", link.format());
        online(link.url());
        xml.end();
    }

    private void styles(PublishedLayer layer) {
        List<NamedStyle> styles = new ArrayList<>();
        if (layer instanceof FeatureLayer features) {
            styles.add(features.defaultStyle());
            styles.addAll(features.otherStyles());
        } else if (layer instanceof CoverageLayer coverage) {
            styles.add(coverage.defaultStyle());
            styles.addAll(coverage.publication().otherStyles());
        }
        for (int i = 0; i < styles.size(); i++) {
            NamedStyle style = styles.get(i);
            xml.start("Style").element("Name", styleName(style)).element("Title", style.title());
            String words = style.style().abstractText();
            if (words != null) {
                xml.element("Abstract", words);
            }
            legend(name(layer), i == 0 ? null : styleName(style));
            xml.end();
        }
        scales(styles.get(0));
    }

    private String styleName(NamedStyle style) {
        return request.workspace() == null ? style.qualifiedName() : style.name();
    }

    private void groupStyle(LayerGroup group) {
        if (group.mode() == LayerGroup.Mode.CONTAINER) {
            return;
        }
        xml.start("Style");
        xml.element("Name", "default-style-" + name(group));
        xml.element("Title", group.name() + " style");
        xml.element("Abstract", "Default style for " + name(group) + " layer");
        legend(name(group), null);
        xml.end();
    }

    private void legend(String layer, @Nullable String style) {
        xml.start("LegendURL", "width", "20", "height", "20");
        xml.element("Format", "image/png");
        online(serviceUrl() + "service=WMS&version=" + version.number()
                + "&request=GetLegendGraphic&format=image%2Fpng&width=20&height=20&layer=" + encoded(layer)
                + (style == null ? "" : "&style=" + encoded(style)));
        xml.end();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The scales at which any rule of the default style draws. */
    private void scales(NamedStyle style) {
        List<ScaleRange> ranges = style.style().featureTypeStyles().stream()
                .flatMap(part -> part.rules().stream())
                .map(Rule::scales)
                .toList();
        double min = ranges.stream().mapToDouble(ScaleRange::min).min().orElse(0);
        double max = ranges.stream().mapToDouble(ScaleRange::max).max().orElse(Double.POSITIVE_INFINITY);
        if (newest()) {
            if (min > 0) {
                xml.element("MinScaleDenominator", number(min));
            }
            if (Double.isFinite(max)) {
                xml.element("MaxScaleDenominator", number(max));
            }
        } else if (min > 0 || Double.isFinite(max)) {
            double diagonal = 0.00028 * Math.sqrt(2); // a pixel's diagonal in metres, for each unit of the denominator
            String most = Double.isFinite(max) ? number(max * diagonal) : "Infinity";
            xml.empty("ScaleHint", "min", number(min * diagonal), "max", most);
        }
    }

    private static boolean opaque(PublishedLayer layer) {
        return layer instanceof FeatureLayer features && features.publication().opaque()
                || layer instanceof CoverageLayer coverage
                        && coverage.publication().opaque();
    }
}

package org.riskmap.ogc.wmts;

import java.util.List;
import java.util.Optional;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.Xml;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrix;
import org.riskmap.tile.TileMatrixSet;
import org.riskmap.tile.TileMatrixSets;
import org.riskmap.tile.TileRange;

/** The service metadata document of WMTS 1.0.0 (OGC 07-057r7, 7.1.1.2), laid out as GeoWebCache does. */
final class WmtsCapabilities {

    private final Offer offer;
    private final LayerBoxes boxes;
    private final String base;
    private final String service;
    private final Xml xml = Xml.document(new StringBuilder());

    /**
     * @param base ending in {@code /geoserver/}
     * @param service the WMTS endpoint's address
     */
    WmtsCapabilities(Offer offer, LayerBoxes boxes, String base, String service) {
        this.offer = offer;
        this.boxes = boxes;
        this.base = base;
        this.service = service;
    }

    String document() {
        xml.start(
                "Capabilities",
                "xmlns",
                "http://www.opengis.net/wmts/1.0",
                "xmlns:ows",
                "http://www.opengis.net/ows/1.1",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:gml",
                "http://www.opengis.net/gml",
                "xsi:schemaLocation",
                "http://www.opengis.net/wmts/1.0 http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd",
                "version",
                "1.0.0");
        identification();
        operations();
        xml.start("Contents");
        offer.advertised().forEach(this::layer);
        TileMatrixSets.all().stream()
                .filter(set -> offer.advertised().stream()
                        .anyMatch(layer -> layer.grid(set.id()).isPresent()))
                .forEach(this::set);
        xml.end();
        xml.empty("ServiceMetadataURL", "xlink:href", service + "?SERVICE=wmts&REQUEST=getcapabilities&VERSION=1.0.0");
        xml.empty("ServiceMetadataURL", "xlink:href", service + "/rest/WMTSCapabilities.xml");
        return xml.end().toString();
    }

    private void identification() {
        var words = offer.service().wms();
        xml.start("ows:ServiceIdentification");
        xml.element("ows:Title", words.title().isEmpty() ? "Web Map Tile Service" : words.title());
        xml.element("ows:Abstract", words.abstractText());
        xml.element("ows:ServiceType", "OGC WMTS");
        xml.element("ows:ServiceTypeVersion", "1.0.0");
        xml.element("ows:Fees", words.fees());
        xml.element("ows:AccessConstraints", words.accessConstraints());
        xml.end();
        String organization = offer.service().contact().organization();
        xml.start("ows:ServiceProvider").element("ows:ProviderName", organization == null ? "" : organization);
        xml.start("ows:ServiceContact");
        String person = offer.service().contact().person();
        if (person != null) {
            xml.element("ows:IndividualName", person);
        }
        xml.end().end();
    }

    private void operations() {
        xml.start("ows:OperationsMetadata");
        for (String operation : List.of("GetCapabilities", "GetTile", "GetFeatureInfo")) {
            xml.start("ows:Operation", "name", operation).start("ows:DCP").start("ows:HTTP");
            xml.start("ows:Get", "xlink:href", service + "?").start("ows:Constraint", "name", "GetEncoding");
            xml.start("ows:AllowedValues").element("ows:Value", "KVP").end();
            xml.end().end().end().end().end();
        }
        xml.end();
    }

    private void layer(TileLayer layer) {
        PublishedLayer published = layer.layer();
        xml.start("Layer");
        xml.element("ows:Title", published.title());
        if (published.abstractText() != null) {
            xml.element("ows:Abstract", published.abstractText());
        }
        if (!published.keywords().isEmpty()) {
            xml.start("ows:Keywords");
            published.keywords().forEach(word -> xml.element("ows:Keyword", word));
            xml.end();
        }
        Envelope box = boxes.of(published);
        xml.start("ows:WGS84BoundingBox");
        xml.element("ows:LowerCorner", box.minX() + " " + box.minY());
        xml.element("ows:UpperCorner", box.maxX() + " " + box.maxY());
        xml.end();
        xml.element("ows:Identifier", layer.name());
        styles(published);
        Offer.offered(layer).forEach(format -> xml.element("Format", format.mediaType()));
        if (published.queryable()) {
            WmtsRequest.INFO_FORMATS.forEach(format -> xml.element("InfoFormat", format));
        }
        if (published instanceof FeatureLayer features && features.time() != null) {
            time();
        }
        layer.grids().forEach(this::link);
        addresses(layer);
        xml.end();
    }

    private void time() {
        xml.start("Dimension").element("ows:Identifier", "TIME");
        xml.element("ows:UOM", "ISO8601");
        xml.element("Default", "current").element("Current", "true");
        xml.element("Value", "1900-01-01T00:00:00.000Z/2100-01-01T00:00:00.000Z")
                .end();
    }

    private void styles(PublishedLayer layer) {
        Offer.styles(layer).forEach(style -> style(layer, style, false));
        NamedStyle own = Offer.defaultStyle(layer);
        if (own == null) {
            xml.start("Style", "isDefault", "true").empty("ows:Identifier").end();
        } else {
            style(layer, own, true);
        }
    }

    private void style(PublishedLayer layer, NamedStyle style, boolean standard) {
        xml.start("Style", "isDefault", standard ? "true" : null);
        xml.element("ows:Identifier", style.qualifiedName());
        xml.empty(
                "LegendURL",
                "format",
                "image/png",
                "xlink:href",
                base + "ows?service=WMS&request=GetLegendGraphic&version=1.1.0&format=image%2Fpng&layer="
                        + encoded(layer.qualifiedName())
                        + (standard ? "" : "&style=" + encoded(style.name())));
        xml.end();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void link(GridSubset grid) {
        xml.start("TileMatrixSetLink").element("TileMatrixSet", grid.set().id());
        if (grid.limited()) {
            xml.start("TileMatrixSetLimits");
            for (TileMatrix matrix : grid.set().matrices()) {
                limits(grid, matrix);
            }
            xml.end();
        }
        xml.end();
    }

    private void limits(GridSubset grid, TileMatrix matrix) {
        Optional<TileRange> limits = grid.limits(matrix);
        if (limits.isEmpty()) {
            return;
        }
        xml.start("TileMatrixLimits").element("TileMatrix", matrix.id());
        xml.element("MinTileRow", Integer.toString(limits.get().minRow()));
        xml.element("MaxTileRow", Integer.toString(limits.get().maxRow()));
        xml.element("MinTileCol", Integer.toString(limits.get().minColumn()));
        xml.element("MaxTileCol", Integer.toString(limits.get().maxColumn()));
        xml.end();
    }

    private void addresses(TileLayer layer) {
        boolean styled = Offer.defaultStyle(layer.layer()) != null; // an empty part would be an address of another form
        String rest = service + "/rest/" + layer.name() + (styled ? "/{style}" : "")
                + "/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}";
        Offer.offered(layer)
                .forEach(format -> address("tile", format.mediaType(), rest + "?format=" + format.mediaType()));
        if (layer.layer().queryable()) {
            WmtsRequest.INFO_FORMATS.forEach(
                    format -> address("FeatureInfo", format, rest + "/{J}/{I}?format=" + format));
        }
    }

    private void address(String kind, String format, String template) {
        xml.empty("ResourceURL", "format", format, "resourceType", kind, "template", template);
    }

    private void set(TileMatrixSet set) {
        xml.start("TileMatrixSet");
        xml.element("ows:Title", set.title());
        xml.element("ows:Identifier", set.id());
        xml.element("ows:SupportedCRS", set.crsUrn());
        if (set.wellKnown() != null) {
            String name = "urn:ogc:def:wkss:OGC:1.0:";
            xml.element(
                    "WellKnownScaleSet", name + (set.crs().geographic() ? "GoogleCRS84Quad" : "GoogleMapsCompatible"));
        }
        for (TileMatrix matrix : set.matrices()) {
            xml.start("TileMatrix").element("ows:Identifier", matrix.id());
            xml.element("ScaleDenominator", Double.toString(set.scaleDenominator(matrix)));
            xml.element(
                    "TopLeftCorner",
                    set.topLeftNorthFirst() ? matrix.top() + " " + matrix.left() : matrix.left() + " " + matrix.top());
            xml.element("TileWidth", Integer.toString(TileMatrix.TILE_PX));
            xml.element("TileHeight", Integer.toString(TileMatrix.TILE_PX));
            xml.element("MatrixWidth", Integer.toString(matrix.columns()));
            xml.element("MatrixHeight", Integer.toString(matrix.rows()));
            xml.end();
        }
        xml.end();
    }
}

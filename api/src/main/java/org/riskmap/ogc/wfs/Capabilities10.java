package org.riskmap.ogc.wfs;

import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/** Capabilities of WFS 1.0.0 (OGC 02-058, 12). */
final class Capabilities10 {

    private final Xml xml;
    private final FeatureTypes types;
    private final LayerBoxes boxes;
    private final Endpoint endpoint;

    Capabilities10(TextOut out, FeatureTypes types, LayerBoxes boxes, Endpoint endpoint) {
        this.xml = Xml.document(out.text());
        this.types = types;
        this.boxes = boxes;
        this.endpoint = endpoint;
    }

    void write() {
        xml.start("WFS_Capabilities", "version", "1.0.0", "xmlns", "http://www.opengis.net/wfs");
        xml.with("xmlns:ogc", "http://www.opengis.net/ogc", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        types.spaces(types.advertised()).forEach((prefix, uri) -> xml.with("xmlns:" + prefix, uri));
        xml.with(
                "xsi:schemaLocation",
                endpoint.schemas().pair("http://www.opengis.net/wfs", "wfs/1.0.0/WFS-capabilities.xsd"));
        service();
        capability();
        xml.start("FeatureTypeList").start("Operations").element("Query", null).end();
        types.advertised().forEach(this::type);
        xml.end();
        new FilterCapabilities(xml).filter10();
        xml.endAll();
    }

    private void service() {
        ServiceDescription.Words words = types.service().wfs();
        xml.start("Service").element("Name", "WFS").element("Title", words.title());
        xml.element("Abstract", words.abstractText()).element("Keywords", String.join(", ", words.keywords()));
        xml.element("OnlineResource", endpoint.url()).element("Fees", words.fees());
        xml.element("AccessConstraints", words.accessConstraints()).end();
    }

    private void capability() {
        xml.start("Capability").start("Request");
        operation("GetCapabilities", () -> {});
        operation("DescribeFeatureType", () -> xml.start("SchemaDescriptionLanguage")
                .element("XMLSCHEMA", null)
                .end());
        operation("GetFeature", () -> {
            xml.start("ResultFormat").empty("GML2").end(); // the schema allows no other name here
        });
        xml.end().end();
    }

    private void operation(String name, Runnable inside) {
        xml.start(name);
        inside.run();
        xml.start("DCPType").start("HTTP");
        xml.start("Get", "onlineResource", endpoint.url() + "?request=" + name)
                .end()
                .end()
                .end();
        xml.start("DCPType").start("HTTP");
        xml.start("Post", "onlineResource", endpoint.url()).end().end().end();
        xml.end();
    }

    private void type(FeatureLayer layer) {
        Envelope box = boxes.of(layer);
        xml.start("FeatureType", "xmlns:" + layer.workspace(), types.space(layer));
        xml.element("Name", layer.qualifiedName()).element("Title", layer.title());
        xml.element("Abstract", layer.abstractText()).element("Keywords", String.join(", ", layer.keywords()));
        xml.element("SRS", layer.declaredCrs().epsgName());
        xml.start("LatLongBoundingBox", "minx", "" + box.minX(), "miny", "" + box.minY());
        xml.with("maxx", "" + box.maxX(), "maxy", "" + box.maxY()).end();
        xml.end();
    }
}

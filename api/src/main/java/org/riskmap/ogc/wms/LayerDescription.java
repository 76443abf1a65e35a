package org.riskmap.ogc.wms;

import java.util.List;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.Schemas;
import org.riskmap.ogc.Xml;

/** The answer to DescribeLayer (OGC 02-070, 11): which feature service has a layer's features. */
final class LayerDescription {

    private LayerDescription() {}

    static String document(List<RequestedLayer> layers, OgcRequest request) {
        Xml xml = Xml.document(new StringBuilder());
        xml.prologue("<!DOCTYPE WMS_DescribeLayerResponse SYSTEM \""
                + Schemas.of(request.baseUrl()).file("wms/1.1.1/WMS_DescribeLayerResponse.dtd") + "\">");
        xml.start("WMS_DescribeLayerResponse", "version", "1.1.1");
        for (RequestedLayer requested : layers) {
            String name = requested.layer().qualifiedName();
            if (requested.layer() instanceof CoverageLayer) {
                xml.start("LayerDescription", "name", name);
            } else {
                String url = request.baseUrl() + "wfs?";
                xml.start("LayerDescription", "name", name, "wfs", url, "owsURL", url, "owsType", "WFS");
                xml.empty("Query", "typeName", name);
            }
            xml.end();
        }
        return xml.end().toString();
    }
}

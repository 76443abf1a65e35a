package org.riskmap.ogc.wfs;

import org.riskmap.ogc.Gml;

/** Where the OGC publishes the schemas that answers refer to, as pairs for {@code xsi:schemaLocation}. */
final class Schemas {

    private static final String OGC = "http://schemas.opengis.net/";

    private Schemas() {}

    static String wfs(WfsVersion version) {
        return switch (version) {
            case V2_0_0 -> version.wfsSpace() + " " + OGC + "wfs/2.0/wfs.xsd";
            case V1_1_0 -> version.wfsSpace() + " " + OGC + "wfs/1.1.0/wfs.xsd";
            case V1_0_0 -> version.wfsSpace() + " " + OGC + "wfs/1.0.0/WFS-basic.xsd";
        };
    }

    static String gml(Gml.Dialect dialect) {
        return dialect.space() + " " + gmlFile(dialect);
    }

    static String gmlFile(Gml.Dialect dialect) {
        return switch (dialect) {
            case GML32 -> OGC + "gml/3.2.1/gml.xsd";
            case GML31 -> OGC + "gml/3.1.1/base/gml.xsd";
            case GML2 -> OGC + "gml/2.1.2/feature.xsd";
        };
    }
}

package org.riskmap.ogc.wms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.ogc.Gml;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.Schemas;
import org.riskmap.ogc.Xml;

/** What was found as the feature collection of WFS 1.0 (GML 2) or WFS 1.1 (GML 3.1.1), as GeoServer gives it. */
final class InfoGml {

    private static final String WFS = "http://www.opengis.net/wfs";

    private final Xml xml = Xml.document(new StringBuilder());
    private final Gml.Dialect dialect;
    private final Gml gml;

    private InfoGml(Gml.Dialect dialect, Crs crs) {
        this.dialect = dialect;
        this.gml = old()
                ? new Gml(xml, dialect, crs.eastFirst(), "http://www.opengis.net/gml/srs/epsg.xml#" + crs.code())
                : new Gml(xml, dialect, Crs.byAuthority(crs.code()), "urn:x-ogc:def:crs:EPSG:" + crs.code());
    }

    private boolean old() {
        return dialect == Gml.Dialect.GML2;
    }

    static String write(List<InfoHits> hits, Crs crs, Gml.Dialect dialect, String baseUrl) {
        InfoGml writer = new InfoGml(dialect, crs);
        writer.collection(hits, baseUrl);
        return writer.xml.toString();
    }

    private void collection(List<InfoHits> hits, String baseUrl) {
        xml.start("wfs:FeatureCollection", "xmlns:wfs", WFS, "xmlns:gml", dialect.space());
        xml.with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        Map<String, String> spaces = new LinkedHashMap<>();
        hits.forEach(found -> spaces.put(found.workspace(), found.namespace()));
        spaces.forEach((prefix, uri) -> xml.with("xmlns:" + prefix, uri));
        xml.with("xsi:schemaLocation", schemas(hits, baseUrl));
        if (old()) {
            xml.start("gml:boundedBy").element("gml:null", "unknown").end();
        }
        boolean any = hits.stream().anyMatch(found -> !found.features().isEmpty());
        if (!old() && any) {
            xml.start("gml:featureMembers");
        }
        hits.forEach(found -> found.features().forEach(feature -> feature(found, feature)));
        xml.endAll();
    }

    private String schemas(List<InfoHits> hits, String baseUrl) {
        String version = old() ? "1.0.0" : "1.1.0";
        String own = hits.stream()
                .map(found ->
                        found.namespace() + " " + baseUrl + found.workspace() + "/wfs?service=WFS&version=" + version
                                + "&request=DescribeFeatureType&typeName=" + found.workspace() + "%3A" + found.layer())
                .collect(Collectors.joining(" "));
        String wfs = Schemas.of(baseUrl).pair(WFS, old() ? "wfs/1.0.0/WFS-basic.xsd" : "wfs/1.1.0/wfs.xsd");
        return own.isEmpty() ? wfs : own + " " + wfs;
    }

    private void feature(InfoHits found, Feature feature) {
        if (old()) {
            xml.start("gml:featureMember");
        }
        String prefix = found.workspace() + ":";
        xml.start(prefix + Xml.name(found.layer()));
        if (!feature.id().isEmpty()) {
            xml.with(old() ? "fid" : "gml:id", old() ? feature.id() : Xml.name(feature.id()));
        }
        gml.boundedBy(found.geometryName() == null ? null : feature.geometry());
        found.values(feature).forEach((name, value) -> {
            if (value instanceof Geometry geometry) {
                xml.start(prefix + Xml.name(name));
                gml.geometry(geometry, Xml.name(feature.id() + "." + name));
                xml.end();
            } else if (value != null) {
                xml.element(prefix + Xml.name(name), Json.text(value));
            }
        });
        xml.end();
        if (old()) {
            xml.end();
        }
    }
}

package org.riskmap.ogc.wfs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Gml;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/**
 * {@code wfs:FeatureCollection} of each version. Null properties are left out. Where a request of WFS 2.0 has several
 * queries, the collection holds a collection for each (ISO 19142, 11.3.3.3).
 */
final class GmlEncoder implements FeatureEncoder {

    private final TextOut out;
    private final Xml xml;
    private final Gml.Dialect dialect;
    private final Answer answer;
    private final boolean nested;
    private AnswerPart part;
    private Gml gml;

    GmlEncoder(TextOut out, Gml.Dialect dialect, Answer answer) {
        this.out = out;
        this.xml = Xml.document(out.text());
        this.dialect = dialect;
        this.answer = answer;
        this.nested = answer.version().is2() && answer.parts().size() > 1;
        this.part = answer.parts().get(0);
        this.gml = new Gml(xml, dialect, part.crs().crs(), part.crs().name());
    }

    @Override
    public void begin(Answer same) {
        xml.start("wfs:FeatureCollection");
        spaces();
        if (answer.version().is2()) {
            xml.with("next", answer.next(), "previous", answer.previous());
            xml.with("numberMatched", "" + answer.matched(), "numberReturned", "" + answer.returned());
        } else if (answer.version() == WfsVersion.V1_1_0) {
            xml.with("numberOfFeatures", "" + (answer.hits() ? answer.matched() : answer.returned()));
        }
        if (answer.version() != WfsVersion.V1_0_0) {
            xml.with("timeStamp", answer.timeStamp());
        }
        xml.with("xsi:schemaLocation", schemaLocation());
        if (answer.version() == WfsVersion.V1_0_0) {
            xml.start("gml:boundedBy").element("gml:null", "unknown").end();
        }
        if (answer.version() == WfsVersion.V1_1_0 && !answer.hits() && answer.returned() > 0) {
            xml.start("gml:featureMembers");
        }
    }

    private void spaces() {
        xml.with(
                "xmlns:wfs",
                answer.version().wfsSpace(),
                "xmlns:gml",
                dialect.space(),
                "xmlns:xs",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        answer.parts().stream()
                .collect(Collectors.toMap(each -> each.layer().workspace(), AnswerPart::space, (a, b) -> a))
                .forEach((prefix, uri) -> xml.with("xmlns:" + prefix, uri));
    }

    private String schemaLocation() {
        Set<String> places = new LinkedHashSet<>();
        for (AnswerPart each : answer.parts()) {
            places.add(each.space() + " " + answer.endpoint().request("DescribeFeatureType", answer.version())
                    + "&typeName=" + each.layer().qualifiedName().replace(":", "%3A"));
        }
        places.add(answer.endpoint().wfsSchema(answer.version()));
        places.add(answer.endpoint().schemas().pair(dialect.space(), dialect.schemaFile()));
        return String.join(" ", places);
    }

    @Override
    public void beginPart(AnswerPart next) {
        part = next;
        gml = new Gml(xml, dialect, part.crs().crs(), part.crs().name());
        if (nested) {
            xml.start("wfs:member").start("wfs:FeatureCollection");
            xml.with(
                    "numberMatched", "" + part.matched(), "numberReturned", "" + (answer.hits() ? 0 : part.returned()));
            xml.with("timeStamp", answer.timeStamp());
        }
    }

    @Override
    public void feature(Feature feature, @Nullable Geometry geometry) {
        if (answer.version().is2()) {
            xml.start("wfs:member");
        } else if (answer.version() == WfsVersion.V1_0_0) {
            xml.start("gml:featureMember");
        }
        bare(feature, geometry);
        if (answer.version() != WfsVersion.V1_1_0) {
            xml.end();
        }
        out.drain();
    }

    /** The feature's own element; what it stands in is the caller's. */
    private void bare(Feature feature, @Nullable Geometry geometry) {
        start(feature);
        properties(feature, geometry);
        xml.end();
    }

    private void start(Feature feature) {
        String prefix = part.layer().workspace();
        String id = part.featureId(feature.id());
        xml.start(prefix + ":" + Xml.name(part.layer().name()));
        xml.with(dialect == Gml.Dialect.GML2 ? "fid" : "gml:id", dialect == Gml.Dialect.GML2 ? id : Xml.name(id));
    }

    private void properties(Feature feature, @Nullable Geometry geometry) {
        gml.boundedBy(geometry);
        String geometryId = Xml.name(part.featureId(feature.id()));
        for (LayerProperty property : part.properties()) {
            Object value = property.name().equals(part.geometry())
                    ? geometry
                    : feature.properties().get(property.name());
            property(part.layer().workspace() + ":" + Xml.name(property.name()), property, value, geometryId);
        }
    }

    private void property(String element, LayerProperty property, @Nullable Object value, String featureId) {
        if (value instanceof Geometry shape) {
            xml.start(element);
            gml.geometry(shape, featureId + "." + Xml.name(property.name()));
            xml.end();
        } else if (value != null) {
            xml.element(element, Json.text(value));
        }
    }

    /** A document of one feature without a collection, as GetFeatureById gives it. */
    void alone(Feature feature, @Nullable Geometry geometry) {
        start(feature);
        spaces();
        xml.with("xsi:schemaLocation", schemaLocation());
        properties(feature, geometry);
        xml.end();
    }

    /** One value of GetPropertyValue; nothing where it is null. */
    void value(Feature feature, @Nullable Geometry geometry) {
        LayerProperty property = part.properties().get(0);
        Object value = property.name().equals(part.geometry())
                ? geometry
                : feature.properties().get(property.name());
        if (value != null) {
            xml.start("wfs:member");
            property(
                    part.layer().workspace() + ":" + Xml.name(property.name()),
                    property,
                    value,
                    Xml.name(part.featureId(feature.id())));
            xml.end();
        }
        out.drain();
    }

    /** One id as a value of GetPropertyValue. */
    void id(Feature feature) {
        xml.element("wfs:member", Xml.name(part.featureId(feature.id())));
        out.drain();
    }

    /** Begins the document of GetPropertyValue; {@link #end} ends it. */
    void beginValues() {
        xml.start("wfs:ValueCollection");
        spaces();
        xml.with("next", answer.next(), "previous", answer.previous());
        xml.with("timeStamp", answer.timeStamp());
        xml.with("numberMatched", "" + answer.matched(), "numberReturned", "" + answer.returned());
        xml.with("xsi:schemaLocation", schemaLocation());
    }

    @Override
    public void endPart() {
        if (nested) {
            xml.end().end();
        }
    }

    @Override
    public void end() {
        xml.endAll();
    }
}

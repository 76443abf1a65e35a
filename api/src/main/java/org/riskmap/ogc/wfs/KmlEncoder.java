package org.riskmap.ogc.wfs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Decimals;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/** KML 2.2 (OGC 07-147r2): a folder for each query, a placemark for each feature, always longitude and latitude. */
final class KmlEncoder implements FeatureEncoder {

    private final TextOut out;
    private final Xml xml;
    private AnswerPart part;

    KmlEncoder(TextOut out) {
        this.out = out;
        this.xml = Xml.document(out.text());
    }

    @Override
    public void begin(Answer answer) {
        this.part = answer.parts().get(0);
        xml.start("kml", "xmlns", "http://www.opengis.net/kml/2.2").start("Document");
        for (AnswerPart each : answer.parts()) {
            xml.start("Schema", "name", each.layer().name(), "id", schemaId(each));
            for (LayerProperty property : simple(each)) {
                xml.empty("SimpleField", "name", property.name(), "type", type(property.sqlType()));
            }
            xml.end();
        }
    }

    private static String schemaId(AnswerPart part) {
        return Xml.name(part.layer().name());
    }

    private static List<LayerProperty> simple(AnswerPart part) {
        return part.properties().stream()
                .filter(property -> !property.isGeometry())
                .toList();
    }

    private static String type(String sqlType) {
        return switch (sqlType) {
            case "int2", "int4" -> "int";
            case "float4" -> "float";
            case "float8", "numeric" -> "double";
            case "bool" -> "bool";
            default -> "string"; // KML knows neither longer integers nor times here
        };
    }

    @Override
    public void beginPart(AnswerPart next) {
        this.part = next;
        xml.start("Folder").element("name", next.layer().title());
    }

    @Override
    public void feature(Feature feature, @Nullable Geometry geometry) {
        String id = part.featureId(feature.id());
        xml.start("Placemark", "id", Xml.name(id));
        Object name = feature.properties().get("name");
        xml.element("name", name == null ? id : name.toString());
        xml.start("ExtendedData").start("SchemaData", "schemaUrl", "#" + schemaId(part));
        for (LayerProperty property : simple(part)) {
            Object value = feature.properties().get(property.name());
            if (value != null) {
                xml.element("SimpleData", Json.text(value), "name", property.name());
            }
        }
        xml.end().end();
        if (geometry != null && !geometry.isEmpty()) {
            shape(geometry);
        }
        xml.end();
        out.drain();
    }

    private void shape(Geometry geometry) {
        if (geometry instanceof Point point) {
            xml.start("Point");
            coordinates(point.getCoordinateSequence());
        } else if (geometry instanceof LineString line) {
            xml.start("LineString");
            coordinates(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            xml.start("Polygon");
            ring("outerBoundaryIs", polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring("innerBoundaryIs", polygon.getInteriorRingN(i));
            }
        } else {
            xml.start("MultiGeometry");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                shape(geometry.getGeometryN(i));
            }
        }
        xml.end();
    }

    private void ring(String name, LineString ring) {
        xml.start(name).start("LinearRing");
        coordinates(ring.getCoordinateSequence());
        xml.end().end();
    }

    private void coordinates(CoordinateSequence positions) {
        xml.start("coordinates");
        StringBuilder text = xml.plain();
        for (int i = 0; i < positions.size(); i++) {
            text.append(i > 0 ? " " : "");
            Decimals.append(text, positions.getX(i));
            text.append(',');
            Decimals.append(text, positions.getY(i));
        }
        xml.end();
    }

    @Override
    public void endPart() {
        xml.end();
    }

    @Override
    public void end() {
        xml.endAll();
    }
}

package org.riskmap.ogc.wfs;

import java.util.List;
import java.util.Map;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Gml;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/** DescribeFeatureType: an application schema of GML, or GeoServer's JSON. Every property may be left out and may be nil. */
final class SchemaDocument {

    private final FeatureReader reader;
    private final FeatureTypes types;
    private final Endpoint endpoint;

    SchemaDocument(FeatureReader reader, FeatureTypes types, Endpoint endpoint) {
        this.reader = reader;
        this.types = types;
        this.endpoint = endpoint;
    }

    void xml(TextOut out, List<FeatureLayer> layers, Gml.Dialect dialect, WfsVersion version) {
        Map<String, String> spaces = types.spaces(layers);
        Xml xml = Xml.document(out.text());
        xml.start("xsd:schema", "xmlns:xsd", "http://www.w3.org/2001/XMLSchema", "xmlns:gml", dialect.space());
        spaces.forEach((prefix, uri) -> xml.with("xmlns:" + prefix, uri));
        xml.with("elementFormDefault", "qualified");
        if (spaces.size() == 1) {
            xml.with("targetNamespace", spaces.values().iterator().next());
        }
        xml.start(
                "xsd:import",
                "namespace",
                dialect.space(),
                "schemaLocation",
                endpoint.schemas().file(dialect.schemaFile()));
        xml.end();
        if (spaces.size() == 1) {
            layers.forEach(layer -> type(xml, layer, dialect));
        } else {
            spaces.forEach((prefix, uri) -> imported(xml, prefix, uri, layers, version));
        }
        xml.endAll();
    }

    /** A schema has one target name space: types of another one are described in a document of their own. */
    private void imported(Xml xml, String prefix, String uri, List<FeatureLayer> layers, WfsVersion version) {
        String names = layers.stream()
                .filter(layer -> layer.workspace().equals(prefix))
                .map(layer -> layer.qualifiedName().replace(":", "%3A"))
                .reduce((a, b) -> a + "%2C" + b)
                .orElseThrow();
        String place = endpoint.request("DescribeFeatureType", version) + "&typeName=" + names;
        xml.start("xsd:import", "namespace", uri, "schemaLocation", place).end();
    }

    private void type(Xml xml, FeatureLayer layer, Gml.Dialect dialect) {
        String name = Xml.name(layer.name());
        boolean is32 = dialect == Gml.Dialect.GML32;
        xml.start("xsd:complexType", "name", name + "Type");
        xml.start("xsd:complexContent").start("xsd:extension", "base", "gml:AbstractFeatureType");
        xml.start("xsd:sequence");
        for (LayerProperty property : reader.schema(layer).properties()) {
            xml.start("xsd:element", "maxOccurs", "1", "minOccurs", "0", "name", Xml.name(property.name()));
            xml.with("nillable", "true", "type", type(property, dialect)).end();
        }
        xml.end().end().end().end();
        xml.start("xsd:element", "name", name);
        xml.with("substitutionGroup", is32 ? "gml:AbstractFeature" : "gml:_Feature");
        xml.with("type", layer.workspace() + ":" + name + "Type").end();
    }

    private static String type(LayerProperty property, Gml.Dialect dialect) {
        if (!property.isGeometry()) {
            return "xsd:" + simpleType(property.sqlType());
        }
        boolean is2 = dialect == Gml.Dialect.GML2;
        boolean is32 = dialect == Gml.Dialect.GML32;
        String type = String.valueOf(property.geometryType()).replaceFirst("Z?M?$", "");
        return switch (type) {
            case "Point", "MultiPoint" -> "gml:" + type + "PropertyType";
            case "LineString" -> is32 ? "gml:CurvePropertyType" : "gml:LineStringPropertyType";
            case "MultiLineString" -> is32 ? "gml:MultiCurvePropertyType" : "gml:MultiLineStringPropertyType";
            case "Polygon" -> is2 ? "gml:PolygonPropertyType" : "gml:SurfacePropertyType";
            case "MultiPolygon" -> is2 ? "gml:MultiPolygonPropertyType" : "gml:MultiSurfacePropertyType";
            case "GeometryCollection" -> "gml:MultiGeometryPropertyType";
            default -> is2 ? "gml:GeometryAssociationType" : "gml:GeometryPropertyType";
        };
    }

    private static String simpleType(String sqlType) {
        return switch (sqlType) {
            case "int2" -> "short";
            case "int4" -> "int";
            case "int8" -> "long";
            case "float4" -> "float";
            case "float8" -> "double";
            case "numeric" -> "decimal";
            case "bool" -> "boolean";
            case "date" -> "date";
            case "timestamp", "timestamptz" -> "dateTime";
            default -> "string";
        };
    }

    void json(TextOut out, List<FeatureLayer> layers) {
        StringBuilder text = out.text();
        Map.Entry<String, String> space =
                types.spaces(layers).entrySet().iterator().next();
        text.append("{\"elementFormDefault\":\"qualified\",\"targetNamespace\":");
        Json.string(text, space.getValue());
        text.append(",\"targetPrefix\":");
        Json.string(text, space.getKey());
        text.append(",\"featureTypes\":[");
        for (int i = 0; i < layers.size(); i++) {
            text.append(i > 0 ? ",{\"typeName\":" : "{\"typeName\":");
            Json.string(text, layers.get(i).name());
            text.append(",\"properties\":[");
            List<LayerProperty> properties = reader.schema(layers.get(i)).properties();
            for (int j = 0; j < properties.size(); j++) {
                text.append(j > 0 ? "," : "");
                json(text, properties.get(j));
            }
            text.append("]}");
        }
        text.append("]}");
    }

    private static void json(StringBuilder text, LayerProperty property) {
        String local = property.isGeometry() ? property.geometryType() : simpleType(property.sqlType());
        text.append("{\"name\":");
        Json.string(text, property.name());
        text.append(",\"maxOccurs\":1,\"minOccurs\":0,\"nillable\":true,\"type\":\"");
        text.append(property.isGeometry() ? "gml:" : "xsd:").append(local);
        text.append("\",\"localType\":\"").append(local).append("\"}");
    }
}

package org.riskmap.ogc.api;

import java.util.List;
import java.util.Locale;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import org.riskmap.postgis.TableShape.Column;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of a layer can be named in filters, as columns and as a JSON Schema (19-079r2, clause 6). */
final class Queryables {

    private Queryables() {}

    static List<Column> columns(LayerSchema schema) {
        return schema.properties().stream()
                .map(property -> new Column(
                        property.name(), property.sqlType(), property.nullable(), property.geometryType(), 0))
                .toList();
    }

    /** @param url of the schema itself */
    static ObjectNode document(LayerSchema schema, String url, String title) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", url);
        document.put("type", "object");
        document.put("title", title);
        ObjectNode properties = document.putObject("properties");
        boolean first = true;
        for (LayerProperty property : schema.properties()) {
            ObjectNode described = describe(property, properties.putObject(property.name()));
            if (property.isGeometry() && first) {
                described.put("x-ogc-role", "primary-geometry");
                first = false;
            }
        }
        return document.put("additionalProperties", false);
    }

    /**
     * A feature of the layer as GeoJSON, as a JSON Schema: clients learn the columns' types from it, also of those that are
     * null in the first features.
     *
     * @param url of the schema itself
     */
    static ObjectNode ofFeature(LayerSchema schema, String url, String title) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", url);
        document.put("type", "object");
        document.put("title", title);
        document.putArray("required").add("type").add("geometry").add("properties");
        ObjectNode members = document.putObject("properties");
        members.putObject("type").put("type", "string").putArray("enum").add("Feature");
        members.putObject("id").put("type", "string");
        ObjectNode geometry = members.putObject("geometry");
        schema.geometry().ifPresent(property -> describe(property, geometry));
        ObjectNode properties =
                members.putObject("properties").put("type", "object").putObject("properties");
        for (LayerProperty property : schema.properties()) {
            if (!property.isGeometry()) {
                describe(property, properties.putObject(property.name()));
            }
        }
        return document;
    }

    /** Adds what JSON Schema says of a property's values. */
    static ObjectNode describe(LayerProperty property, ObjectNode to) {
        to.put("title", property.name());
        String geometry = property.geometryType();
        if (geometry != null) {
            return to.put("format", "geometry-" + format(geometry));
        }
        return switch (property.sqlType()) {
            case "int2", "int4", "int8" -> to.put("type", "integer");
            case "float4", "float8", "numeric" -> to.put("type", "number");
            case "bool" -> to.put("type", "boolean");
            case "date" -> to.put("type", "string").put("format", "date");
            case "timestamp", "timestamptz" -> to.put("type", "string").put("format", "date-time");
            default -> to.put("type", "string");
        };
    }

    private static String format(String geometryType) {
        String flat = geometryType.replaceAll("(?<=[a-z])Z?M?$", "").toLowerCase(Locale.ROOT);
        return flat.equals("geometry") ? "any" : flat;
    }
}

package org.riskmap.ogc.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.0 document: the resource {@code openapi.json} with this service's address and collections. */
final class OpenApiDocument {

    private static final JsonNode FRAME = read();
    private static final JsonPointer ITEMS = JsonPointer.compile("/~1collections~1{collectionId}~1items/get");

    /** What makes no sense at the path of one collection. */
    private static final String COLLECTION = "#/components/parameters/collectionId";

    private OpenApiDocument() {}

    private static JsonNode read() {
        try (InputStream stream = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("openapi.json is not in the jar", unreadable);
        }
    }

    /** @param schemas what the features of a collection are made of */
    static ObjectNode of(
            ApiRequest request,
            Collections collections,
            Descriptions descriptions,
            Function<FeatureLayer, LayerSchema> schemas) {
        ObjectNode document = (ObjectNode) FRAME.deepCopy();
        ObjectNode info = (ObjectNode) document.get("info");
        info.put("title", descriptions.title());
        info.put("description", descriptions.description());
        document.putArray("servers").addObject().put("url", request.base());
        ObjectNode id = (ObjectNode) document.at("/components/parameters/collectionId/schema");
        ArrayNode ids = id.putArray("enum");
        for (FeatureLayer layer : collections.all()) {
            ids.add(collections.id(layer));
            addItems(document, collections.id(layer), layer, schemas.apply(layer));
        }
        if (ids.isEmpty()) {
            id.remove("enum");
        }
        ObjectNode limit = (ObjectNode) document.at("/components/parameters/limit/schema");
        limit.put("maximum", ItemsRequest.MOST_JSON).put("default", ItemsRequest.USUAL_LIMIT);
        return document;
    }

    /** A path of its own for a collection's items, whose parameters are its properties: what GDAL filters by. */
    private static void addItems(ObjectNode document, String id, FeatureLayer layer, LayerSchema schema) {
        ObjectNode paths = (ObjectNode) document.get("paths");
        ObjectNode get = (ObjectNode) paths.at(ITEMS).deepCopy();
        get.put("operationId", "getFeatures." + id.replaceAll("[^A-Za-z0-9]", "_"));
        get.put("summary", layer.title());
        get.remove("description");
        ArrayNode parameters = (ArrayNode) get.get("parameters");
        parameters.removeIf(each -> each.get("$ref").asString().equals(COLLECTION));
        for (LayerProperty property : schema.properties()) {
            if (!property.isGeometry() && !ItemsRequest.PARAMETERS.contains(property.name())) {
                ObjectNode parameter = parameters.addObject();
                parameter.put("name", property.name()).put("in", "query").put("required", false);
                parameter.put("description", "Only features whose " + property.name() + " is this");
                parameter.put("style", "form").put("explode", false);
                ((ObjectNode) Queryables.describe(property, parameter.putObject("schema"))).remove("title");
            }
        }
        paths.putObject("/collections/" + id + "/items").set("get", get);
    }
}

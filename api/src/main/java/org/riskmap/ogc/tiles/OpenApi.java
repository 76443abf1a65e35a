package org.riskmap.ogc.tiles;

import java.util.List;
import org.riskmap.ogc.wmts.Offer;
import org.riskmap.ogc.wmts.TileFormat;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrixSet;
import org.riskmap.tile.TileMatrixSets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.0 definition of the tile service, without references to other documents. */
final class OpenApi {

    static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0";

    private static final JsonMapper JSON = JsonMapper.shared();

    private OpenApi() {}

    static ObjectNode document(String base, Offer offer) {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.0.3");
        document.putObject("info").put("title", "OGC API - Tiles").put("version", "1.0.0");
        document.putArray("servers").addObject().put("url", base);
        ObjectNode paths = document.putObject("paths");
        List<String> collections =
                offer.advertised().stream().map(TileLayer::name).toList();
        List<String> sets = TileMatrixSets.all().stream().map(TileMatrixSet::id).toList();
        describe(paths, "/", "The landing page");
        describe(paths, "/conformance", "What this service conforms to");
        describe(paths, "/tileMatrixSets", "The tile matrix sets");
        parameter(describe(paths, "/tileMatrixSets/{tileMatrixSetId}", "One of them"), "tileMatrixSetId", sets);
        describe(paths, "/collections", "What there are tiles of");
        parameter(describe(paths, "/collections/{collectionId}", "One of them"), "collectionId", collections);
        for (Kind kind : Kind.values()) {
            String path = "/collections/{collectionId}/" + kind.path();
            parameter(describe(paths, path, "The tilesets"), "collectionId", collections);
            ArrayNode one = describe(paths, path + "/{tileMatrixSetId}", "A tileset");
            parameter(one, "collectionId", collections);
            parameter(one, "tileMatrixSetId", sets);
            tile(paths, path, kind, collections, sets);
        }
        return document;
    }

    private static void tile(ObjectNode paths, String path, Kind kind, List<String> collections, List<String> sets) {
        ObjectNode operation = paths.putObject(path + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
                .putObject("get")
                .put("summary", "A tile");
        ArrayNode parameters = operation.putArray("parameters");
        parameter(parameters, "collectionId", collections);
        parameter(parameters, "tileMatrixSetId", sets);
        for (String name : List.of("tileMatrix", "tileRow", "tileCol")) {
            parameter(parameters, name, List.of());
        }
        ObjectNode format =
                parameters.addObject().put("name", "f").put("in", "query").put("required", false);
        ArrayNode values = format.putObject("schema").put("type", "string").putArray("enum");
        kind.formats().forEach(each -> values.add(each.mediaType()));
        parameters
                .addObject()
                .put("name", "datetime")
                .put("in", "query")
                .put("required", false)
                .putObject("schema")
                .put("type", "string");
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", "The tile").putObject("content");
        for (TileFormat each : kind.formats()) {
            content.putObject(each.mediaType())
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary");
        }
        responses.putObject("304").put("description", "The client has this tile");
        problems(responses);
    }

    /** A path that is answered with JSON; takes its parameters. */
    private static ArrayNode describe(ObjectNode paths, String path, String summary) {
        ObjectNode operation = paths.putObject(path).putObject("get").put("summary", summary);
        ArrayNode parameters = operation.putArray("parameters");
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", summary)
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("type", "object");
        problems(responses);
        return parameters;
    }

    private static void problems(ObjectNode responses) {
        for (String status : List.of("400", "404")) {
            responses
                    .putObject(status)
                    .put("description", status.equals("404") ? "There is no such thing" : "A parameter is wrong")
                    .putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("type", "object");
        }
    }

    private static void parameter(ArrayNode parameters, String name, List<String> values) {
        ObjectNode schema = parameters
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
        if (!values.isEmpty()) {
            ArrayNode allowed = schema.putArray("enum");
            values.forEach(allowed::add);
        }
    }
}

package org.riskmap.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.0 document: the standard's paths from the resource {@code openapi.json}, and for every process a path of
 * its own with its inputs and outputs. It refers to nothing outside itself.
 */
@Component
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Processes processes;
    private final JsonNode frame;

    OpenApi(Processes processes) {
        this.processes = processes;
        try (InputStream stream = OpenApi.class.getResourceAsStream("openapi.json")) {
            this.frame = JSON.readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param base the URL of {@code /api}, without a slash at its end
     * @param language {@code zh} or {@code en}
     */
    ObjectNode document(String base, String language) {
        ObjectNode document = (ObjectNode) frame.deepCopy();
        document.putArray("servers").addObject().put("url", base);
        ObjectNode paths = (ObjectNode) document.get("paths");
        for (Analysis process : processes.all()) {
            ProcessDescription description = process.description();
            paths.putObject("/processes/" + description.id() + "/execution")
                    .set("post", operation(description, language));
        }
        return document;
    }

    private static ObjectNode operation(ProcessDescription description, String language) {
        ObjectNode process = description.in(language);
        ObjectNode operation = JSON.createObjectNode();
        operation.put("operationId", "execute." + description.id());
        operation.put("summary", process.get("title").asString());
        operation.put("description", process.get("description").asString());
        operation.putArray("tags").add("Execute");
        operation.putArray("parameters").addObject().put("$ref", "#/components/parameters/prefer");
        ObjectNode body = operation.putObject("requestBody");
        body.put("required", true);
        ObjectNode content = body.putObject("content").putObject("application/json");
        content.set("schema", request(description, process));
        ObjectNode examples = content.putObject("examples");
        int number = 0;
        for (JsonNode example : process.get("examples")) {
            ObjectNode one = examples.putObject("example" + ++number);
            one.put("summary", example.get("title").asString());
            one.set("value", example.get("request"));
        }
        operation.set("responses", responses(description, process));
        return operation;
    }

    private static ObjectNode request(ProcessDescription description, ObjectNode process) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        schema.putArray("required").add("inputs");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode inputs = properties.putObject("inputs").put("type", "object");
        if (!description.requiredInputs().isEmpty()) {
            ArrayNode required = inputs.putArray("required");
            description.requiredInputs().forEach(required::add);
        }
        ObjectNode each = inputs.putObject("properties");
        process.get("inputs").properties().forEach(input -> each.set(input.getKey(), titled(input.getValue())));
        properties.putObject("outputs").put("type", "object");
        properties.set("response", JSON.readTree("{\"type\": \"string\", \"enum\": [\"document\", \"raw\"]}"));
        return schema;
    }

    private static ObjectNode titled(JsonNode described) {
        ObjectNode schema = (ObjectNode) described.get("schema").deepCopy();
        schema.set("title", described.get("title"));
        if (described.has("description")) {
            schema.set("description", described.get("description"));
        }
        return schema;
    }

    private static ObjectNode responses(ProcessDescription description, ObjectNode process) {
        ObjectNode responses = JSON.createObjectNode();
        ObjectNode answer = responses.putObject("200").put("description", "The outputs");
        ObjectNode schema = answer.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("type", "object");
        ObjectNode each = schema.putObject("properties");
        description
                .outputNames()
                .forEach(name -> each.set(name, titled(process.get("outputs").get(name))));
        responses.putObject("201").put("$ref", "#/components/responses/JobCreated");
        responses.putObject("400").put("$ref", "#/components/responses/Problem");
        responses.putObject("415").put("$ref", "#/components/responses/Problem");
        responses.putObject("503").put("$ref", "#/components/responses/Problem");
        return responses;
    }
}

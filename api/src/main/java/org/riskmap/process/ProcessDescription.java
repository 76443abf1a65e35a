package org.riskmap.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients are told of a process, read from a JSON resource: the process description of 18-062r2 §7.9 without its
 * links. There every {@code title} and {@code description} of the process, its inputs and outputs is
 * {@code {"zh": …, "en": …}}; {@code examples} is a list of {@code {"title", "request"}} whose requests run as they are on
 * the demo county; {@code run} and {@code warnings}, which every process gives, are added. A value {@code "=name"} stands
 * for that schema of {@code common-schemas.json}.
 */
final class ProcessDescription {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode resource;

    private ProcessDescription(JsonNode resource) {
        this.resource = resource;
    }

    /** Reads {@code <id>.json} beside this class. */
    static ProcessDescription load(String id) {
        try (InputStream stream = ProcessDescription.class.getResourceAsStream(id + ".json");
                InputStream common = ProcessDescription.class.getResourceAsStream("common-outputs.json");
                InputStream schemas = ProcessDescription.class.getResourceAsStream("common-schemas.json")) {
            if (stream == null) {
                throw new IllegalStateException("there is no description " + id + ".json");
            }
            ObjectNode resource = (ObjectNode) JSON.readTree(stream);
            JSON.readTree(common).properties().forEach(output -> ((ObjectNode) resource.get("outputs"))
                    .set(output.getKey(), output.getValue()));
            writeOut(resource, JSON.readTree(schemas));
            return new ProcessDescription(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void writeOut(JsonNode node, JsonNode schemas) {
        if (node instanceof ObjectNode object) {
            for (String member : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(member);
                if (isReference(value)) {
                    object.set(member, schemas.required(value.asString().substring(1)));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (isReference(array.get(i))) {
                    array.set(i, schemas.required(array.get(i).asString().substring(1)));
                }
            }
        }
        node.forEach(child -> writeOut(child, schemas));
    }

    private static boolean isReference(JsonNode value) {
        return value.isString() && value.asString().startsWith("=");
    }

    String id() {
        return resource.get("id").asString();
    }

    /** Changes whenever the same inputs and data may give another answer. */
    String version() {
        return resource.get("version").asString();
    }

    /** In the order of the description. */
    List<String> inputNames() {
        return List.copyOf(resource.get("inputs").propertyNames());
    }

    /** Those whose {@code minOccurs} is not 0. */
    Set<String> requiredInputs() {
        Set<String> required = new TreeSet<>();
        resource.get("inputs").properties().forEach(input -> {
            if (input.getValue().path("minOccurs").asInt(1) != 0) {
                required.add(input.getKey());
            }
        });
        return required;
    }

    /** In the order of the answer, {@code run} and {@code warnings} last. */
    List<String> outputNames() {
        return List.copyOf(resource.get("outputs").propertyNames());
    }

    /** Execute requests that run as they are on the demo county. */
    List<JsonNode> exampleRequests() {
        return resource.get("examples")
                .valueStream()
                .map(example -> example.get("request"))
                .toList();
    }

    /** The whole description in one language ({@code zh} or {@code en}), without links. */
    ObjectNode in(String language) {
        return (ObjectNode) translated(resource, language);
    }

    /** The members of a process summary (§7.8) in one language, without links. */
    ObjectNode summaryIn(String language) {
        ObjectNode summary = in(language);
        summary.remove(List.of("inputs", "outputs", "examples"));
        return summary;
    }

    private static JsonNode translated(JsonNode node, String language) {
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(translated(item, language)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 2 && node.has("zh") && node.has("en")) {
            return node.get(language);
        }
        ObjectNode members = JSON.createObjectNode();
        node.properties().forEach(member -> members.set(member.getKey(), translated(member.getValue(), language)));
        return members;
    }
}

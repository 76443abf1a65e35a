package org.riskmap.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The inputs of an execute request: all names known, all required ones given. */
final class Inputs {

    private final Map<String, Input> given;

    private Inputs(Map<String, Input> given) {
        this.given = given;
    }

    /**
     * @param json the member {@code inputs} of the request, an object
     * @throws InvalidInput where it is no object, a name is unknown or a required input is missing
     */
    static Inputs of(JsonNode json, ProcessDescription description) {
        if (!json.isObject()) {
            throw new InvalidInput("inputs", "it is not an object", "give an object with the inputs by name");
        }
        Set<String> known = new TreeSet<>(description.inputNames());
        Map<String, Input> given = new TreeMap<>();
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new InvalidInput(
                        name,
                        description.id() + " has no such input",
                        "its inputs are " + String.join(", ", description.inputNames()));
            }
            given.put(name, Input.of(name, json.get(name)));
        }
        for (String name : description.requiredInputs()) {
            if (!given.containsKey(name)) {
                throw new InvalidInput(name, "it is missing", "give it; see the process description");
            }
        }
        return new Inputs(given);
    }

    /** The same, with a member of an object-like input where the request leaves it out. */
    Inputs withDefault(String name, String member, String word) {
        Input input = get(name);
        if (input.given() && (!input.isObject() || input.json().has(member))) {
            return this;
        }
        ObjectNode object =
                input.given() ? ((ObjectNode) input.json()).deepCopy() : JsonNodeFactory.instance.objectNode();
        object.put(member, word);
        Map<String, Input> changed = new TreeMap<>(given);
        changed.put(name, Input.of(name, object));
        return new Inputs(changed);
    }

    /** Names of the inputs that are given, sorted. */
    Set<String> names() {
        return given.keySet();
    }

    /** An input, given or not. */
    Input get(String name) {
        Input input = given.get(name);
        return input == null ? Input.of(name, null) : input;
    }
}

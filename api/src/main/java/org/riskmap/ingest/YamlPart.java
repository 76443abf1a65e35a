package org.riskmap.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a YAML file. What is wrong is noted with its path and remedy, and reading goes on, so that all problems are
 * told at once; a value that could not be read is then a stand-in that nobody uses.
 */
final class YamlPart {

    private final JsonNode node;
    private final String path;
    private final List<String> problems;

    YamlPart(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    void problem(String what) {
        problems.add(path.isEmpty() ? what : path + ": " + what);
    }

    boolean isText() {
        return node.isValueNode() && !node.isNull();
    }

    String asText() {
        if (!isText()) {
            problem("a word is expected here");
            return "";
        }
        return node.asString();
    }

    boolean has(String key) {
        return node.has(key) && !node.get(key).isNull();
    }

    YamlPart get(String key) {
        return new YamlPart(node.path(key), path.isEmpty() ? key : path + "." + key, problems);
    }

    /** Notes every key that is not among the known ones. */
    void only(Set<String> known) {
        if (!node.isObject()) {
            problem("keys and values are expected here: "
                    + String.join(", ", known.stream().sorted().toList()));
            return;
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                problem("unknown key '" + key + "'; known here: "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    String text(String key) {
        if (!has(key)) {
            problem("'" + key + "' is missing");
            return "";
        }
        return get(key).asText();
    }

    @Nullable
    String optionalText(String key) {
        return has(key) ? get(key).asText() : null;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        if (!node.get(key).isBoolean()) {
            get(key).problem("write true or false");
            return false;
        }
        return node.get(key).booleanValue();
    }

    @Nullable
    Double optionalNumber(String key) {
        if (!has(key)) {
            return null;
        }
        if (!node.get(key).isNumber()) {
            get(key).problem("a number is expected here");
            return null;
        }
        return node.get(key).doubleValue();
    }

    <T> List<T> list(String key, Function<YamlPart, T> reader) {
        List<T> result = new ArrayList<>();
        if (!has(key)) {
            return result;
        }
        JsonNode items = node.get(key);
        if (!items.isArray()) {
            get(key).problem("a list is expected here");
            return result;
        }
        for (int i = 0; i < items.size(); i++) {
            result.add(reader.apply(
                    new YamlPart(items.get(i), (path.isEmpty() ? "" : path + ".") + key + "[" + i + "]", problems)));
        }
        return result;
    }

    <T> Map<String, T> map(String key, Function<YamlPart, T> reader) {
        Map<String, T> result = new LinkedHashMap<>();
        if (!has(key)) {
            return result;
        }
        YamlPart items = get(key);
        if (!items.node.isObject()) {
            items.problem("keys and values are expected here");
            return result;
        }
        for (String name : items.node.propertyNames()) {
            result.put(name, reader.apply(items.get(name)));
        }
        return result;
    }

    /** A word or a list of words. */
    List<String> words(String key) {
        if (!has(key)) {
            return List.of();
        }
        return node.get(key).isArray() ? list(key, YamlPart::asText) : new ArrayList<>(List.of(get(key).asText()));
    }

    /** Null or a word; null becomes {@code ""}. */
    String wordOrNothing() {
        return node.isNull() ? "" : asText();
    }
}

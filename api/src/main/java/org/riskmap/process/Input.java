package org.riskmap.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;

/**
 * One value of a request and the path that names it in errors ({@code travel.speed_kmh}, {@code distances[1]}). Readers
 * fail with {@link InvalidInput} where the value has another type, is out of range, null or missing.
 */
final class Input {

    private final String path;
    private final @Nullable JsonNode json;

    private Input(String path, @Nullable JsonNode json) {
        this.path = path;
        this.json = json;
    }

    /**
     * A value as it stands in a request: bare, or as {@code {"value": …}}.
     *
     * @throws InvalidInput where it is null, or given by reference
     */
    static Input of(String path, @Nullable JsonNode given) {
        JsonNode json = given;
        if (json != null && json.isObject() && json.has("value") && isQualified(json)) {
            json = json.get("value");
        } else if (json != null && json.isObject() && json.has("href")) {
            throw new InvalidInput(path, "inputs by reference (href) are not fetched", "send the value itself");
        }
        if (json != null && json.isNull()) {
            throw new InvalidInput(path, "it is null", "leave it out or give a value");
        }
        return new Input(path, json);
    }

    private static boolean isQualified(JsonNode json) {
        return Set.of("value", "mediaType", "encoding", "schema", "format").containsAll(json.propertyNames());
    }

    String path() {
        return path;
    }

    boolean given() {
        return json != null;
    }

    /** The JSON, which must be given. */
    JsonNode json() {
        if (json == null) {
            throw wrong("it is missing", "give a value");
        }
        return json;
    }

    InvalidInput wrong(String problem, String remedy) {
        return new InvalidInput(path, problem, remedy);
    }

    boolean isObject() {
        return json != null && json.isObject();
    }

    /** This, which must be an object with no other members than these. */
    Input object(String... members) {
        if (!json().isObject()) {
            throw wrong("it is " + kind() + ", not an object", "give an object with " + String.join(", ", members));
        }
        Set<String> unknown = new TreeSet<>(json().propertyNames());
        List.of(members).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new InvalidInput(
                    path + "." + unknown.iterator().next(),
                    "there is no such member",
                    "the members of " + path + " are " + String.join(", ", members));
        }
        return this;
    }

    /** A member of an object, given or not; of a value that is not given, one that is not given. */
    Input member(String name) {
        JsonNode value = json == null ? null : json.get(name);
        if (value != null && value.isNull()) {
            throw new InvalidInput(path + "." + name, "it is null", "leave it out or give a value");
        }
        return new Input(path + "." + name, value);
    }

    /** The items of an array. */
    List<Input> items(int least, int most) {
        if (!json().isArray()) {
            throw wrong("it is " + kind() + ", not an array", "give an array");
        }
        if (json().size() < least || json().size() > most) {
            throw wrong(
                    "it has " + json().size() + " items",
                    least == most ? "give " + least : "give " + least + " to " + most + " items");
        }
        List<Input> items = new ArrayList<>();
        for (int i = 0; i < json().size(); i++) {
            items.add(of(path + "[" + i + "]", json().get(i)));
        }
        return items;
    }

    /** A finite number in a closed range. */
    double number(double least, double most) {
        if (!json().isNumber()) {
            throw wrong("it is " + kind() + ", not a number", "give " + range(least, most));
        }
        double value = json().doubleValue(Double.NaN);
        if (!Double.isFinite(value) || value < least || value > most) {
            throw wrong(shown() + " is out of range", "give " + range(least, most));
        }
        return value;
    }

    double numberOr(double otherwise, double least, double most) {
        return given() ? number(least, most) : otherwise;
    }

    /** A whole number in a closed range; 3.0 is whole. */
    int wholeNumber(int least, int most) {
        double value = number(least, most);
        if (value != Math.rint(value)) {
            throw wrong(shown() + " is not a whole number", "give " + range(least, most));
        }
        return (int) value;
    }

    int wholeNumberOr(int otherwise, int least, int most) {
        return given() ? wholeNumber(least, most) : otherwise;
    }

    boolean flag() {
        if (!json().isBoolean()) {
            throw wrong("it is " + kind() + ", not true or false", "give true or false");
        }
        return json().asBoolean();
    }

    boolean flagOr(boolean otherwise) {
        return given() ? flag() : otherwise;
    }

    /** A text of 1 to so many characters. */
    String text(int most) {
        if (!json().isString()) {
            throw wrong("it is " + kind() + ", not a text", "give a text");
        }
        String text = json().asString();
        if (text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
            throw wrong(
                    text.isBlank() ? "it is empty" : "it is longer than " + most + " characters or holds a zero byte",
                    "give a text of 1 to " + most + " characters");
        }
        return text;
    }

    /** One word of a closed set. */
    String word(Collection<String> words) {
        String word = json().isString() ? json().asString() : "";
        if (!words.contains(word)) {
            throw wrong(shown() + " is not known", "give one of " + String.join(", ", words));
        }
        return word;
    }

    String wordOr(String otherwise, Collection<String> words) {
        return given() ? word(words) : otherwise;
    }

    /** The value as it was written, cut to a readable length. */
    String shown() {
        String text = json().toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    private String kind() {
        JsonNode value = json();
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array";
        }
        return value.isNumber() ? "a number" : value.isString() ? "a text" : "true or false";
    }

    private static String range(double least, double most) {
        return "a number from " + plain(least) + " to " + plain(most);
    }

    private static String plain(double number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}

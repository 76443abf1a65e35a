package org.riskmap.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A JSON value and the path that names it in errors. */
record RuleJson(String path, JsonNode json) {

    private static final int LONGEST_WORD = 100;
    private static final int MOST_WORDS = 100;

    InvalidInput wrong(String problem, String remedy) {
        return new InvalidInput(path, problem, remedy);
    }

    boolean has(String name) {
        return json.has(name);
    }

    RuleJson at(String name) {
        JsonNode member = json.get(name);
        return new RuleJson(path + "." + name, member == null ? MissingNode.getInstance() : member);
    }

    /** Fails where this is no object or has other members. */
    void only(String... members) {
        if (!json.isObject()) {
            throw wrong("it is not an object", "give an object with " + String.join(", ", members));
        }
        TreeSet<String> unknown = new TreeSet<>(json.propertyNames());
        Arrays.asList(members).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw at(unknown.first()).wrong("there is no such member", "the members are " + String.join(", ", members));
        }
    }

    List<RuleJson> items(int most) {
        if (!json.isArray() || json.size() > most) {
            throw wrong("it is not a list of up to " + most + " items", "give a list");
        }
        List<RuleJson> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(new RuleJson(path + "[" + i + "]", json.get(i)));
        }
        return items;
    }

    List<RuleJson> itemsOrNone(int most) {
        return json.isMissingNode() ? List.of() : items(most);
    }

    String text(int most) {
        String text = json.isString() ? json.asString() : "";
        if (text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
            throw wrong("it is not a text of 1 to " + most + " characters", "give a text");
        }
        return text;
    }

    String word(List<String> words) {
        String word = json.isString() ? json.asString() : json.toString();
        if (!words.contains(word)) {
            throw wrong("'" + cut(word) + "' is not known", "give one of " + String.join(", ", words));
        }
        return word;
    }

    List<String> words(List<String> words, int least) {
        List<String> given = items(words.size()).stream()
                .map(item -> item.word(words))
                .distinct()
                .toList();
        if (given.size() < least) {
            throw wrong("it is empty", "give some of " + String.join(", ", words));
        }
        return given;
    }

    List<String> textsOrNone() {
        return textsOrNone(MOST_WORDS);
    }

    List<String> textsOrNone(int most) {
        return itemsOrNone(most).stream()
                .map(item -> item.text(LONGEST_WORD))
                .distinct()
                .toList();
    }

    double number(double least, double most) {
        double number = json.isNumber() ? json.doubleValue(Double.NaN) : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw wrong(cut(json.toString()) + " is no number in range", "give one from " + least + " to " + most);
        }
        return number;
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}

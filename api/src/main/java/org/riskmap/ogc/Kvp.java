package org.riskmap.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Typed reading of a request's parameters (OGC 06-121r3, 11.5); every failure is a {@link BadParameter}. */
public record Kvp(OgcRequest request) {

    public Optional<String> text(String name) {
        return request.parameter(name);
    }

    /** @throws BadParameter where it is missing or empty */
    public String required(String name) {
        return text(name).orElseThrow(() -> BadParameter.missing(name));
    }

    /** The parts between commas, stripped; an empty part stays, so that positions hold. */
    public List<String> list(String name) {
        return text(name).map(value -> split(value, ',')).orElse(List.of());
    }

    public boolean flag(String name) {
        return text(name).map(value -> value.equalsIgnoreCase("true")).orElse(false);
    }

    /** @throws BadParameter where it is not a whole number in this range, both ends included */
    public Optional<Integer> integer(String name, int least, int most) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, together with numbers out of range
            }
            throw BadParameter.invalid(
                    name, name + "=" + value + " is not a whole number from " + least + " to " + most);
        });
    }

    /** @throws BadParameter where it is not a finite number */
    public Optional<Double> number(String name) {
        return text(name).map(value -> {
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, together with what is not finite
            }
            throw BadParameter.invalid(name, name + "=" + value + " is not a number");
        });
    }

    /** {@code name:value;name:value} as FORMAT_OPTIONS and LEGEND_OPTIONS are written. */
    public Optional<String> option(String parameter, String name) {
        return text(parameter).flatMap(options -> split(options, ';').stream()
                .map(option -> option.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
                .map(pair -> pair[1].strip())
                .findFirst());
    }

    /** The parts between separators, stripped, empty ones included. */
    public static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = value.indexOf(separator); at >= 0; at = value.indexOf(separator, from)) {
            parts.add(value.substring(from, at).strip());
            from = at + 1;
        }
        parts.add(value.substring(from).strip());
        return parts;
    }

    /** As {@link #split}, but a separator between quotes, single or double, does not count. */
    public static List<String> splitOutsideQuotes(String value, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        for (char c : value.toCharArray()) {
            if (quote == 0 && c == separator) {
                parts.add(part.toString().strip());
                part.setLength(0);
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            part.append(c);
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** {@code (a)(b)} is two texts, {@code a} without brackets is one. */
    public static List<String> groups(String value) {
        if (!value.startsWith("(")) {
            return List.of(value);
        }
        String inside = value.substring(1, value.length() - (value.endsWith(")") ? 1 : 0));
        return Arrays.asList(inside.split("\\)\\s*,?\\s*\\(", -1));
    }
}

package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.wms.WmsFailure.Code;

/** Typed reading of a request's parameters; every failure names the parameter. */
record Kvp(OgcRequest request) {

    Optional<String> text(String name) {
        return request.parameter(name);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> WmsFailure.missing(name));
    }

    /** The parts between commas, stripped; an empty part stays, so that positions hold. */
    List<String> list(String name) {
        return text(name).map(value -> split(value, ',')).orElse(List.of());
    }

    boolean flag(String name) {
        return text(name).map(value -> value.equalsIgnoreCase("true")).orElse(false);
    }

    Optional<Integer> integer(String name, int least, int most) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, together with numbers out of range
            }
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    name.toLowerCase(Locale.ROOT),
                    name + "=" + value + " is not a whole number from " + least + " to " + most);
        });
    }

    Optional<Double> number(String name) {
        return text(name).map(value -> {
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, together with what is not finite
            }
            throw new WmsFailure(
                    Code.INVALID_PARAMETER, name.toLowerCase(Locale.ROOT), name + "=" + value + " is not a number");
        });
    }

    /** {@code name:value;name:value} as FORMAT_OPTIONS and LEGEND_OPTIONS are written. */
    Optional<String> option(String parameter, String name) {
        return text(parameter).flatMap(options -> split(options, ';').stream()
                .map(option -> option.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
                .map(pair -> pair[1].strip())
                .findFirst());
    }

    static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = value.indexOf(separator); at >= 0; at = value.indexOf(separator, from)) {
            parts.add(value.substring(from, at).strip());
            from = at + 1;
        }
        parts.add(value.substring(from).strip());
        return parts;
    }
}

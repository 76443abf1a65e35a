package org.riskmap.catalog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskmap.kernel.InvalidInput;

/** GeoServer's environment parametrisation: {@code ${NAME}} in a connection's parameters. */
final class Parameters {

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> values;

    Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * The text with each parameter replaced.
     *
     * @throws InvalidInput naming the file and the parameter that has no value
     */
    String resolve(String file, String text) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new InvalidInput(
                        file, "${" + match.group(1) + "} has no value", "set it in the service's environment");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}

package org.riskmap.ogc.api;

import java.math.BigDecimal;
import org.geotools.api.filter.Filter;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A parameter called as a property: features with this very value (17-069r4, 7.15.5). */
final class PropertyParameter {

    private PropertyParameter() {}

    /** @throws InvalidInput naming the property, where it cannot have such a value */
    static Filter filter(LayerProperty property, String value, LayerSchema schema) {
        ObjectNode equality = JsonMapper.shared().createObjectNode().put("op", "=");
        ArrayNode arguments = equality.putArray("args");
        arguments.addObject().put("property", property.name());
        switch (property.sqlType()) {
            case "int2", "int4", "int8", "float4", "float8", "numeric" -> arguments.add(number(property, value));
            case "bool" -> arguments.add(truth(property, value));
            default -> arguments.add(value);
        }
        return Filters.cql2Json(property.name(), equality.toString(), Queryables.columns(schema));
    }

    private static BigDecimal number(LayerProperty property, String value) {
        if (value.length() <= 40 && value.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
            return new BigDecimal(value);
        }
        throw new InvalidInput(property.name(), "'" + value + "' is not a number", "write a number");
    }

    private static boolean truth(LayerProperty property, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidInput(
                        property.name(), "'" + value + "' is neither true nor false", "write true or false");
        };
    }
}

package org.riskmap.filter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.riskmap.kernel.InvalidInput;

/** The names of properties in filters: read plainly, collected, held against those that exist. */
final class PropertyNames {

    /** What {@code @gml:id} and {@code @fid} become: the feature's id. */
    static final String ID = "@id";

    /** What every GML feature may have; a column of the same name takes its place, else it is null. */
    static final Set<String> OF_GML = Set.of("gml:name", "gml:description", "gml:identifier");

    private static final Pattern ID_FORMS = Pattern.compile("@(\\w+:)?(id|fid)|(\\w+:)?(id|fid)\\(\\)");
    private static final Pattern PREFIX = Pattern.compile("^[\\p{L}_][\\p{L}\\p{N}_.-]*:");
    private static final Pattern FIRST = Pattern.compile("\\[1]$");

    private PropertyNames() {}

    /**
     * The column's name in what a client wrote: {@code ref:risk}, {@code ref:streams/ref:risk} and {@code risk[1]} are all
     * {@code risk}; ECQL's {@code a/b}, which stood as {@code a.b}, is {@code a.b} again.
     */
    static String plain(String name) {
        String stripped = name.strip();
        if (ID_FORMS.matcher(stripped).matches()) {
            return ID;
        }
        String[] steps = stripped.split("/");
        for (int i = 0; i < steps.length; i++) {
            steps[i] = FIRST.matcher(PREFIX.matcher(steps[i]).replaceFirst("")).replaceFirst("");
        }
        boolean path = stripped.startsWith("/") || stripped.indexOf(':') >= 0;
        return path && steps.length > 0 ? steps[steps.length - 1] : String.join(".", steps);
    }

    /** The column that a name means: {@code gml:name} is the column {@code name}, where there is one. */
    static String column(String name) {
        return OF_GML.contains(name) ? name.substring("gml:".length()) : name;
    }

    static Set<String> of(Filter filter) {
        Collector collector = new Collector();
        filter.accept(collector, null);
        return collector.names;
    }

    static Set<String> of(Expression expression) {
        Collector collector = new Collector();
        expression.accept(collector, null);
        return collector.names;
    }

    /** @throws InvalidInput naming the first property that is not among the known */
    static void check(String input, Set<String> names, Collection<String> known) {
        for (String name : names) {
            if (!name.isEmpty() && !name.equals(ID) && !OF_GML.contains(name) && !known.contains(name)) {
                throw new InvalidInput(
                        input, "there is no property '" + name + "'", "the properties are " + String.join(", ", known));
            }
        }
    }

    /** @throws InvalidInput naming the first property that stands as an operand in space and is no geometry */
    static void checkPlaces(String input, Filter filter, Collection<String> geometries) {
        if (filter instanceof BinaryLogicOperator logic) {
            logic.getChildren().forEach(child -> checkPlaces(input, child, geometries));
        } else if (filter instanceof Not not) {
            checkPlaces(input, not.getFilter(), geometries);
        } else if (filter instanceof BinarySpatialOperator spatial) {
            checkPlace(input, spatial.getExpression1(), geometries);
            checkPlace(input, spatial.getExpression2(), geometries);
        }
    }

    private static void checkPlace(String input, Expression operand, Collection<String> geometries) {
        if (operand instanceof PropertyName property) {
            String name = property.getPropertyName();
            if (!name.isEmpty() && !geometries.contains(name)) {
                throw new InvalidInput(
                        input, "'" + name + "' is not a geometry", "those that are: " + String.join(", ", geometries));
            }
        }
    }

    private static final class Collector extends DefaultFilterVisitor {
        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public Object visit(PropertyName expression, Object data) {
            names.add(expression.getPropertyName());
            return data;
        }
    }
}

package org.riskmap.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;

/**
 * Which rules of a pass draw a feature. Where the conditions compare a few properties with each other and with fixed values,
 * what they say of the same values is remembered. For one map, one thread only.
 */
final class RuleChoice {

    private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");
    private static final int MOST_PROPERTIES = 3;
    private static final int MOST_REMEMBERED = 5000;
    private static final Object NULL = new Object();

    private final boolean firstOnly;
    private final List<ActiveStyle.Active> rules;
    private final List<ActiveStyle.Active> otherwise;
    private final String[] properties;
    private final boolean remembers;
    private final Map<Object, List<ActiveStyle.Active>> remembered = new HashMap<>();

    /**
     * @param firstOnly whether only the first rule that holds draws
     * @param rules with conditions
     * @param otherwise rules for what no rule took
     * @param conditions of all these rules
     */
    RuleChoice(
            boolean firstOnly,
            List<ActiveStyle.Active> rules,
            List<ActiveStyle.Active> otherwise,
            List<Filter> conditions) {
        this.firstOnly = firstOnly;
        this.rules = rules;
        this.otherwise = otherwise;
        Set<String> names = new TreeSet<>();
        conditions.forEach(condition -> names.addAll(Filters.properties(condition)));
        this.properties = names.toArray(String[]::new);
        this.remembers =
                properties.length <= MOST_PROPERTIES && conditions.stream().allMatch(RuleChoice::comparesValues);
    }

    /** The rules that draw a feature, in their order. */
    List<ActiveStyle.Active> of(Feature feature) {
        Object values = remembers ? values(feature) : null;
        if (values == null) {
            return choose(feature);
        }
        List<ActiveStyle.Active> known = remembered.get(values);
        if (known == null) {
            known = choose(feature);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(values, known);
            }
        }
        return known;
    }

    /** What the conditions look at; null where the feature does not have all of it. */
    private @Nullable Object values(Feature feature) {
        if (properties.length == 1) {
            return value(feature, properties[0]);
        }
        Object[] values = new Object[properties.length];
        for (int i = 0; i < values.length; i++) {
            Object value = value(feature, properties[i]);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return Arrays.asList(values);
    }

    private static @Nullable Object value(Feature feature, String property) {
        Object value = feature.properties().get(property);
        return value != null ? value : feature.properties().containsKey(property) ? NULL : null;
    }

    private List<ActiveStyle.Active> choose(Feature feature) {
        List<ActiveStyle.Active> chosen = new ArrayList<>();
        add(rules, feature, chosen);
        if (chosen.isEmpty()) {
            add(otherwise, feature, chosen);
        }
        return chosen;
    }

    private void add(List<ActiveStyle.Active> from, Feature feature, List<ActiveStyle.Active> chosen) {
        for (ActiveStyle.Active rule : from) {
            if (rule.condition() == null || rule.condition().test(feature)) {
                chosen.add(rule);
                if (firstOnly) {
                    return;
                }
            }
        }
    }

    private static boolean comparesValues(Filter filter) {
        if (filter instanceof BinaryLogicOperator logic) {
            return logic.getChildren().stream().allMatch(RuleChoice::comparesValues);
        }
        if (filter instanceof Not not) {
            return comparesValues(not.getFilter());
        }
        if (filter instanceof BinaryComparisonOperator comparison) {
            return isValue(comparison.getExpression1()) && isValue(comparison.getExpression2());
        }
        if (filter instanceof PropertyIsBetween between) {
            return isValue(between.getExpression())
                    && isValue(between.getLowerBoundary())
                    && isValue(between.getUpperBoundary());
        }
        return filter instanceof PropertyIsLike like && isValue(like.getExpression())
                || filter instanceof PropertyIsNull isNull && isValue(isNull.getExpression());
    }

    private static boolean isValue(Expression expression) {
        if (expression instanceof BinaryExpression arithmetic) {
            return isValue(arithmetic.getExpression1()) && isValue(arithmetic.getExpression2());
        }
        return expression instanceof Literal
                || expression instanceof PropertyName name
                        && PLAIN_NAME.matcher(name.getPropertyName()).matches();
    }
}

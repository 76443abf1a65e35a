package org.riskmap.filter;

import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.riskmap.kernel.InvalidInput;

/** How deep a filter is nested, so that nothing that walks it later runs out of stack. */
final class Nesting {

    private static final int DEEPEST = 500;

    private Nesting() {}

    /** @throws InvalidInput where a filter or expression is deeper than {@value #DEEPEST} levels */
    static void check(String input, Object filterOrExpression) {
        walk(input, filterOrExpression, 0);
    }

    private static void walk(String input, Object node, int depth) {
        if (depth > DEEPEST) {
            throw EcqlReader.tooDeep(input);
        }
        if (node instanceof BinaryLogicOperator logic) {
            for (Filter child : logic.getChildren()) {
                walk(input, child, depth + 1);
            }
        } else if (node instanceof Not not) {
            walk(input, not.getFilter(), depth + 1);
        } else if (node instanceof org.geotools.api.filter.BinaryComparisonOperator comparison) {
            walk(input, comparison.getExpression1(), depth + 1);
            walk(input, comparison.getExpression2(), depth + 1);
        } else if (node instanceof BinaryExpression arithmetic) {
            walk(input, arithmetic.getExpression1(), depth + 1);
            walk(input, arithmetic.getExpression2(), depth + 1);
        } else if (node instanceof Function function) {
            for (Expression parameter : function.getParameters()) {
                walk(input, parameter, depth + 1);
            }
        }
    }
}

package org.riskmap.filter;

import static org.riskmap.filter.XmlExpressionReader.FACTORY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.riskmap.filter.Cql2Types.Kind;
import org.riskmap.kernel.InvalidInput;

/**
 * CQL2 made into our filters. CQL2 has three values of truth: a predicate over null is neither true nor false, and neither is
 * its negation. Our filters have two, so negations are pushed down to the predicates, where "false" also asks that no property
 * is null.
 */
final class Cql2Filter {

    private final String input;
    private final Cql2Types types;

    Cql2Filter(String input, Cql2Types types) {
        this.input = input;
        this.types = types;
    }

    /** What passes where the condition is true. */
    Filter of(Cql2 condition) {
        return where(condition, true);
    }

    private Filter where(Cql2 condition, boolean wanted) {
        if (condition instanceof Cql2.Truth truth) {
            return truth.value() == wanted ? Filter.INCLUDE : Filter.EXCLUDE;
        }
        if (!(condition instanceof Cql2.Call call)) {
            types.of(condition);
            throw refused("a value stands where a condition should", "compare it with something, as in open = TRUE");
        }
        return switch (call.name()) {
            case "and" -> joined(call, wanted, wanted);
            case "or" -> joined(call, wanted, !wanted);
            case "not" -> where(call.arguments().get(0), !wanted);
            case "=", "<>" -> equality(call, call.name().equals("=") == wanted);
            case "<", "<=", ">", ">=" -> order(call, wanted);
            case "like" -> known(like(call), call, wanted);
            case "between" -> between(call, wanted);
            case "in" -> in(call, wanted);
            case "isnull" -> isNull(call, wanted);
            default -> named(call, wanted);
        };
    }

    private Filter named(Cql2.Call call, boolean wanted) {
        if (call.name().startsWith("s_")) {
            return known(spatial(call), call, wanted);
        }
        if (call.name().startsWith("t_")) {
            Filter relation = where(new Cql2Times(types).comparisons(call), wanted);
            return both(relation, noneIsNull(call));
        }
        if (call.name().startsWith("a_")) {
            throw refused("'" + call.name() + "' compares arrays", "no property here is one; use IN");
        }
        throw unknown(call);
    }

    private InvalidInput unknown(Cql2.Call call) {
        return refused(
                "'" + call.name() + "' is not an operator or function that can stand here",
                "use the comparison, spatial and temporal operators of CQL2 and the function casei");
    }

    private InvalidInput refused(String problem, String remedy) {
        return new InvalidInput(input, problem, remedy);
    }

    private Filter joined(Cql2.Call call, boolean wanted, boolean all) {
        List<Filter> parts = new ArrayList<>();
        call.arguments().forEach(each -> parts.add(where(each, wanted)));
        return all ? FACTORY.and(parts) : FACTORY.or(parts);
    }

    private static Filter both(Filter left, Filter right) {
        return right == Filter.INCLUDE ? left : FACTORY.and(List.of(left, right));
    }

    /** A predicate that is true, or one that is false and not unknown. */
    private Filter known(Filter predicate, Cql2.Call call, boolean wanted) {
        return wanted ? predicate : both(FACTORY.not(predicate), noneIsNull(call));
    }

    private static Filter noneIsNull(Cql2 value) {
        Set<String> names = Cql2Types.properties(value);
        List<Filter> there = new ArrayList<>();
        names.forEach(name -> there.add(FACTORY.not(FACTORY.isNull(FACTORY.property(name)))));
        return Filters.all(there);
    }

    private Filter equality(Cql2.Call call, boolean equal) {
        Cql2 left = call.arguments().get(0);
        Cql2 right = call.arguments().get(1);
        types.requireComparable(left, right);
        return known(equal(left, right), call, equal);
    }

    /** Case is left to the comparison where both sides fold it, which the database can then do. */
    private Filter equal(Cql2 left, Cql2 right) {
        return isFolded(left) && isFolded(right)
                ? FACTORY.equal(value(unfolded(left)), value(unfolded(right)), false)
                : FACTORY.equal(value(left), value(right), true);
    }

    private static boolean isFolded(Cql2 value) {
        return value instanceof Cql2.Call call && call.name().equals("casei");
    }

    private static Cql2 unfolded(Cql2 value) {
        return isFolded(value) ? unfolded(((Cql2.Call) value).arguments().get(0)) : value;
    }

    private Filter order(Cql2.Call call, boolean wanted) {
        Cql2 left = call.arguments().get(0);
        Cql2 right = call.arguments().get(1);
        types.requireComparable(left, right);
        return ordered(call.name(), left, right, wanted);
    }

    private Filter ordered(String sign, Cql2 left, Cql2 right, boolean wanted) {
        Expression a = value(left);
        Expression b = value(right);
        return switch (wanted ? sign : opposite(sign)) {
            case "<" -> FACTORY.less(a, b);
            case "<=" -> FACTORY.lessOrEqual(a, b);
            case ">" -> FACTORY.greater(a, b);
            default -> FACTORY.greaterOrEqual(a, b);
        };
    }

    private static String opposite(String sign) {
        return switch (sign) {
            case "<" -> ">=";
            case "<=" -> ">";
            case ">" -> "<=";
            default -> "<";
        };
    }

    private Filter like(Cql2.Call call) {
        Cql2 text = call.arguments().get(0);
        Cql2 pattern = call.arguments().get(1);
        types.require(text, Kind.TEXT, "LIKE");
        if (!(unfolded(pattern) instanceof Cql2.Text literal)) {
            throw refused("LIKE has no pattern", "write one as a text: name LIKE 'Sh%'");
        }
        boolean folds = isFolded(text) && isFolded(pattern);
        Expression subject = value(folds ? unfolded(text) : text);
        String wanted =
                !folds && isFolded(pattern) ? literal.value().toLowerCase(java.util.Locale.ROOT) : literal.value();
        return FACTORY.like(subject, wanted, "%", "_", "\\", !folds);
    }

    private Filter between(Cql2.Call call, boolean wanted) {
        Cql2 value = call.arguments().get(0);
        Cql2 from = call.arguments().get(1);
        Cql2 to = call.arguments().get(2);
        types.requireComparable(value, from);
        types.requireComparable(value, to);
        return wanted
                ? FACTORY.between(value(value), value(from), value(to))
                : FACTORY.or(List.of(ordered("<", value, from, true), ordered(">", value, to, true)));
    }

    private Filter in(Cql2.Call call, boolean wanted) {
        Cql2 value = call.arguments().get(0);
        if (!(call.arguments().get(1) instanceof Cql2.Items items)
                || items.members().isEmpty()) {
            throw refused("IN has no list", "write the values in brackets: status IN ('open','closed')");
        }
        List<Filter> any = new ArrayList<>();
        for (Cql2 member : items.members()) {
            types.requireComparable(value, member);
            any.add(equal(value, member));
        }
        return known(any.size() == 1 ? any.get(0) : FACTORY.or(any), call, wanted);
    }

    private Filter isNull(Cql2.Call call, boolean wanted) {
        Cql2 value = call.arguments().get(0);
        if (types.of(value) == Kind.CONDITION || types.of(value) == Kind.ITEMS || value instanceof Cql2.Interval) {
            throw refused("IS NULL asks no value", "write a property before it");
        }
        Filter isNull = FACTORY.isNull(value(value));
        return wanted ? isNull : FACTORY.not(isNull);
    }

    private Filter spatial(Cql2.Call call) {
        call.arguments().forEach(each -> types.require(each, Kind.GEOMETRY, "'" + call.name() + "'"));
        Expression a = value(call.arguments().get(0));
        Expression b = value(call.arguments().get(1));
        return switch (call.name()) {
            case "s_intersects" -> FACTORY.intersects(a, b);
            case "s_equals" -> FACTORY.equal(a, b);
            case "s_disjoint" -> FACTORY.disjoint(a, b);
            case "s_touches" -> FACTORY.touches(a, b);
            case "s_within" -> FACTORY.within(a, b);
            case "s_overlaps" -> FACTORY.overlaps(a, b);
            case "s_crosses" -> FACTORY.crosses(a, b);
            case "s_contains" -> FACTORY.contains(a, b);
            default -> throw unknown(call);
        };
    }

    private Expression value(Cql2 value) {
        if (value instanceof Cql2.Property property) {
            types.of(value);
            return FACTORY.property(property.name());
        }
        if (value instanceof Cql2.Text text) return FACTORY.literal(text.value());
        if (value instanceof Cql2.Numeral number) return FACTORY.literal(number(number.value()));
        if (value instanceof Cql2.Truth truth) return FACTORY.literal(truth.value());
        if (value instanceof Cql2.Moment moment) return FACTORY.literal(moment.at());
        if (value instanceof Cql2.Shape shape) return FACTORY.literal(shape.geometry());
        if (value instanceof Cql2.Call call) return computed(call);
        throw refused("a list, an interval or '..' stands where a value should", "compare single values");
    }

    private Expression computed(Cql2.Call call) {
        if (call.name().equals("casei")) {
            types.require(call.arguments().get(0), Kind.TEXT, "CASEI");
            return FACTORY.function("strToLowerCase", value(call.arguments().get(0)));
        }
        boolean known = Set.of("+", "-", "*", "/").contains(call.name());
        if (!known) {
            throw unknown(call);
        }
        call.arguments().forEach(each -> types.require(each, Kind.NUMBER, "'" + call.name() + "'"));
        Expression a = value(call.arguments().get(0));
        Expression b = value(call.arguments().get(1));
        return switch (call.name()) {
            case "+" -> FACTORY.add(a, b);
            case "-" -> FACTORY.subtract(a, b);
            case "*" -> FACTORY.multiply(a, b);
            default -> FACTORY.divide(a, b);
        };
    }

    /** Whole numbers as such, so that whole columns compare exactly. */
    private static Number number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18;
        return whole ? (Number) number.longValueExact() : number;
    }
}

package org.riskmap.filter;

import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/**
 * Expressions made into functions of a feature. Arithmetic is in double precision and null where an operand is no number;
 * a function is GeoTools' own, its operands computed here.
 */
final class Values {

    private final @Nullable Subject subject;

    /** @param subject null where the layer is not known: a property that a feature does not have is then its geometry */
    Values(@Nullable Subject subject) {
        this.subject = subject;
    }

    Function<Feature, @Nullable Object> of(Expression expression) {
        if (expression instanceof Literal literal) {
            Object value = literal.getValue();
            return feature -> value;
        }
        if (expression instanceof PropertyName property) {
            return property(property.getPropertyName());
        }
        if (expression instanceof BinaryExpression arithmetic) {
            return arithmetic(arithmetic);
        }
        if (expression instanceof org.geotools.api.filter.expression.Function function) {
            return function(function);
        }
        return feature -> null; // NilExpression
    }

    private Function<Feature, @Nullable Object> property(String name) {
        if (name.equals(PropertyNames.ID)) {
            return Feature::id;
        }
        if (name.isEmpty() || subject != null && name.equals(subject.geometry())) {
            return Feature::geometry;
        }
        if (PropertyNames.OF_GML.contains(name)) {
            return feature -> feature.properties().get(PropertyNames.column(name));
        }
        if (subject == null) {
            return feature -> {
                Object value = feature.properties().get(name);
                return value != null || feature.properties().containsKey(name) ? value : feature.geometry();
            };
        }
        return feature -> {
            Object value = feature.properties().get(name);
            if (value == null && !feature.properties().containsKey(name)) {
                throw new IllegalStateException("property '" + name + "' was not read for the filter that needs it");
            }
            return value;
        };
    }

    private Function<Feature, @Nullable Object> arithmetic(BinaryExpression expression) {
        Function<Feature, @Nullable Object> left = of(expression.getExpression1());
        Function<Feature, @Nullable Object> right = of(expression.getExpression2());
        DoubleBinaryOperator operator = operator(expression);
        return feature -> {
            Number a = Comparing.number(left.apply(feature));
            Number b = Comparing.number(right.apply(feature));
            return a == null || b == null ? null : operator.applyAsDouble(a.doubleValue(), b.doubleValue());
        };
    }

    private static DoubleBinaryOperator operator(BinaryExpression expression) {
        if (expression instanceof Add) {
            return (a, b) -> a + b;
        }
        if (expression instanceof Subtract) {
            return (a, b) -> a - b;
        }
        if (expression instanceof Multiply) {
            return (a, b) -> a * b;
        }
        if (expression instanceof Divide) {
            return (a, b) -> a / b;
        }
        throw new IllegalArgumentException("no such arithmetic: " + expression.getClass());
    }

    private Function<Feature, @Nullable Object> function(org.geotools.api.filter.expression.Function function) {
        Expression ready = (Expression) function.accept(new ReadProperties(), null);
        return feature -> {
            try {
                return ready.evaluate(feature);
            } catch (RuntimeException unfit) {
                throw new InvalidInput(
                        "filter",
                        "function " + function.getName() + " cannot be computed: " + unfit.getMessage(),
                        "correct its operands");
            }
        };
    }

    /** Copies a function with its properties replaced by our own way to read them. */
    private final class ReadProperties extends DuplicatingFilterVisitor {
        @Override
        public Object visit(PropertyName property, Object data) {
            return new Read(property.getPropertyName(), Values.this.property(property.getPropertyName()));
        }
    }

    /** A property of our features as GeoTools' functions ask for it. */
    private record Read(String name, Function<Feature, @Nullable Object> value) implements PropertyName {

        @Override
        public @Nullable Object evaluate(Object feature) {
            return value.apply((Feature) feature);
        }

        @Override
        public <T> @Nullable T evaluate(Object feature, @Nullable Class<T> type) {
            Object result = evaluate(feature);
            if (type == null || type.isInstance(result)) {
                @SuppressWarnings("unchecked")
                T same = (T) result;
                return same;
            }
            return Converters.convert(result, type);
        }

        @Override
        public String getPropertyName() {
            return name;
        }

        @Override
        public org.xml.sax.helpers.@Nullable NamespaceSupport getNamespaceContext() {
            return null;
        }

        @Override
        public Object accept(ExpressionVisitor visitor, Object data) {
            return visitor.visit(this, data);
        }
    }
}

package org.riskmap.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNil;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;

/**
 * Filters made into predicates over features. Logic has two values: a comparison with null is false, so its negation is
 * true. That is what GeoTools does in memory and what its SQL for PostGIS does.
 */
final class Predicates {

    private final @Nullable Subject subject;
    private final Values values;

    Predicates(@Nullable Subject subject) {
        this.subject = subject;
        this.values = new Values(subject);
    }

    Predicate<Feature> of(Filter filter) {
        if (filter instanceof IncludeFilter) {
            return feature -> true;
        }
        if (filter instanceof ExcludeFilter) {
            return feature -> false;
        }
        if (filter instanceof And and) {
            List<Predicate<Feature>> all = each(and.getChildren());
            return feature -> all.stream().allMatch(one -> one.test(feature));
        }
        if (filter instanceof Or or) {
            List<Predicate<Feature>> any = each(or.getChildren());
            return feature -> any.stream().anyMatch(one -> one.test(feature));
        }
        if (filter instanceof Not not) {
            return of(not.getFilter()).negate();
        }
        if (filter instanceof Id id) {
            return ids(id);
        }
        if (filter instanceof BinarySpatialOperator spatial) {
            return spatial(spatial);
        }
        if (filter instanceof BinaryTemporalOperator temporal) {
            return temporal(temporal);
        }
        return comparison(filter);
    }

    private List<Predicate<Feature>> each(List<Filter> filters) {
        List<Predicate<Feature>> predicates = new ArrayList<>();
        for (Filter filter : filters) {
            predicates.add(of(filter));
        }
        return predicates;
    }

    private Predicate<Feature> ids(Id id) {
        Set<String> bare = new HashSet<>();
        for (Object wanted : id.getIDs()) {
            String text = String.valueOf(wanted);
            bare.add(subject == null ? text.substring(text.indexOf('.') + 1) : subject.bareId(text));
        }
        return feature -> bare.contains(feature.id());
    }

    private Predicate<Feature> comparison(Filter filter) {
        if (filter instanceof PropertyIsNull isNull) {
            Function<Feature, @Nullable Object> value = values.of(isNull.getExpression());
            return feature -> value.apply(feature) == null;
        }
        if (filter instanceof PropertyIsNil isNil) {
            Function<Feature, @Nullable Object> value = values.of(isNil.getExpression());
            return feature -> value.apply(feature) == null;
        }
        if (filter instanceof PropertyIsLike like) {
            return like(like);
        }
        if (filter instanceof PropertyIsBetween between) {
            Predicate<Feature> from =
                    compare(between.getExpression(), between.getLowerBoundary(), false, order -> order >= 0);
            Predicate<Feature> to =
                    compare(between.getExpression(), between.getUpperBoundary(), false, order -> order <= 0);
            return from.and(to);
        }
        if (filter instanceof PropertyIsNotEqualTo unequal) {
            return compare(unequal, order -> order == 0).negate();
        }
        if (filter instanceof BinaryComparisonOperator binary) {
            return compare(binary, wanted(binary));
        }
        throw new IllegalArgumentException("no such filter: " + filter.getClass());
    }

    private static IntPredicate wanted(BinaryComparisonOperator operator) {
        if (operator instanceof PropertyIsEqualTo) return order -> order == 0;
        if (operator instanceof PropertyIsLessThan) return order -> order < 0;
        if (operator instanceof PropertyIsLessThanOrEqualTo) return order -> order <= 0;
        if (operator instanceof PropertyIsGreaterThan) return order -> order > 0;
        if (operator instanceof PropertyIsGreaterThanOrEqualTo) return order -> order >= 0;
        throw new IllegalArgumentException("no such comparison: " + operator.getClass());
    }

    private Predicate<Feature> compare(BinaryComparisonOperator operator, IntPredicate wanted) {
        boolean ignoreCase = Comparing.ignoresCase(operator);
        return compare(operator.getExpression1(), operator.getExpression2(), ignoreCase, wanted);
    }

    private Predicate<Feature> compare(Expression left, Expression right, boolean ignoreCase, IntPredicate wanted) {
        Function<Feature, @Nullable Object> a = values.of(left);
        Function<Feature, @Nullable Object> b = values.of(right);
        Comparing.Literals literals = right instanceof Literal
                ? Comparing.Literals.RIGHT
                : left instanceof Literal ? Comparing.Literals.LEFT : Comparing.Literals.NEITHER;
        Number spelled = spelled(right);
        return feature -> {
            Object value = a.apply(feature);
            Object other = spelled != null && value instanceof Number ? spelled : b.apply(feature);
            Integer order = Comparing.compare(value, other, literals, ignoreCase);
            return order != null && wanted.test(order);
        };
    }

    /** The number that a literal text spells, read once and not for each feature; null where it spells none. */
    private static @Nullable Number spelled(Expression expression) {
        return expression instanceof Literal literal && literal.getValue() instanceof String text
                ? Comparing.narrow(Comparing.number(text))
                : null;
    }

    private Predicate<Feature> like(PropertyIsLike like) {
        Function<Feature, @Nullable Object> value = values.of(like.getExpression());
        Pattern pattern = new LikePattern(like).regex();
        return feature -> {
            Object text = value.apply(feature);
            return text != null && pattern.matcher(Comparing.text(text)).matches();
        };
    }

    private Predicate<Feature> spatial(BinarySpatialOperator operator) {
        Function<Feature, @Nullable Object> left = values.of(operator.getExpression1());
        Function<Feature, @Nullable Object> right = values.of(operator.getExpression2());
        if (operator instanceof DistanceBufferOperator distance) {
            return distance(distance, left, right);
        }
        SpatialRelation relation = SpatialRelation.of(operator);
        if (literalGeometry(operator.getExpression2()) != null) {
            Predicate<Geometry> test = relation.to(literalGeometry(operator.getExpression2()));
            return feature -> left.apply(feature) instanceof Geometry geometry && test.test(geometry);
        }
        if (literalGeometry(operator.getExpression1()) != null) {
            Predicate<Geometry> test = relation.turned().to(literalGeometry(operator.getExpression1()));
            return feature -> right.apply(feature) instanceof Geometry geometry && test.test(geometry);
        }
        return feature -> left.apply(feature) instanceof Geometry a
                && right.apply(feature) instanceof Geometry b
                && relation.holds(a, b);
    }

    static @Nullable Geometry literalGeometry(Expression expression) {
        return expression instanceof Literal literal && literal.getValue() instanceof Geometry geometry
                ? geometry
                : null;
    }

    private static Predicate<Feature> distance(
            DistanceBufferOperator operator,
            Function<Feature, @Nullable Object> left,
            Function<Feature, @Nullable Object> right) {
        Distance distance = Distance.of("filter", operator);
        boolean beyond = operator instanceof Beyond;
        return feature -> {
            if (!(left.apply(feature) instanceof Geometry a) || !(right.apply(feature) instanceof Geometry b)) {
                return false;
            }
            Crs crs = b.getUserData() instanceof Crs named
                    ? named
                    : a.getUserData() instanceof Crs other ? other : Crs.STORAGE;
            return distance.reaches(a, b, crs) != beyond;
        };
    }

    private Predicate<Feature> temporal(BinaryTemporalOperator operator) {
        Function<Feature, @Nullable Object> left = values.of(operator.getExpression1());
        Function<Feature, @Nullable Object> right = values.of(operator.getExpression2());
        TimeRelation relation = TimeRelation.of(operator);
        return feature -> {
            TimeRelation.Span a = TimeRelation.Span.of(left.apply(feature));
            TimeRelation.Span b = TimeRelation.Span.of(right.apply(feature));
            return a != null && b != null && relation.holds(a, b);
        };
    }
}

package org.riskmap.filter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
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
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/** Comparisons of values and of times as SQL; null wherever only reading the row can tell. */
final class SqlComparisons {

    private final SqlOperands operands;

    SqlComparisons(SqlOperands operands) {
        this.operands = operands;
    }

    @Nullable
    SqlPiece piece(Filter filter) {
        if (filter instanceof PropertyIsNull isNull) {
            return isNull(isNull.getExpression());
        }
        if (filter instanceof PropertyIsNil isNil) {
            return isNull(isNil.getExpression());
        }
        if (filter instanceof PropertyIsLike like) {
            return like(like);
        }
        if (filter instanceof PropertyIsBetween between) {
            SqlPiece from = compare(between.getExpression(), between.getLowerBoundary(), ">=", false);
            SqlPiece to = compare(between.getExpression(), between.getUpperBoundary(), "<=", false);
            return from == null || to == null ? null : from.with(" and ", to).within("(", ")");
        }
        if (filter instanceof PropertyIsNotEqualTo unequal) {
            SqlPiece equal = compare(unequal, "=");
            return equal == null ? null : equal.within("(not coalesce(", ", false))");
        }
        return filter instanceof BinaryComparisonOperator binary ? compare(binary, sign(binary)) : null;
    }

    private static String sign(BinaryComparisonOperator operator) {
        if (operator instanceof PropertyIsEqualTo) return "=";
        if (operator instanceof PropertyIsLessThan) return "<";
        if (operator instanceof PropertyIsLessThanOrEqualTo) return "<=";
        if (operator instanceof PropertyIsGreaterThan) return ">";
        if (operator instanceof PropertyIsGreaterThanOrEqualTo) return ">=";
        throw new IllegalArgumentException("no such comparison: " + operator.getClass());
    }

    private @Nullable SqlPiece compare(BinaryComparisonOperator operator, String sign) {
        return compare(operator.getExpression1(), operator.getExpression2(), sign, Comparing.ignoresCase(operator));
    }

    private @Nullable SqlPiece compare(Expression left, Expression right, String sign, boolean ignoreCase) {
        if (left instanceof Literal && !(right instanceof Literal)) {
            return compare(right, left, turned(sign), ignoreCase);
        }
        SqlOperands.Operand operand = operands.operand(left);
        if (operand == null) {
            return null;
        }
        if (right instanceof Literal literal) {
            return compareWithLiteral(operand, literal.getValue(), sign, ignoreCase);
        }
        SqlOperands.Operand other = operands.operand(right);
        boolean sameText = other != null && operand.kind() == ColumnKind.TEXT && other.kind() == ColumnKind.TEXT;
        boolean sameNumber = other != null
                && operand.kind() == other.kind()
                && operand.kind().isNumber();
        return (sameText && !ignoreCase) || sameNumber ? joined(operand, sign, other.sql()) : null;
    }

    private static @Nullable SqlPiece compareWithLiteral(
            SqlOperands.Operand operand, @Nullable Object literal, String sign, boolean ignoreCase) {
        SqlOperands.Bound bound = SqlOperands.bound(literal, operand.kind());
        if (bound instanceof SqlOperands.Bound.Nothing) {
            return SqlPiece.FALSE;
        }
        if (!(bound instanceof SqlOperands.Bound.Value value)) {
            return null;
        }
        if (!ignoreCase || operand.kind() != ColumnKind.TEXT) {
            return joined(operand, sign, value.sql());
        }
        return isAscii(String.valueOf(value.sql().values().get(0)))
                ? joined(
                        new SqlOperands.Operand(operand.sql().within("lower(", ")"), operand.kind()),
                        sign,
                        value.sql().within("lower(", ")"))
                : null;
    }

    /** Text is ordered by code point, whatever the database's collation. */
    private static SqlPiece joined(SqlOperands.Operand operand, String sign, SqlPiece other) {
        boolean ordered = operand.kind() == ColumnKind.TEXT && !sign.equals("=");
        return operand.sql().with((ordered ? " collate \"C\" " : " ") + sign + " ", other);
    }

    private static String turned(String sign) {
        return switch (sign) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> sign;
        };
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private @Nullable SqlPiece isNull(Expression expression) {
        Optional<TableShape.Column> column = operands.column(expression);
        if (column.isEmpty()
                && expression instanceof PropertyName property
                && PropertyNames.OF_GML.contains(property.getPropertyName())) {
            return SqlPiece.TRUE;
        }
        return column.map(found -> SqlPiece.of(SqlQuery.identifier(found.name()) + " is null"))
                .orElse(null);
    }

    private @Nullable SqlPiece like(PropertyIsLike like) {
        SqlOperands.Operand operand = operands.operand(like.getExpression());
        boolean textual =
                operand != null && (operand.kind() == ColumnKind.TEXT || operand.kind() == ColumnKind.INTEGER);
        String pattern = new LikePattern(like).sql();
        if (!textual || pattern.indexOf('\0') >= 0 || !like.isMatchingCase() && !isAscii(pattern)) {
            return null;
        }
        String word = like.isMatchingCase() ? "::text like " : "::text ilike ";
        return operand.sql().with(word, SqlPiece.of("? escape '\\'", pattern));
    }

    @Nullable
    SqlPiece time(BinaryTemporalOperator operator) {
        SqlOperands.Operand operand = operands.operand(operator.getExpression1());
        if (operand == null || !operand.kind().isTime() || !(operator.getExpression2() instanceof Literal literal)) {
            return null;
        }
        TimeRelation.Span span = TimeRelation.Span.of(literal.getValue());
        if (span == null) {
            return SqlPiece.FALSE;
        }
        SqlPiece begin = SqlOperands.instant(span.begin(), operand.kind());
        SqlPiece end = SqlOperands.instant(span.end(), operand.kind());
        return switch (TimeRelation.of(operator)) {
            case AFTER -> joined(operand, ">", end);
            case BEFORE -> joined(operand, "<", begin);
            case DURING ->
                joined(operand, ">", begin)
                        .with(" and ", joined(operand, "<", end))
                        .within("(", ")");
            case INTERACTS ->
                joined(operand, ">=", begin)
                        .with(" and ", joined(operand, "<=", end))
                        .within("(", ")");
            case EQUALS -> span.isInstant() ? joined(operand, "=", begin) : SqlPiece.FALSE;
            case BEGINS -> span.isInstant() ? SqlPiece.FALSE : joined(operand, "=", begin);
            case ENDS -> span.isInstant() ? SqlPiece.FALSE : joined(operand, "=", end);
            case BEGUN_BY, ENDED_BY, CONTAINS, OVERLAPS, OVERLAPPED_BY, MEETS, MET_BY -> SqlPiece.FALSE;
        };
    }
}

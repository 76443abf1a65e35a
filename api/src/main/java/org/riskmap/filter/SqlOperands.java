package org.riskmap.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.TableShape;

/** The sides of comparisons as SQL over a table's columns. */
final class SqlOperands {

    /** A side with the kind of its values. */
    record Operand(SqlPiece sql, ColumnKind kind) {}

    /** What a literal becomes beside a kind of column. */
    sealed interface Bound {
        /** A value to bind, with the SQL that stands for it. */
        record Value(SqlPiece sql) implements Bound {}

        /** It does not compare with any value of the column. */
        record Nothing() implements Bound {}

        /** Only reading the row can tell. */
        record NotInSql() implements Bound {}
    }

    private static final Bound NOTHING = new Bound.Nothing();
    private static final Bound NOT_IN_SQL = new Bound.NotInSql();

    private final TableShape shape;

    SqlOperands(TableShape shape) {
        this.shape = shape;
    }

    /** The column that a property means; an empty name means the first geometry. */
    Optional<TableShape.Column> column(Expression expression) {
        if (!(expression instanceof PropertyName property)) {
            return Optional.empty();
        }
        String name = property.getPropertyName();
        return name.isEmpty() ? shape.geometry() : shape.column(PropertyNames.column(name));
    }

    /** A column or arithmetic over numbers; null where SQL cannot say it or would say something else. */
    @Nullable
    Operand operand(Expression expression) {
        if (expression instanceof PropertyName property
                && property.getPropertyName().equals(PropertyNames.ID)) {
            return new Operand(SqlPiece.of("(" + FeatureIdSql.of(shape) + ")"), ColumnKind.TEXT);
        }
        Optional<TableShape.Column> column = column(expression);
        if (column.isPresent()) {
            ColumnKind kind = ColumnKind.of(column.get());
            return new Operand(SqlPiece.of(ColumnKind.sql(column.get())), kind);
        }
        return expression instanceof BinaryExpression arithmetic ? arithmetic(arithmetic) : null;
    }

    private @Nullable Operand arithmetic(BinaryExpression expression) {
        SqlPiece left = number(expression.getExpression1());
        SqlPiece right = number(expression.getExpression2());
        if (left == null || right == null || expression instanceof Divide && !dividesSafely(expression)) {
            return null;
        }
        String sign = expression instanceof Add
                ? " + "
                : expression instanceof Multiply ? " * " : expression instanceof Divide ? " / " : " - ";
        return new Operand(left.with(sign, right).within("(", ")"), ColumnKind.FLOAT8);
    }

    /** PostgreSQL fails on a division by zero where Java goes on with infinity. */
    private static boolean dividesSafely(BinaryExpression division) {
        Number divisor =
                division.getExpression2() instanceof Literal literal ? Comparing.number(literal.getValue()) : null;
        return divisor != null && Math.abs(divisor.doubleValue()) > 1e-100;
    }

    private @Nullable SqlPiece number(Expression expression) {
        if (expression instanceof Literal literal) {
            Number value = Comparing.number(literal.getValue());
            return value == null || !Double.isFinite(value.doubleValue())
                    ? null
                    : SqlPiece.of("cast(? as float8)", value.doubleValue());
        }
        Operand operand = operand(expression);
        return operand == null || !operand.kind().isNumber()
                ? null
                : operand.sql().within("", "::float8");
    }

    /** A literal beside a column of a kind, as {@link Comparing} has it. */
    static Bound bound(@Nullable Object literal, ColumnKind kind) {
        if (literal == null) {
            return NOTHING;
        }
        return switch (kind) {
            case TEXT -> text(literal);
            case INTEGER, FLOAT4, FLOAT8, NUMERIC -> number(literal, kind);
            case BOOLEAN -> bool(literal);
            case DATE, TIMESTAMP, TIMESTAMPTZ -> time(literal, kind);
            case GEOMETRY, OTHER -> NOT_IN_SQL;
        };
    }

    private static Bound text(Object literal) {
        boolean plain = literal instanceof String || literal instanceof Number;
        return plain && Comparing.text(literal).indexOf('\0') < 0 ? value("?", Comparing.text(literal)) : NOT_IN_SQL;
    }

    private static Bound number(Object literal, ColumnKind kind) {
        if (!(literal instanceof Number) && !(literal instanceof String)) {
            return NOT_IN_SQL;
        }
        Number number = Comparing.number(literal);
        if (number == null) {
            return NOTHING;
        }
        if (!Double.isFinite(number.doubleValue())) {
            return NOT_IN_SQL;
        }
        return switch (kind) {
            case FLOAT4 -> value("?", number.floatValue());
            case FLOAT8 -> value("?", number.doubleValue());
            case INTEGER -> value("?", longOrDecimal(Comparing.decimal(number)));
            default -> value("?", Comparing.decimal(number));
        };
    }

    private static Number longOrDecimal(BigDecimal number) {
        boolean fits = number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? (Number) number.longValueExact() : number;
    }

    private static Bound bool(Object literal) {
        Boolean value = Comparing.bool(literal);
        return value == null ? NOTHING : value("?", value);
    }

    private static Bound time(Object literal, ColumnKind kind) {
        Instant instant = Moments.of(literal);
        return instant == null ? NOTHING : new Bound.Value(instant(instant, kind));
    }

    /** An instant beside a column; a column without a zone is in UTC. */
    static SqlPiece instant(Instant instant, ColumnKind kind) {
        return SqlPiece.of(
                kind == ColumnKind.TIMESTAMPTZ
                        ? "cast(? as timestamptz)"
                        : "(cast(? as timestamptz) at time zone 'UTC')",
                instant);
    }

    private static Bound value(String sql, Object value) {
        return new Bound.Value(SqlPiece.of(sql, value));
    }
}

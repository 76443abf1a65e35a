package org.riskmap.filter;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.TableShape;

/**
 * Filters as SQL that chooses the rows that {@link Predicates} chooses. What SQL cannot say, or would say otherwise, is left
 * for the remainder.
 */
final class SqlWriter {

    private final TableShape shape;
    private final Subject subject;
    private final SqlComparisons comparisons;
    private final SqlSpace space;

    SqlWriter(TableShape shape, String layer) {
        this.shape = shape;
        this.subject =
                new Subject(layer, shape.geometry().map(TableShape.Column::name).orElse(""));
        SqlOperands operands = new SqlOperands(shape);
        this.comparisons = new SqlComparisons(operands);
        this.space = new SqlSpace(operands);
    }

    SqlCondition write(Filter filter) {
        List<SqlPiece> pieces = new ArrayList<>();
        List<Filter> rest = new ArrayList<>();
        for (Filter part : filter instanceof And and ? and.getChildren() : List.of(filter)) {
            SqlPiece piece = piece(part, false);
            if (piece == null) {
                rest.add(part);
            } else if (piece != SqlPiece.TRUE) {
                pieces.add(piece);
            }
        }
        SqlPiece sql = pieces.isEmpty() ? SqlPiece.TRUE : SqlPiece.joined(pieces, " and ");
        return new SqlCondition(sql.text(), sql.values(), Filters.all(rest));
    }

    /**
     * The filter as SQL; null where it cannot be said.
     *
     * @param exact whether null will not do for false, as below a NOT
     */
    private @Nullable SqlPiece piece(Filter filter, boolean exact) {
        if (filter instanceof IncludeFilter) {
            return SqlPiece.TRUE;
        }
        if (filter instanceof ExcludeFilter) {
            return SqlPiece.FALSE;
        }
        if (filter instanceof And and) {
            return joined(and.getChildren(), " and ", exact);
        }
        if (filter instanceof Or or) {
            return joined(or.getChildren(), " or ", exact);
        }
        if (filter instanceof Not not) {
            SqlPiece inner = piece(not.getFilter(), true);
            return inner == null ? null : inner.within("(not ", ")");
        }
        SqlPiece atom = atom(filter);
        return atom == null || !exact ? atom : atom.within("coalesce(", ", false)");
    }

    private @Nullable SqlPiece joined(List<Filter> filters, String word, boolean exact) {
        List<SqlPiece> pieces = new ArrayList<>();
        for (Filter filter : filters) {
            SqlPiece piece = piece(filter, exact);
            if (piece == null) {
                return null;
            }
            pieces.add(piece);
        }
        return SqlPiece.joined(pieces, word);
    }

    private @Nullable SqlPiece atom(Filter filter) {
        if (filter instanceof Id id) {
            return ids(id);
        }
        if (filter instanceof BinarySpatialOperator spatial) {
            return space.piece(spatial);
        }
        if (filter instanceof BinaryTemporalOperator temporal) {
            return comparisons.time(temporal);
        }
        return comparisons.piece(filter);
    }

    private SqlPiece ids(Id id) {
        List<String> key = FeatureIdSql.columns(shape);
        boolean number = key.size() == 1
                && shape.column(key.get(0)).map(ColumnKind::of).orElse(ColumnKind.OTHER) == ColumnKind.INTEGER;
        List<SqlPiece> wanted = new ArrayList<>();
        for (Object each : id.getIDs()) {
            String bare = subject.bareId(String.valueOf(each));
            if (!number && bare.indexOf('\0') < 0) {
                wanted.add(SqlPiece.of("?", bare));
            } else if (number && bare.matches("0|-?[1-9]\\d{0,17}")) {
                wanted.add(SqlPiece.of("?", Long.valueOf(bare)));
            }
        }
        if (wanted.isEmpty()) {
            return SqlPiece.FALSE;
        }
        String column =
                number ? org.riskmap.postgis.SqlQuery.identifier(key.get(0)) : "(" + FeatureIdSql.of(shape) + ")";
        return SqlPiece.joined(wanted, ", ").within(column + " in ", "");
    }
}

package org.riskmap.filter;

import java.util.Optional;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/** Spatial operators between a geometry column and a literal as PostGIS functions that use the column's index. */
final class SqlSpace {

    private final SqlOperands operands;

    SqlSpace(SqlOperands operands) {
        this.operands = operands;
    }

    @Nullable
    SqlPiece piece(BinarySpatialOperator operator) {
        Geometry right = Predicates.literalGeometry(operator.getExpression2());
        Geometry left = Predicates.literalGeometry(operator.getExpression1());
        Expression property = right != null ? operator.getExpression1() : operator.getExpression2();
        Geometry literal = right != null ? right : left;
        Optional<TableShape.Column> column = operands.column(property).filter(TableShape.Column::isGeometry);
        if (literal == null || literal.isEmpty() || column.isEmpty()) {
            return null;
        }
        if (operator instanceof DistanceBufferOperator distance) {
            return distance(distance, column.get(), literal);
        }
        SpatialRelation relation = SpatialRelation.of(operator);
        SpatialRelation asked = right != null ? relation : relation.turned();
        return geometry(literal, column.get().srid())
                .within(asked.sql() + "(" + SqlQuery.identifier(column.get().name()) + ", ", ")");
    }

    private static SqlPiece geometry(Geometry geometry, int srid) {
        return SqlPiece.of("ST_GeomFromWKB(?, " + srid + ")", (Object) new WKBWriter().write(geometry));
    }

    private static @Nullable SqlPiece distance(
            DistanceBufferOperator operator, TableShape.Column column, Geometry literal) {
        Distance distance = Distance.of("filter", operator);
        if (distance.metres() && column.srid() == 0) {
            return null;
        }
        boolean onGround = distance.metres() && Crs.eastFirst(column.srid()).geographic();
        SqlPiece near = onGround ? onGround(distance, column, literal) : inPlane(distance, column, literal);
        return operator instanceof Beyond
                ? near.within("(" + SqlQuery.identifier(column.name()) + " is not null and not ", ")")
                : near;
    }

    private static SqlPiece inPlane(Distance distance, TableShape.Column column, Geometry literal) {
        return geometry(literal, column.srid())
                .within("ST_DWithin(" + SqlQuery.identifier(column.name()) + ", ", ", ")
                .with("", SqlPiece.of("cast(? as float8))", distance.amount()));
    }

    private static SqlPiece onGround(Distance distance, TableShape.Column column, Geometry literal) {
        String name = SqlQuery.identifier(column.name());
        Envelope box = distance.around(literal);
        SqlPiece quick = SqlPiece.of(
                name + " && ST_MakeEnvelope(?, ?, ?, ?, " + column.srid() + ")",
                box.minX(),
                box.minY(),
                box.maxX(),
                box.maxY());
        SqlPiece exact = geometry(literal, column.srid())
                .within("ST_DWithin(" + name + "::geography, ", "::geography, ")
                .with("", SqlPiece.of("cast(? as float8))", distance.amount()));
        return quick.with(" and ", exact).within("(", ")");
    }
}

package org.riskmap.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.FeatureIdSql;
import org.riskmap.filter.SqlCondition;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape.Column;

/** The statements of this package. Identifiers come from the table's shape, values are bound. */
final class FeatureSql {

    private static final Set<String> POINTS = Set.of("Point", "MultiPoint", "PointZ", "PointM", "PointZM");

    private final PublishedTable table;

    FeatureSql(PublishedTable table) {
        this.table = table;
    }

    /** Columns: id, geometry as WKB, then the properties. */
    SqlQuery features(FeatureQuery query, SqlCondition condition, List<String> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select ")
                .append(table.idSql())
                .append(", ")
                .append(geometry(query.resolution(), values));
        for (String name : columns) {
            sql.append(", ").append(selected(table.shape().column(name).orElseThrow()));
        }
        sql.append(" from ").append(table.from()).append(" as t");
        where(sql, query.bounds(), condition, values);
        sql.append(order(query));
        if (condition.complete() && query.limit() != null) {
            sql.append(" limit ?");
            values.add(query.limit());
        }
        if (condition.complete() && query.offset() > 0) {
            sql.append(" offset ?");
            values.add(query.offset());
        }
        return new SqlQuery(sql.toString(), values);
    }

    SqlQuery count(@Nullable Envelope bounds, SqlCondition condition) {
        return over("select count(*)", bounds, condition);
    }

    /** Four columns, null where there is no geometry. */
    SqlQuery extent(Column geometry, SqlCondition condition) {
        String box = "ST_Extent(" + SqlQuery.identifier(geometry.name()) + ")";
        return over(
                "select ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box) from (select " + box + " as box",
                null,
                condition,
                ") as extent");
    }

    private SqlQuery over(String select, @Nullable Envelope bounds, SqlCondition condition, String... end) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql =
                new StringBuilder(select).append(" from ").append(table.from()).append(" as t");
        where(sql, bounds, condition, values);
        return new SqlQuery(sql.append(String.join("", end)).toString(), values);
    }

    private void where(
            StringBuilder sql, @Nullable Envelope bounds, SqlCondition condition, List<@Nullable Object> values) {
        sql.append(" where ").append(condition.sql());
        values.addAll(condition.values());
        Column geometry = table.geometry();
        if (bounds != null && geometry != null) {
            sql.append(" and ")
                    .append(SqlQuery.identifier(geometry.name()))
                    .append(" && ST_MakeEnvelope(?, ?, ?, ?, ")
                    .append(geometry.srid())
                    .append(")");
            values.addAll(List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()));
        }
    }

    private String geometry(double resolution, List<@Nullable Object> values) {
        Column geometry = table.geometry();
        if (geometry == null) {
            return "null::bytea";
        }
        String name = SqlQuery.identifier(geometry.name());
        if (resolution == 0 || POINTS.contains(geometry.geometryType())) {
            return "ST_AsBinary(" + name + ")";
        }
        values.add(resolution * FeatureQuery.SMALLEST_DETAIL);
        return "ST_AsBinary(ST_Simplify(" + name + ", cast(? as float8), true))";
    }

    /** A column so that JDBC gives a value whose meaning does not depend on where the service runs. */
    private static String selected(Column column) {
        String name = SqlQuery.identifier(column.name());
        return switch (column.sqlType()) {
            case "text",
                    "varchar",
                    "int2",
                    "int4",
                    "int8",
                    "float4",
                    "float8",
                    "numeric",
                    "bool",
                    "date",
                    "timestamptz" -> name;
            case "timestamp" -> name + " at time zone 'UTC'";
            case "bytea" -> "encode(" + name + ", 'base64')";
            case "geometry" -> "ST_AsBinary(" + name + ")";
            default -> name + "::text";
        };
    }

    private String order(FeatureQuery query) {
        List<String> keys = new ArrayList<>();
        for (SortKey key : query.sort()) {
            Column column = table.shape()
                    .column(key.property())
                    .filter(found -> table.schema().property(key.property()).isPresent() && !found.isGeometry())
                    .orElseThrow(() -> new InvalidInput(
                            "sortBy",
                            "features cannot be sorted by '" + key.property() + "'",
                            "sort by one of " + String.join(", ", sortable())));
            keys.add(qualified(column.name()) + (key.ascending() ? "" : " desc"));
        }
        if (query.paged() || !keys.isEmpty()) {
            List<String> id = FeatureIdSql.columns(table.shape());
            keys.addAll(
                    id.isEmpty()
                            ? List.of(table.idSql())
                            : id.stream().map(FeatureSql::qualified).toList());
        }
        return keys.isEmpty() ? "" : keys.stream().collect(Collectors.joining(", ", " order by ", ""));
    }

    /** A column and not the output that is computed from it and called the same. */
    private static String qualified(String column) {
        return "t." + SqlQuery.identifier(column);
    }

    private List<String> sortable() {
        return table.schema().properties().stream()
                .filter(property -> !property.isGeometry())
                .map(LayerProperty::name)
                .filter(name -> table.shape().column(name).isPresent())
                .toList();
    }
}

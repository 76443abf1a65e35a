package org.riskmap.postgis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of a table or view.
 *
 * @param schema as in the database, unquoted
 * @param table as in the database, unquoted
 * @param columns in their order, geometry columns included
 * @param primaryKey names of the key's columns; empty where there is none
 */
public record TableShape(String schema, String table, List<Column> columns, List<String> primaryKey) {

    /**
     * @param name unquoted
     * @param sqlType as in {@code pg_type.typname}: {@code text}, {@code int4}, {@code timestamptz}, {@code geometry};
     *     a domain is named by its base type
     * @param nullable whether null is allowed
     * @param geometryType {@code Point}, {@code MultiPolygon}, {@code Geometry}, …; null where it is not geometry
     * @param srid of a geometry column, 0 where unknown or not geometry
     */
    public record Column(
            String name,
            String sqlType,
            boolean nullable,
            @Nullable String geometryType,
            int srid) {

        public boolean isGeometry() {
            return geometryType != null;
        }
    }

    /** The first geometry column. */
    public Optional<Column> geometry() {
        return columns.stream().filter(Column::isGeometry).findFirst();
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** {@code "schema"."table"}. */
    public String qualifiedName() {
        return SqlQuery.identifier(schema) + "." + SqlQuery.identifier(table);
    }

    static Optional<TableShape> read(Database database, String schema, String table) {
        List<Column> columns = database.list(
                SqlQuery.of("""
                        select a.attname, coalesce(base.typname, type.typname), a.attnotnull or type.typnotnull,
                               case when coalesce(base.typname, type.typname) = 'geometry'
                                    then postgis_typmod_type(a.atttypmod) end,
                               case when coalesce(base.typname, type.typname) = 'geometry'
                                    then postgis_typmod_srid(a.atttypmod) else 0 end
                        from pg_attribute a
                             join pg_class c on c.oid = a.attrelid
                             join pg_namespace n on n.oid = c.relnamespace
                             join pg_type type on type.oid = a.atttypid
                             left join pg_type base on base.oid = nullif(type.typbasetype, 0)
                        where n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped
                        order by a.attnum
                        """, schema, table),
                row -> new Column(
                        row.text(1), row.text(2), !(Boolean) row.value(3), row.text(4), (int) row.integer(5)));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<String> key = database.list(SqlQuery.of("""
                        select a.attname
                        from pg_index i
                             join pg_class c on c.oid = i.indrelid
                             join pg_namespace n on n.oid = c.relnamespace
                             join lateral unnest(i.indkey) with ordinality k(attnum, place) on true
                             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                        where i.indisprimary and n.nspname = ? and c.relname = ?
                        order by k.place
                        """, schema, table), row -> row.text(1));
        List<Column> known = columns.stream()
                .map(column ->
                        column.isGeometry() && column.srid() == 0 ? seen(database, schema, table, column) : column)
                .toList();
        return Optional.of(new TableShape(schema, table, known, key));
    }

    /** With the system of the first geometry, where the column does not declare one, as views often do not. */
    private static Column seen(Database database, String schema, String table, Column column) {
        String name = SqlQuery.identifier(column.name());
        SqlQuery first = SqlQuery.of("select st_srid(" + name + ") from " + SqlQuery.identifier(schema) + "."
                + SqlQuery.identifier(table) + " where " + name + " is not null limit 1");
        return database.list(first, row -> (int) row.integer(1)).stream()
                .findFirst()
                .map(srid ->
                        new Column(column.name(), column.sqlType(), column.nullable(), column.geometryType(), srid))
                .orElse(column);
    }
}

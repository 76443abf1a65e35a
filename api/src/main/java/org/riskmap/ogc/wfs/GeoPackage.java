package org.riskmap.ogc.wfs;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Json;

/** The SQLite file of a GeoPackage while it is written. */
final class GeoPackage implements AutoCloseable {

    /** Tables 3, 5, 8 and 21 of OGC 12-128r17; the first three systems are those that every file has (clause 1.1.2.1.2). */
    private static final List<String> BEGINNING = List.of("""
            create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key,
              organization text not null, organization_coordsys_id integer not null, definition text not null, description text)
            """, """
            create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique,
              description text default '', last_change datetime not null, min_x double, min_y double, max_x double,
              max_y double, srs_id integer references gpkg_spatial_ref_sys (srs_id))
            """, """
            create table gpkg_geometry_columns (table_name text not null references gpkg_contents (table_name),
              column_name text not null, geometry_type_name text not null, srs_id integer not null
              references gpkg_spatial_ref_sys (srs_id), z tinyint not null, m tinyint not null,
              primary key (table_name, column_name), unique (table_name))
            """, """
            create table gpkg_extensions (table_name text, column_name text, extension_name text not null,
              definition text not null, scope text not null, unique (table_name, column_name, extension_name))
            """, """
            insert into gpkg_spatial_ref_sys values ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null),
              ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null)
            """);

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final int APPLICATION = 0x47504B47; // GPKG
    private static final int VERSION = 10300;
    private static final int BATCH = 1000;

    private final Connection connection;
    private final String now;
    private final Set<Integer> systems = new HashSet<>();

    GeoPackage(Path file, String now) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        this.now = now;
        run("pragma journal_mode = off", "pragma synchronous = off");
        run("pragma application_id = " + APPLICATION, "pragma user_version = " + VERSION);
        connection.setAutoCommit(false);
        run(BEGINNING.toArray(String[]::new));
        system(Crs.CRS84);
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void system(Crs crs) throws SQLException {
        if (systems.add(crs.code())) {
            insert(
                    "insert into gpkg_spatial_ref_sys values (?, ?, 'EPSG', ?, ?, null)",
                    crs.epsgName(),
                    crs.code(),
                    crs.code(),
                    CrsText.ogc(crs));
        }
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    Table table(String name, AnswerPart part) throws SQLException {
        system(part.crs().crs());
        return new Table(name, part);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Commits; a second call does nothing. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.commit();
            connection.close();
        }
    }

    /** One table of features; {@link #close} registers it. */
    final class Table implements AutoCloseable {

        private final String name;
        private final AnswerPart part;
        private final List<LayerProperty> simple;
        private final PreparedStatement rows;
        private final @Nullable SpatialIndex index;
        private final String key;
        private final Envelope all = new Envelope();
        private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
        private int waiting;

        /** Rows so far: their keys count from 1. */
        private long written;

        private Table(String name, AnswerPart part) throws SQLException {
            this.name = name;
            this.part = part;
            this.simple = part.properties().stream()
                    .filter(property -> !property.isGeometry())
                    .toList();
            this.key = key();
            List<String> columns = columns();
            run("create table " + quoted(name) + " (" + String.join(", ", columns) + ")");
            String places =
                    Stream.generate(() -> "?").limit(columns.size() - 1L).collect(Collectors.joining(", "));
            rows = connection.prepareStatement("insert into " + quoted(name) + " values (null, " + places + ")");
            index = part.geometry() == null ? null : new SpatialIndex(connection, name, part.geometry(), key);
        }

        private String key() {
            Set<String> taken = new HashSet<>();
            part.properties().forEach(property -> taken.add(property.name().toLowerCase(Locale.ROOT)));
            return Stream.of("fid", "gpkg_fid", "gpkg_fid_")
                    .filter(free -> !taken.contains(free))
                    .findFirst()
                    .orElseThrow();
        }

        /** The key, then the geometry, then the rest; names that differ in case alone are one in SQLite. */
        private List<String> columns() {
            List<String> columns = new ArrayList<>();
            columns.add(key + " integer primary key autoincrement not null");
            if (part.geometry() != null) {
                columns.add(quoted(part.geometry()) + " " + geometryType());
            }
            Set<String> used =
                    new HashSet<>(Set.of(String.valueOf(part.geometry()).toLowerCase(Locale.ROOT)));
            for (LayerProperty property : simple) {
                String column = property.name();
                while (!used.add(column.toLowerCase(Locale.ROOT))) {
                    column = column + "_";
                }
                columns.add(quoted(column) + " " + type(property.sqlType()));
            }
            return columns;
        }

        private String geometryType() {
            return part.properties().stream()
                    .filter(property -> property.name().equals(part.geometry()))
                    .map(property -> String.valueOf(property.geometryType()).replaceFirst("Z?M?$", ""))
                    .map(type -> type.toUpperCase(Locale.ROOT))
                    .findFirst()
                    .orElse("GEOMETRY");
        }

        private static String type(String sqlType) {
            return switch (sqlType) {
                case "int2" -> "smallint";
                case "int4" -> "mediumint";
                case "int8" -> "integer";
                case "float4" -> "float";
                case "float8", "numeric" -> "double";
                case "bool" -> "boolean";
                case "date" -> "date";
                case "timestamp", "timestamptz" -> "datetime";
                default -> "text";
            };
        }

        /** @param geometry in the part's system, east first */
        void write(Feature feature, @Nullable Geometry geometry) throws SQLException {
            int place = 1;
            if (part.geometry() != null) {
                rows.setBytes(place++, geometry == null ? null : blob(geometry));
            }
            for (LayerProperty property : simple) {
                rows.setObject(place++, value(feature.properties().get(property.name())));
            }
            rows.addBatch();
            written++;
            if (index != null) {
                index.add(written, geometry);
            }
            if (++waiting == BATCH) {
                rows.executeBatch();
                if (index != null) {
                    index.flush();
                }
                waiting = 0;
            }
        }

        /** Times with three digits of a second, as a GeoPackage 1.3 has them. */
        private static @Nullable Object value(@Nullable Object value) {
            if (value == null || value instanceof Number && !(value instanceof BigDecimal)) {
                return value;
            }
            if (value instanceof Boolean truth) {
                return truth ? 1 : 0;
            }
            if (value instanceof OffsetDateTime time) {
                return time.toInstant().atOffset(ZoneOffset.UTC).format(MILLIS);
            }
            return value instanceof BigDecimal decimal ? (Object) decimal.doubleValue() : Json.text(value);
        }

        /** GeoPackage's header (clause 2.1.3), then WKB. */
        private byte[] blob(Geometry geometry) {
            byte[] body = wkb.write(geometry);
            boolean empty = geometry.isEmpty();
            ByteBuffer blob =
                    ByteBuffer.allocate((empty ? 8 : 40) + body.length).order(ByteOrder.LITTLE_ENDIAN);
            blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (empty ? 0b010001 : 0b000011));
            blob.putInt(part.crs().crs().code());
            if (!empty) {
                Envelope box = geometry.getEnvelopeInternal();
                all.expandToInclude(box);
                blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
                blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
            }
            return blob.put(body).array();
        }

        @Override
        public void close() throws SQLException {
            rows.executeBatch();
            rows.close();
            boolean any = !all.isNull();
            boolean spatial = part.geometry() != null;
            insert(
                    "insert into gpkg_contents values (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
                    name,
                    spatial ? "features" : "attributes",
                    name,
                    now,
                    any ? all.getMinX() : null,
                    any ? all.getMinY() : null,
                    any ? all.getMaxX() : null,
                    any ? all.getMaxY() : null,
                    spatial ? part.crs().crs().code() : null);
            if (spatial) {
                insert(
                        "insert into gpkg_geometry_columns values (?, ?, ?, ?, 0, 0)",
                        name,
                        part.geometry(),
                        geometryType(),
                        part.crs().crs().code());
            }
            if (index != null) {
                index.close();
            }
        }
    }
}

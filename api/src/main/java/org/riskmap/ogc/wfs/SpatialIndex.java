package org.riskmap.ogc.wfs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The R-tree of a GeoPackage's geometry column (OGC 12-128r17, annex F.3), filled while rows are written. */
final class SpatialIndex implements AutoCloseable {

    /** Keeps the index true while others edit the file, with the functions that their programs bring (F.3, table 47). */
    private static final List<String> TRIGGERS = List.of("""
            create trigger %1$s after insert on %2$s
            when (new.%3$s notnull and not ST_IsEmpty(new.%3$s))
            begin insert or replace into %4$s values (new.%5$s, ST_MinX(new.%3$s), ST_MaxX(new.%3$s), ST_MinY(new.%3$s), ST_MaxY(new.%3$s)); end
            """, """
            create trigger %1$s after update of %3$s on %2$s
            when old.%5$s = new.%5$s and (new.%3$s notnull and not ST_IsEmpty(new.%3$s))
            begin insert or replace into %4$s values (new.%5$s, ST_MinX(new.%3$s), ST_MaxX(new.%3$s), ST_MinY(new.%3$s), ST_MaxY(new.%3$s)); end
            """, """
            create trigger %1$s after update of %3$s on %2$s
            when old.%5$s = new.%5$s and (new.%3$s isnull or ST_IsEmpty(new.%3$s))
            begin delete from %4$s where id = old.%5$s; end
            """, """
            create trigger %1$s after update on %2$s
            when old.%5$s != new.%5$s and (new.%3$s notnull and not ST_IsEmpty(new.%3$s))
            begin delete from %4$s where id = old.%5$s;
            insert or replace into %4$s values (new.%5$s, ST_MinX(new.%3$s), ST_MaxX(new.%3$s), ST_MinY(new.%3$s), ST_MaxY(new.%3$s)); end
            """, """
            create trigger %1$s after update on %2$s
            when old.%5$s != new.%5$s and (new.%3$s isnull or ST_IsEmpty(new.%3$s))
            begin delete from %4$s where id in (old.%5$s, new.%5$s); end
            """, """
            create trigger %1$s after delete on %2$s when old.%3$s notnull
            begin delete from %4$s where id = old.%5$s; end
            """);

    private static final List<String> NAMES = List.of("insert", "update1", "update2", "update3", "update4", "delete");

    private final Connection connection;
    private final String table;
    private final String column;
    private final String key;
    private final String name;
    private final PreparedStatement boxes;

    SpatialIndex(Connection connection, String table, String column, String key) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.column = column;
        this.key = key;
        this.name = "rtree_" + table + "_" + column;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create virtual table " + GeoPackage.quoted(name) + " using rtree(id, minx, maxx, miny, maxy)");
        }
        this.boxes = connection.prepareStatement("insert into " + GeoPackage.quoted(name) + " values (?, ?, ?, ?, ?)");
    }

    /** @param row key of the row */
    void add(long row, @Nullable Geometry geometry) throws SQLException {
        if (geometry == null || geometry.isEmpty()) {
            return;
        }
        Envelope box = geometry.getEnvelopeInternal();
        boxes.setLong(1, row);
        boxes.setDouble(2, box.getMinX());
        boxes.setDouble(3, box.getMaxX());
        boxes.setDouble(4, box.getMinY());
        boxes.setDouble(5, box.getMaxY());
        boxes.addBatch();
    }

    void flush() throws SQLException {
        boxes.executeBatch();
    }

    /** Registers the extension and sets the triggers. */
    @Override
    public void close() throws SQLException {
        flush();
        boxes.close();
        try (PreparedStatement extension = connection.prepareStatement(
                        "insert into gpkg_extensions values"
                                + " (?, ?, 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
                Statement statement = connection.createStatement()) {
            extension.setString(1, table);
            extension.setString(2, column);
            extension.executeUpdate();
            for (int i = 0; i < TRIGGERS.size(); i++) {
                statement.execute(TRIGGERS.get(i)
                        .formatted(
                                GeoPackage.quoted(name + "_" + NAMES.get(i)),
                                GeoPackage.quoted(table),
                                GeoPackage.quoted(column),
                                GeoPackage.quoted(name),
                                GeoPackage.quoted(key)));
            }
        }
    }
}

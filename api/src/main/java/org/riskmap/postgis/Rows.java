package org.riskmap.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** A query in progress: {@link #next} moves to the next row, which the {@link Row} methods then read. One thread only. */
public final class Rows implements Row, AutoCloseable {

    private static final SQLExceptionTranslator TRANSLATOR = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");

    private final WKBReader wkb = new WKBReader(new GeometryFactory());
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private boolean exhausted;

    private Rows(Connection connection, PreparedStatement statement, ResultSet result) {
        this.connection = connection;
        this.statement = statement;
        this.result = result;
    }

    static Rows open(DataSource source, SqlQuery query, Duration timeout, int fetchRows) {
        Connection connection = null;
        try {
            connection = source.getConnection();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            PreparedStatement statement = connection.prepareStatement(query.sql());
            statement.setFetchSize(fetchRows);
            statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
            for (int i = 0; i < query.values().size(); i++) {
                bind(statement, i + 1, query.values().get(i));
            }
            return new Rows(connection, statement, statement.executeQuery());
        } catch (SQLException failed) {
            giveBack(connection);
            throw translated(query.sql(), failed);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(index, value);
        }
    }

    /** Whether there is another row; afterwards the row's values can be read. */
    public boolean next() {
        try {
            boolean more = result.next();
            exhausted = !more;
            return more;
        } catch (SQLException failed) {
            throw translated("next row", failed);
        }
    }

    @Override
    public @Nullable Object value(int column) {
        try {
            Object value = result.getObject(column);
            if (value instanceof Timestamp stamp) {
                return stamp.toInstant().atOffset(ZoneOffset.UTC);
            }
            return value;
        } catch (SQLException failed) {
            throw translated("column " + column, failed);
        }
    }

    @Override
    public @Nullable String text(int column) {
        try {
            return result.getString(column);
        } catch (SQLException failed) {
            throw translated("column " + column, failed);
        }
    }

    @Override
    public long integer(int column) {
        try {
            long value = result.getLong(column);
            refuseNull(column);
            return value;
        } catch (SQLException failed) {
            throw translated("column " + column, failed);
        }
    }

    @Override
    public double real(int column) {
        try {
            double value = result.getDouble(column);
            refuseNull(column);
            return value;
        } catch (SQLException failed) {
            throw translated("column " + column, failed);
        }
    }

    private void refuseNull(int column) throws SQLException {
        if (result.wasNull()) {
            throw new IllegalStateException("column " + column + " is null where a number was asked for");
        }
    }

    @Override
    public @Nullable Geometry geometry(int column) {
        byte[] bytes = bytes(column);
        if (bytes == null) {
            return null;
        }
        try {
            return wkb.read(bytes);
        } catch (ParseException damaged) {
            throw new IllegalStateException("column " + column + " is not WKB", damaged);
        }
    }

    @Override
    public byte @Nullable [] bytes(int column) {
        try {
            return result.getBytes(column);
        } catch (SQLException failed) {
            throw translated("column " + column, failed);
        }
    }

    /** Gives the connection back; a query that has not come to its end is cancelled first. */
    @Override
    public void close() {
        try {
            if (!exhausted) {
                statement.cancel();
            }
        } catch (SQLException tooLate) {
            throw translated("cancel", tooLate);
        } finally {
            giveBack(connection);
        }
    }

    static void giveBack(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection) {
            closing.rollback();
            closing.setReadOnly(false);
            closing.setAutoCommit(true);
        } catch (SQLException lost) {
            throw translated("give the connection back", lost);
        }
    }

    static DataAccessException translated(String what, SQLException failed) {
        DataAccessException known = TRANSLATOR.translate("riskmap", what, failed);
        return known != null ? known : new UncategorizedSQLException("riskmap", what, failed);
    }
}

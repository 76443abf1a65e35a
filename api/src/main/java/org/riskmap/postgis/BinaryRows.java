package org.riskmap.postgis;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a {@code COPY (query) TO STDOUT (FORMAT binary)} in progress: the server goes on while a row is read, may
 * use several of its processes, and writes no number as text. {@link #next} moves to the next row; columns count from 1.
 * One thread only. Source: PostgreSQL, COPY, "Binary Format".
 */
public final class BinaryRows implements AutoCloseable {

    /** What COPY's binary format begins with, in both directions. */
    static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final HikariDataSource pool;
    private final Connection connection;
    private final CopyOut copy;
    private byte[] row = {};
    private int[] start = {};
    private int[] length = {};
    private boolean begun;
    private boolean exhausted;

    private BinaryRows(HikariDataSource pool, Connection connection, CopyOut copy) {
        this.pool = pool;
        this.connection = connection;
        this.copy = copy;
    }

    static BinaryRows open(HikariDataSource pool, SqlQuery query, Duration timeout) {
        if (!query.values().isEmpty()) {
            throw new IllegalArgumentException("COPY takes no bound values: " + query.sql());
        }
        Connection connection = null;
        try {
            connection = pool.getConnection();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            limit(connection, timeout);
            return new BinaryRows(
                    pool,
                    connection,
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (" + query.sql() + ") to stdout (format binary)"));
        } catch (SQLException failed) {
            Rows.giveBack(connection);
            throw Rows.translated(query.sql(), failed);
        }
    }

    private static void limit(Connection connection, Duration timeout) throws SQLException {
        try (PreparedStatement limit = connection.prepareStatement("select set_config('statement_timeout', ?, true)")) {
            limit.setString(1, Long.toString(Math.max(1, timeout.toMillis())));
            limit.execute();
        }
    }

    /** Whether there is another row; afterwards the row's values can be read. */
    public boolean next() {
        try {
            byte[] message = exhausted ? null : copy.readFromCopy(); // the server sends one message a row
            if (message == null) {
                if (!exhausted) {
                    throw new IllegalStateException("the rows ended without their mark");
                }
                return false;
            }
            return read(message);
        } catch (SQLException failed) {
            throw Rows.translated("next row", failed);
        }
    }

    private boolean read(byte[] message) throws SQLException {
        ByteBuffer buffer = ByteBuffer.wrap(message);
        if (!begun) {
            passHeader(buffer);
            begun = true;
        }
        int columns = buffer.getShort();
        if (columns < 0) {
            if (copy.readFromCopy() != null) {
                throw new IllegalStateException("there is something after the mark of the end");
            }
            exhausted = true;
            return false;
        }
        if (start.length != columns) {
            start = new int[columns];
            length = new int[columns];
        }
        for (int column = 0; column < columns; column++) {
            length[column] = buffer.getInt();
            start[column] = buffer.position();
            buffer.position(start[column] + Math.max(0, length[column]));
        }
        if (buffer.hasRemaining()) {
            throw new IllegalStateException("a message holds more than a row");
        }
        row = message;
        return true;
    }

    private static void passHeader(ByteBuffer buffer) {
        byte[] signature = new byte[SIGNATURE.length];
        buffer.get(signature);
        int flags = buffer.getInt();
        if (!Arrays.equals(signature, SIGNATURE) || flags != 0) {
            throw new IllegalStateException("not the binary format of COPY");
        }
        buffer.position(buffer.position() + 4 + buffer.getInt(buffer.position()));
    }

    /** A column of a type of text; null where it is null. */
    public @Nullable String text(int column) {
        int bytes = length[column - 1];
        return bytes < 0 ? null : new String(row, start[column - 1], bytes, StandardCharsets.UTF_8);
    }

    /** A column of type {@code double precision}; null where it is null. */
    public @Nullable Double real(int column) {
        ByteBuffer bytes = bytes(column);
        return bytes == null ? null : bytes.getDouble();
    }

    /** A column of type {@code boolean}, or fails where it is null. */
    public boolean flag(int column) {
        if (length[column - 1] != 1) {
            throw new IllegalStateException("column " + column + " is no boolean");
        }
        return row[start[column - 1]] != 0;
    }

    /** A column as the server sends its type, a geometry as EWKB with x east; null where it is null. */
    public @Nullable ByteBuffer bytes(int column) {
        int bytes = length[column - 1];
        return bytes < 0 ? null : ByteBuffer.wrap(row, start[column - 1], bytes).slice();
    }

    /**
     * Gives the connection back. A copy that has not come to its end is cancelled, and its connection closed: the driver
     * loses count of answers when it cancels one.
     */
    @Override
    public void close() {
        if (!copy.isActive()) {
            Rows.giveBack(connection);
            return;
        }
        try (Connection closing = connection) {
            copy.cancelCopy();
            pool.evictConnection(closing);
        } catch (SQLException lost) {
            throw Rows.translated("cancel", lost);
        }
    }
}

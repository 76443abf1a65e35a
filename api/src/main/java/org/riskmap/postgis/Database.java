package org.riskmap.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** One PostGIS database: short statements, streamed queries, transactions, bulk copy. Safe for many threads. */
public final class Database implements AutoCloseable {

    private static final int FETCH_ROWS = 2000;

    private final DatabaseSettings settings;
    private final HikariDataSource source;
    private final JdbcClient client;
    private final TransactionTemplate transaction;

    private Database(DatabaseSettings settings, HikariDataSource source) {
        this.settings = settings;
        this.source = source;
        this.client = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** A database with a pool of its own, which {@link #close} ends. Does not connect yet. */
    public static Database open(DatabaseSettings settings, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "riskmap");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new Database(settings, new HikariDataSource(pool));
    }

    public DatabaseSettings settings() {
        return settings;
    }

    /** For libraries that bring their own statements (the job queue, Flyway); our own code uses the methods below. */
    public DataSource dataSource() {
        return source;
    }

    /** Brings the schema to the newest version; safe while others do the same. */
    public void migrate() {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("risk")
                .locations("classpath:db/migration")
                .outOfOrder(true) // parts of the schema are numbered apart, and come when they are ready
                .load()
                .migrate();
    }

    /** Short statements, each in the surrounding transaction where there is one, else committed by itself. */
    public JdbcClient client() {
        return client;
    }

    /** All or nothing: what the work does through {@link #client}, {@link #copyIn} and {@link #inConnection} commits together. */
    public <T extends @Nullable Object> T inTransaction(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(client));
    }

    /**
     * A query whose rows are fetched {@value #FETCH_ROWS} at a time, read-only, in a connection of its own that the
     * cursor's {@code close} gives back. The statement is cancelled when {@code timeout} is over or the cursor is closed
     * before its end.
     *
     * @throws org.springframework.dao.DataAccessException where the statement fails
     */
    public Rows stream(SqlQuery query, Duration timeout) {
        return Rows.open(source, query, timeout, FETCH_ROWS);
    }

    /**
     * A large query without bound values whose rows are sent in binary form while the first ones are read, read-only, in
     * a connection of its own that the cursor's {@code close} gives back. The server ends it when {@code timeout} is over.
     *
     * @throws org.springframework.dao.DataAccessException where the statement fails
     */
    public BinaryRows copyOut(SqlQuery query, Duration timeout) {
        return BinaryRows.open(source, query, timeout);
    }

    /** All rows of a query that is known to be small. */
    public <T> List<T> list(SqlQuery query, Function<Row, T> reader) {
        List<T> result = new ArrayList<>();
        try (Rows rows = stream(query, Duration.ofSeconds(60))) {
            while (rows.next()) {
                result.add(reader.apply(rows));
            }
        }
        return result;
    }

    /** Runs work on the transaction's connection, or on one of its own. */
    public <T extends @Nullable Object> T inConnection(ConnectionWork<T> work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return work.run(connection);
        } catch (SQLException failed) {
            throw Rows.translated("connection", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** {@code COPY … FROM STDIN} in the surrounding transaction; gives the number of rows. */
    public long copyIn(String copyStatement, InputStream rows) {
        return inConnection(connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyStatement, rows);
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        });
    }

    /** Adds the rows in the surrounding transaction; nothing can be added to them any more. */
    public void copyIn(CopyRows rows) {
        copyIn(rows.statement(), rows.content());
    }

    /** Columns, key and geometry of a table or view; empty where there is none of that name. */
    public Optional<TableShape> shape(String schema, String table) {
        return TableShape.read(this, schema, table);
    }

    /** Work on a raw connection, which must not be kept or closed. */
    @FunctionalInterface
    public interface ConnectionWork<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        source.close();
    }
}

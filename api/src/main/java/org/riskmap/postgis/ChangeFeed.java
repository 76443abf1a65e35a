package org.riskmap.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.riskmap.kernel.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of every committed change to a table of schema {@code risk}, whoever made it, each once and in order of
 * commit as seen here. {@code NOTIFY} only wakes it: what happened is read from {@code risk.change}, so nothing is missed
 * while the connection is lost. Runs on a thread of its own between {@link #start} and {@link #close}.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_LOSS = Duration.ofSeconds(1);

    private final Database database;
    private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, Long> seen = new HashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;
    private long oldestOpen = -1;

    public ChangeFeed(Database database) {
        this.database = database;
    }

    /** The listener hears of changes that are committed from now on; it must not block for long and must not throw. */
    public void listen(Consumer<List<Change>> listener) {
        listeners.add(listener);
    }

    /** Begins to listen; changes committed after this call returns are told. */
    public void start() {
        takeNew();
        running = true;
        thread = new Thread(this::run, "change-feed");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                tell(takeNew());
                waitAndTell(connection);
            } catch (SQLException | RuntimeException lost) {
                if (running) {
                    LOG.warn("the change feed lost its connection and will read on from where it stood", lost);
                    pause();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", database.settings().user());
        login.setProperty("password", database.settings().password());
        login.setProperty("ApplicationName", "riskmap change feed");
        Connection connection = DriverManager.getConnection(database.settings().jdbcUrl(), login);
        try (Statement listen = connection.createStatement()) {
            listen.execute("listen riskmap_change");
        }
        return connection;
    }

    private void waitAndTell(Connection connection) throws SQLException {
        PGConnection bell = connection.unwrap(PGConnection.class);
        while (running) {
            bell.getNotifications((int) LONGEST_SILENCE.toMillis());
            tell(takeNew());
        }
    }

    private void tell(List<Change> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.accept(changes));
        }
    }

    /** Rows of {@code risk.change} that were not seen before; on the first call marks all as seen. */
    private synchronized List<Change> takeNew() {
        return database.inTransaction(client -> {
            long open = client.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                    .query(Long.class)
                    .single();
            boolean first = oldestOpen < 0;
            List<Change> fresh = new ArrayList<>();
            client.sql("""
                            select seq, txid::text::bigint, table_name,
                                   st_xmin(envelope), st_ymin(envelope), st_xmax(envelope), st_ymax(envelope)
                            from risk.change
                            where txid >= cast(cast(? as text) as xid8)
                            order by seq
                            """)
                    .param(Long.toString(first ? open : oldestOpen))
                    .query((row, number) -> {
                        long seq = row.getLong(1);
                        if (seen.put(seq, row.getLong(2)) == null && !first) {
                            fresh.add(new Change(seq, row.getString(3), envelope(row)));
                        }
                        return seq;
                    })
                    .list();
            oldestOpen = open;
            seen.values().removeIf(txid -> txid < open);
            return fresh;
        });
    }

    private static @Nullable Envelope envelope(ResultSet row) throws SQLException {
        double minX = row.getDouble(4);
        return row.wasNull() ? null : new Envelope(minX, row.getDouble(5), row.getDouble(6), row.getDouble(7));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_LOSS.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void close() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }
}

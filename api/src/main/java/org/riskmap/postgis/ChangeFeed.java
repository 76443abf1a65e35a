package org.riskmap.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
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
    private volatile boolean listening;
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

    /**
     * Whether changes are heard as they happen. While the connection is lost they are not; they are told when it is back,
     * before this is true again.
     */
    public boolean listening() {
        return listening;
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                catchUp();
                listening = true;
                waitAndTell(connection);
            } catch (SQLException | RuntimeException lost) {
                listening = false;
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
            catchUp();
        }
    }

    /** When it returns, every listener has heard of all that was committed before the call. */
    public synchronized void catchUp() {
        List<Change> changes = takeNew();
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.accept(changes));
        }
    }

    /**
     * Rows of {@code risk.change} that were not seen before; on the first call marks all as seen. One statement, so that the
     * oldest open transaction and the rows belong to one moment.
     */
    private synchronized List<Change> takeNew() {
        boolean first = oldestOpen < 0;
        SqlQuery query = SqlQuery.of("""
                select open.txid::text::bigint, seq, c.txid::text::bigint, table_name,
                       st_xmin(envelope), st_ymin(envelope), st_xmax(envelope), st_ymax(envelope)
                from (select pg_snapshot_xmin(pg_current_snapshot()) txid) open
                left join risk.change c on c.txid >= coalesce(cast(cast(? as text) as xid8), open.txid)
                order by seq
                """, first ? null : Long.toString(oldestOpen));
        List<Change> fresh = new ArrayList<>();
        long[] open = {oldestOpen};
        database.list(query, row -> {
            open[0] = row.integer(1);
            if (row.value(2) != null && seen.put(row.integer(2), row.integer(3)) == null && !first) {
                fresh.add(new Change(row.integer(2), String.valueOf(row.text(4)), envelope(row)));
            }
            return open[0];
        });
        oldestOpen = open[0];
        seen.values().removeIf(txid -> txid < oldestOpen);
        return fresh;
    }

    private static @Nullable Envelope envelope(Row row) {
        return row.value(5) == null ? null : new Envelope(row.real(5), row.real(6), row.real(7), row.real(8));
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
        listening = false;
        if (thread != null) {
            thread.interrupt();
        }
    }
}

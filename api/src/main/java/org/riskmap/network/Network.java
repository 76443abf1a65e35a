package org.riskmap.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riskmap.elevation.Heights;
import org.riskmap.postgis.Change;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roads in memory. Built in the background when the service starts and whenever roads, rivers or heights change;
 * whoever asks gets a state that is not older than the database was when he asked.
 */
public final class Network implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final Set<String> TABLES = Set.of("road", "river");

    private final Database database;
    private final Supplier<@Nullable Heights> heights;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "network");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable State state;
    private volatile Consumer<RoadNetwork> heir = network -> {};

    /** A network and what was its data's version before it was read: it is at least as new. */
    private record State(String version, RoadNetwork network) {}

    /**
     * @param heights gives the newest heights, null where there is no model
     */
    public Network(Database database, Supplier<@Nullable Heights> heights) {
        this.database = database;
        this.heights = heights;
    }

    /** Begins to build, now and whenever the feed tells of a change. */
    public void follow(ChangeFeed feed) {
        feed.listen(this::heard);
        rebuildSoon();
    }

    /** Who prepares more from every network that is built in the background; he is told there. To be said before {@link #follow}. */
    public void prepareWith(Consumer<RoadNetwork> preparation) {
        heir = preparation;
    }

    private void heard(List<Change> changes) {
        if (changes.stream().anyMatch(change -> TABLES.contains(change.table()))) {
            rebuildSoon();
        }
    }

    private void rebuildSoon() {
        if (asked.compareAndSet(false, true)) {
            background.execute(this::rebuild);
        }
    }

    private void rebuild() {
        asked.set(false);
        try {
            heir.accept(current());
        } catch (RuntimeException failed) {
            LOG.error("the road network could not be built; the next analysis will try again", failed);
        }
    }

    /**
     * The network as it is now: at least as new as the last committed change of roads, rivers or heights. Waits while it
     * is built.
     */
    public RoadNetwork current() {
        Heights newest = heights.get();
        String version = version(newest);
        State known = state;
        return known != null && known.version().equals(version) ? known.network() : build();
    }

    private synchronized RoadNetwork build() {
        Heights newest = heights.get();
        String version = version(newest);
        State known = state;
        if (known != null && known.version().equals(version)) {
            return known.network();
        }
        long start = System.nanoTime();
        RoadNetwork network = NetworkReader.read(database, newest);
        LOG.info(
                "road network of {} edges built in {} ms",
                network.graph().edgeCount(),
                (System.nanoTime() - start) / 1_000_000);
        state = new State(version, network);
        return network;
    }

    /** The version of the newest heights; empty where there is no model. */
    public Optional<String> heightsVersion() {
        return Optional.ofNullable(heights.get()).map(Heights::version);
    }

    private String version(@Nullable Heights newest) {
        return NetworkReader.version(database) + "/" + (newest == null ? "flat" : newest.version());
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}

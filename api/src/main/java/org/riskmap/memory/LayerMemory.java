package org.riskmap.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.layer.FeatureReader;
import org.riskmap.postgis.Change;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Rows;
import org.riskmap.postgis.SqlQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps layers of the service's own database in memory, those whose tables note their changes in {@code risk.change}: what
 * was committed before {@link #moment} is asked for is in every answer of that moment. A layer is read in the background when
 * it is first asked for; until it is there, and where it does not fit, there is no answer and the database must be asked.
 * Safe for many threads.
 */
public final class LayerMemory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LayerMemory.class);
    private static final Pattern PLAIN = Pattern.compile("\\w+");
    private static final int LOOK_AT_ROOM_EVERY = 64;

    private final Database database;
    private final ChangeFeed feed;
    private final FeatureReader reader;
    private final MemoryLimits limits;
    private final Map<String, KeptLayer> kept = new ConcurrentHashMap<>();
    private final Map<String, FeatureLayer> unkept = new ConcurrentHashMap<>();
    private final ExecutorService loader;
    private final AtomicLong moments = new AtomicLong();

    public LayerMemory(Database database, ChangeFeed feed, FeatureReader reader, MemoryLimits limits) {
        this.database = database;
        this.feed = feed;
        this.reader = reader;
        this.limits = limits;
        this.loader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "layer-memory");
            thread.setDaemon(true);
            return thread;
        });
        feed.listen(this::heard);
    }

    /** Layers as they are now or were a little later. */
    public interface Moment {

        /**
         * The features whose envelope shares a point with the bounds, in the order in which the database gave them.
         *
         * @param bounds in the layer's native system, east first
         * @param scale to make the geometries ready for; null leaves them whole in the native system
         * @return empty where the layer is not in memory
         */
        Optional<MemoryCursor> features(FeatureLayer layer, Envelope bounds, @Nullable MapScale scale);
    }

    /** All that was committed before this call is in its answers. */
    public Moment moment() {
        if (limits.budgetMb() == 0) {
            return (layer, bounds, scale) -> Optional.empty();
        }
        feed.catchUp();
        if (moments.incrementAndGet() % LOOK_AT_ROOM_EVERY == 0) {
            loader.execute(this::makeRoom);
        }
        return (layer, bounds, scale) -> current(layer).map(table -> table.cursor(bounds, scale));
    }

    private Optional<Table> current(FeatureLayer layer) {
        if (layer.store().database() != database || unkept.get(layer.qualifiedName()) == layer) {
            return Optional.empty();
        }
        KeptLayer known = kept.compute(
                layer.qualifiedName(),
                (name, last) -> last != null && last.layer() == layer ? last : new KeptLayer(layer, reader));
        Optional<Table> table = known.current();
        if (table.isEmpty()) {
            known.wantsLoading().ifPresent(ticket -> loader.execute(() -> load(known, ticket)));
        }
        return table;
    }

    private void load(KeptLayer layer, long ticket) {
        try {
            if (fits(layer.layer())) {
                layer.load(ticket);
                makeRoom();
                return;
            }
        } catch (RuntimeException failed) {
            LOG.warn("layer {} is not kept in memory", layer.layer().qualifiedName(), failed);
        }
        unkept.put(layer.layer().qualifiedName(), layer.layer());
        kept.remove(layer.layer().qualifiedName(), layer);
    }

    /** Whether its rows depend on nothing but the table, the table's changes are noted and it it takes less than half of what all may. */
    private boolean fits(FeatureLayer layer) {
        boolean plain = layer.attributes().stream()
                .allMatch(attribute -> PLAIN.matcher(attribute.source()).matches());
        if (!plain || !NotedTables.hold(database, layer)) {
            return false; // what an expression gives may depend on the time
        }
        String geometry =
                reader.schema(layer).geometry().map(property -> property.name()).orElse(null);
        if (geometry == null) {
            return false;
        }
        return estimate(layer, geometry) * 2 <= limits.budgetBytes();
    }

    private long estimate(FeatureLayer layer, String geometry) {
        SqlQuery size = SqlQuery.of("select count(*) * " + Segment.BYTES_OF_FEATURE + " + coalesce(sum(st_npoints("
                + SqlQuery.identifier(geometry) + ")), 0) * " + Segment.BYTES_OF_VERTEX + " from "
                + SqlQuery.identifier(layer.schema()) + "." + SqlQuery.identifier(layer.table()));
        try (Rows rows = database.stream(size, java.time.Duration.ofMinutes(1))) {
            rows.next();
            return rows.integer(1);
        }
    }

    /** Gives up what was made ready, then whole layers, those first that were not asked for the longest. */
    private void makeRoom() {
        List<KeptLayer> oldestFirst = kept.values().stream()
                .sorted(Comparator.comparingLong(KeptLayer::usedAtNanos))
                .toList();
        for (KeptLayer layer : oldestFirst) {
            if (bytes() > limits.budgetBytes()) {
                layer.forgetReady();
            }
        }
        for (KeptLayer layer : oldestFirst) {
            if (bytes() > limits.budgetBytes()) {
                layer.giveWay();
            }
        }
    }

    private long bytes() {
        return kept.values().stream().mapToLong(KeptLayer::bytes).sum();
    }

    private void heard(List<Change> changes) {
        for (Change change : changes) {
            for (KeptLayer layer : kept.values()) {
                if (layer.layer().table().equals(change.table())) {
                    layer.heard(change.envelope());
                }
            }
        }
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }
}

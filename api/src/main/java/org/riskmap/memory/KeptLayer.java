package org.riskmap.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerSchema;

/** One layer in memory, or on its way there. Safe for many threads. */
final class KeptLayer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Changes that touch more features than this are read again in the background. */
    private static final int FEW_FEATURES = 2_000;

    private static final int MANY_CHANGES = 1_000;
    private static final Duration REST = Duration.ofMinutes(1);

    private final FeatureLayer layer;
    private final FeatureReader reader;
    private final List<Envelope> changed = new ArrayList<>();
    private @Nullable Table table;
    private @Nullable LayerSchema schema;
    private long lastTicket;
    private boolean loading;
    private long restsUntilNanos = System.nanoTime();
    private volatile long usedAtNanos = System.nanoTime();

    KeptLayer(FeatureLayer layer, FeatureReader reader) {
        this.layer = layer;
        this.reader = reader;
    }

    FeatureLayer layer() {
        return layer;
    }

    long usedAtNanos() {
        return usedAtNanos;
    }

    synchronized long bytes() {
        return table == null ? 0 : table.bytes();
    }

    synchronized void forgetReady() {
        if (table != null) {
            table.forgetReady();
        }
    }

    /** Gives up what is held and what is being read. */
    private void forget() {
        table = null;
        changed.clear();
        loading = false;
        lastTicket++;
    }

    /** Gives up what is held for the sake of other layers, and does not come back at once. */
    synchronized void giveWay() {
        forget();
        restsUntilNanos = System.nanoTime() + REST.toNanos();
    }

    /** Rows changed inside an envelope, or anywhere. */
    synchronized void heard(@Nullable Envelope where) {
        if (where == null || changed.size() == MANY_CHANGES) {
            forget();
        } else {
            changed.add(where);
        }
    }

    /** Everything that was heard of is in it; empty where it must be read first. */
    synchronized Optional<Table> current() {
        usedAtNanos = System.nanoTime();
        if (table == null) {
            return Optional.empty();
        }
        if (!reader.schema(layer).equals(schema)) {
            forget();
            return Optional.empty();
        }
        while (!changed.isEmpty()) {
            Envelope bounds = changed.get(0);
            if (table.count(bounds) > FEW_FEATURES) {
                forget();
                return Optional.empty();
            }
            List<Feature> fresh = read(FeatureQuery.all().withBounds(bounds).withPage(0, FEW_FEATURES + 1L));
            if (fresh.size() > FEW_FEATURES) {
                forget();
                return Optional.empty();
            }
            table = table.changed(bounds, fresh);
            changed.remove(0);
        }
        return Optional.of(table);
    }

    /** A ticket with which the caller shall {@link #load}; empty where it is held or somebody has one already. */
    synchronized OptionalLong wantsLoading() {
        if (table != null || loading || System.nanoTime() < restsUntilNanos) {
            return OptionalLong.empty();
        }
        loading = true;
        changed.clear();
        return OptionalLong.of(++lastTicket);
    }

    /** Reads the whole layer; what was read is dropped where so much changed meanwhile that the ticket is void. */
    void load(long ticket) {
        @Nullable Table whole = null;
        LayerSchema read = reader.schema(layer);
        try {
            whole = Table.of(layer.nativeCrs().eastFirst(), read(FeatureQuery.all()));
        } finally {
            synchronized (this) {
                if (ticket == lastTicket) {
                    table = whole;
                    schema = read;
                    loading = false;
                }
            }
        }
    }

    private List<Feature> read(FeatureQuery query) {
        List<Feature> features = new ArrayList<>();
        Interned values = new Interned();
        try (FeatureCursor cursor = reader.read(layer, query.withTimeout(PATIENCE))) {
            while (cursor.next()) {
                Feature feature = cursor.feature();
                if (feature.geometry() != null && !feature.geometry().isEmpty()) {
                    features.add(new Feature(
                            feature.id(), values.packed(feature.geometry()), values.row(feature.properties())));
                }
            }
        }
        return features;
    }
}

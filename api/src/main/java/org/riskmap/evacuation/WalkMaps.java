package org.riskmap.evacuation;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.riskmap.network.Mode;
import org.riskmap.network.RoadNetwork;

/**
 * The walk maps that were asked for last. Safe for many threads: who asks for a map that is there never waits; who asks
 * for one that somebody else is making waits for that one only.
 */
final class WalkMaps {

    private static final int KEPT = 4;

    private final Map<Key, Known> maps = new ConcurrentHashMap<>();
    private final AtomicLong questions = new AtomicLong();
    private final Maker maker;

    private record Key(RoadNetwork network, Mode mode, double maxSnapM, boolean outward) {}

    /** A map, or the promise of one. */
    private static final class Known {

        final CompletableFuture<WalkMap> map = new CompletableFuture<>();
        final long firstAsked;
        volatile long lastAsked;

        Known(long asked) {
            firstAsked = asked;
            lastAsked = asked;
        }
    }

    /** Makes a map; see {@link WalkMap}. */
    @FunctionalInterface
    interface Maker {
        WalkMap make(RoadNetwork network, Mode mode, double maxSnapM, boolean outward);
    }

    WalkMaps() {
        this(WalkMap::new);
    }

    WalkMaps(Maker maker) {
        this.maker = maker;
    }

    /**
     * The map of a network. Maps of networks that were asked for earlier are forgotten as soon as it is there.
     *
     * @throws RuntimeException what went wrong when it was made, to all who waited for it; who asks later tries again
     */
    WalkMap of(RoadNetwork network, Mode mode, double maxSnapM, boolean outward) {
        Key key = new Key(network, mode, maxSnapM, outward);
        Known mine = new Known(questions.incrementAndGet());
        Known known = maps.putIfAbsent(key, mine);
        if (known != null) {
            known.lastAsked = mine.firstAsked;
            return awaited(known);
        }
        try {
            mine.map.complete(maker.make(network, mode, maxSnapM, outward));
            forget(key, mine);
        } catch (RuntimeException | Error failed) {
            maps.remove(key, mine);
            mine.map.completeExceptionally(failed);
        }
        return awaited(mine);
    }

    private static WalkMap awaited(Known known) {
        try {
            return known.map.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Keeps the maps of the network that was asked for last, and no more of them than are to be kept. */
    private void forget(Key made, Known mine) {
        maps.forEach((key, other) -> {
            if (key.network() != made.network()) {
                maps.remove(other.firstAsked < mine.firstAsked ? key : made);
            }
        });
        for (int more = maps.size() - KEPT; more > 0; more--) {
            maps.entrySet().stream()
                    .filter(entry -> entry.getValue().map.isDone())
                    .min(Comparator.comparingLong(entry -> entry.getValue().lastAsked))
                    .ifPresent(oldest -> maps.remove(oldest.getKey(), oldest.getValue()));
        }
    }
}

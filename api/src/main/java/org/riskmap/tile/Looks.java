package org.riskmap.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;

/**
 * Remembers what is drawn under each look's key, so that after a change of the directory the tiles of a look stay where the
 * same would be drawn, and only there. Safe for many threads.
 */
public final class Looks {

    private static final int MOST = 5000;

    private record Drawn(Look look, String assets) {}

    private record State(@Nullable Catalog catalog, DirectoryStamp stamp, Map<String, Look> looks) {}

    private final Supplier<DirectoryStamp> stamps;
    private final Cache<String, Drawn> history =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final String firstAssets;
    private volatile State state;
    private volatile @Nullable Catalog first;

    /** @param stamps looks at the directory as it is now */
    public Looks(Supplier<DirectoryStamp> stamps) {
        this.stamps = stamps;
        DirectoryStamp now = stamps.get();
        this.firstAssets = now.assets();
        this.state = new State(null, now, new ConcurrentHashMap<>());
    }

    /** The look of a key in a catalog; {@code make} is asked once for each catalog. */
    public Look of(Catalog catalog, String key, Supplier<Look> make) {
        State now = at(catalog);
        Look known = now.looks().get(key);
        if (known != null) {
            return known;
        }
        if (now.looks().size() > MOST) {
            now.looks().clear();
        }
        Look made = make.get();
        Look versioned = versioned(catalog, now, made);
        history.put(key, new Drawn(versioned, now.stamp().assets()));
        now.looks().put(key, versioned);
        return versioned;
    }

    private Look versioned(Catalog catalog, State now, Look made) {
        Drawn before = history.getIfPresent(made.key());
        if (before != null
                && before.assets().equals(now.stamp().assets())
                && before.look().drawn().equals(made.drawn())) {
            return made.withVersion(before.look().version());
        }
        boolean asAtStart =
                before == null && catalog == first && now.stamp().assets().equals(firstAssets);
        return asAtStart ? made : made.withVersion(catalog.sequence());
    }

    private synchronized State at(Catalog catalog) {
        if (state.catalog() != catalog) {
            boolean atStart = state.catalog() == null;
            first = atStart ? catalog : first;
            state = new State(catalog, atStart ? state.stamp() : stamps.get(), new ConcurrentHashMap<>());
        }
        return state;
    }

    /** What the directory holds, in short: the same only where nothing in it changed. */
    public String stamp() {
        return state.stamp().whole();
    }
}

package org.riskmap.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.postgis.Change;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tiles while they are true. A metatile falls when a row changes in a place that was read for it, when what is drawn
 * under its look changes, when a raster does, or when the time comes that a row begins or ends to hold; never otherwise, but to make room. While changes cannot be heard nothing
 * kept is given out. Requests for one metatile that come while it is drawn wait for it, unless a change came in between.
 * Safe for many threads.
 */
public final class TileCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TileCache.class);
    private static final Duration SHARED_FOR = Duration.ofSeconds(1);
    private static final int HOT_OVERHEAD_BYTES = 300;

    private final Database database;
    private final ChangeFeed feed;
    private final Looks looks;
    private final TileDisk disk;
    private final Object lock = new Object();
    private final Map<MetatileKey, Entry> entries = new ConcurrentHashMap<>();
    private final Map<DrawingKey, Drawing> drawings = new ConcurrentHashMap<>();
    private final Cache<DrawingKey, Metatile> brief =
            Caffeine.newBuilder().expireAfterWrite(SHARED_FOR).maximumSize(100).build();
    private final Cache<String, Hot> hot;

    /** Changes heard since the files of an earlier run began to be read; null once they are all in. */
    private @Nullable List<Change> heardWhileLoading = new ArrayList<>();

    private record DrawingKey(MetatileKey tiles, long lookVersion) {}

    /** One drawing in progress, and what changed meanwhile. */
    private static final class Drawing {
        private final CompletableFuture<Metatile> result = new CompletableFuture<>();
        private final List<Change> heard = new ArrayList<>();
        private final Look look;

        Drawing(Look look) {
            this.look = look;
        }
    }

    private record Hot(Found found, Entry entry, Catalog catalog) {}

    /**
     * A tile, and how it was come by.
     *
     * @param kept whether it was drawn before
     * @param clientSeconds how long a client need not ask again; 0 means it asks each time
     */
    public record Found(Tile tile, boolean kept, int clientSeconds) {}

    /**
     * @param folder of the files, made where it is not there
     * @param service differs where another build of the service or another database would draw other tiles
     */
    public TileCache(
            Path folder, TileSettings settings, Database database, ChangeFeed feed, Looks looks, String service) {
        this.database = database;
        this.feed = feed;
        this.looks = looks;
        this.disk = new TileDisk(folder, settings.quotaMb() * (1L << 20), service);
        this.hot = Caffeine.newBuilder()
                .maximumWeight(settings.memoryMb() * (1L << 20))
                .weigher((String line, Hot hot) ->
                        2 * line.length() + hot.found().tile().bytes().length + HOT_OVERHEAD_BYTES)
                .build();
        feed.listen(this::changed);
    }

    /** Takes over what an earlier run left and is still true; returns when that is done. */
    public void load() {
        try {
            admit(disk.read(looks.stamp()));
        } catch (RuntimeException unforeseen) {
            LOG.warn("tiles of an earlier run are not taken over", unforeseen);
        } finally {
            synchronized (lock) {
                heardWhileLoading = null;
            }
        }
    }

    private void admit(List<Entry> found) {
        List<TileDisk.LateChange> late = disk.changesSince(database, found);
        synchronized (lock) {
            for (Entry entry : found) {
                List<Metatile.Read> reads = entry.file().header().reads();
                boolean overtaken = late.stream()
                                .anyMatch(change -> change.transaction()
                                                >= entry.file().header().oldestOpen()
                                        && Entry.touches(change.change(), reads))
                        || heardWhileLoading.stream().anyMatch(change -> Entry.touches(change, reads));
                if (overtaken
                        || !entry.inTime()
                        || !entry.rastersHold()
                        || entries.putIfAbsent(entry.key(), entry) != null) {
                    disk.delete(entry);
                } else {
                    disk.added(entry);
                }
            }
        }
        LOG.info("{} metatiles of an earlier run are still true, of {}", entries.size(), found.size());
    }

    /** The tile that was given for this very request, if it is still true. */
    public Optional<Found> recall(String requestLine, Catalog catalog) {
        Hot known = hot.getIfPresent(requestLine);
        if (known == null) {
            return Optional.empty();
        }
        if (known.catalog() != catalog || !valid(known.entry())) {
            return Optional.empty();
        }
        known.entry().use();
        return Optional.of(known.found());
    }

    /**
     * A tile of a metatile.
     *
     * @param requestLine under which {@link #recall} shall find it; the same line always means the same tile
     * @param draw draws the metatile; not called where it is kept
     */
    public Found tile(
            String requestLine, Catalog catalog, Look look, MetatileKey key, int index, Supplier<Metatile> draw) {
        Entry entry = entries.get(key);
        if (entry != null && entry.lookVersion() == look.version() && valid(entry)) {
            Optional<Tile> tile = read(entry, index);
            if (tile.isPresent()) {
                Found found = new Found(tile.get(), true, look.clientSeconds());
                hot.put(requestLine, new Hot(found, entry, catalog));
                return found;
            }
        }
        DrawingKey drawing = new DrawingKey(key, look.version());
        Metatile shared = brief.getIfPresent(drawing);
        return shared != null
                ? new Found(shared.tiles().get(index), true, look.clientSeconds())
                : new Found(drawn(drawing, look, draw).tiles().get(index), false, look.clientSeconds());
    }

    private boolean valid(Entry entry) {
        return !entry.fallen() && feed.listening() && entry.inTime() && entry.rastersHold();
    }

    private Optional<Tile> read(Entry entry, int index) {
        try {
            Tile tile = entry.file().tile(index);
            entry.use();
            return Optional.of(tile);
        } catch (IOException gone) {
            drop(entry); // fell, or was removed by somebody: it is drawn anew
            return Optional.empty();
        }
    }

    private Metatile drawn(DrawingKey key, Look look, Supplier<Metatile> draw) {
        Drawing mine = new Drawing(look);
        Drawing other = drawings.putIfAbsent(key, mine);
        if (other != null) {
            try {
                return other.result.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
        try {
            Optional<Metatile> meanwhile = kept(key);
            if (meanwhile.isPresent()) {
                mine.result.complete(meanwhile.get());
                return meanwhile.get();
            }
            long oldestOpen = look.keepable() ? oldestOpen() : 0;
            List<Entry.FileStamp> rasters =
                    look.files().stream().map(Entry.FileStamp::of).toList();
            Metatile metatile = draw.get();
            if (look.keepable()) {
                keep(key, mine, metatile, oldestOpen, rasters);
            } else {
                brief.put(key, metatile);
            }
            mine.result.complete(metatile);
            return metatile;
        } catch (RuntimeException | Error failed) {
            mine.result.completeExceptionally(failed);
            throw failed;
        } finally {
            drawings.remove(key, mine);
        }
    }

    /** What another request drew and kept between this one's look at the entries and its turn to draw. */
    private Optional<Metatile> kept(DrawingKey key) {
        Entry entry = entries.get(key.tiles());
        if (entry == null || entry.lookVersion() != key.lookVersion() || !valid(entry)) {
            return Optional.empty();
        }
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < entry.file().tiles().size(); i++) {
            Optional<Tile> tile = read(entry, i);
            if (tile.isEmpty()) {
                return Optional.empty();
            }
            tiles.add(tile.get());
        }
        return Optional.of(new Metatile(
                tiles, entry.file().header().reads(), entry.file().header().until()));
    }

    private long oldestOpen() {
        return database.client()
                .sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private void keep(
            DrawingKey key, Drawing drawing, Metatile metatile, long oldestOpen, List<Entry.FileStamp> rasters) {
        try {
            Optional<Entry> written =
                    disk.write(looks.stamp(), key.tiles(), key.lookVersion(), metatile, oldestOpen, rasters);
            if (written.isEmpty()) {
                return;
            }
            Entry entry = written.get();
            synchronized (lock) {
                boolean overtaken = drawing.heard.stream().anyMatch(change -> Entry.touches(change, metatile.reads()));
                if (overtaken || !entry.rastersHold()) {
                    entry.file().discard();
                    return;
                }
                entry.file().publish();
                Entry before = entries.put(key.tiles(), entry);
                if (before != null) {
                    disk.remove(before);
                }
                disk.added(entry);
                disk.tooMuch(entries.values()).forEach(this::drop);
            }
        } catch (IOException full) {
            LOG.warn("tiles cannot be kept: {}", full.getMessage());
        }
    }

    private void drop(Entry entry) {
        synchronized (lock) {
            entries.remove(entry.key(), entry);
            disk.remove(entry);
        }
    }

    private void changed(List<Change> changes) {
        synchronized (lock) {
            for (Entry entry : entries.values()) {
                List<Metatile.Read> reads = entry.file().header().reads();
                if (changes.stream().anyMatch(change -> Entry.touches(change, reads))) {
                    drop(entry);
                }
            }
            drawings.forEach((key, drawing) -> {
                drawing.heard.addAll(changes);
                if (changes.stream().anyMatch(change -> drawing.look.tables().contains(change.table()))) {
                    drawings.remove(key, drawing); // who asks from now on must not get what was read before
                }
            });
            if (heardWhileLoading != null) {
                heardWhileLoading.addAll(changes);
            }
        }
        brief.invalidateAll();
    }

    /** How many metatiles are kept. */
    public int size() {
        return entries.size();
    }

    /** How much room they take on disk, bytes. */
    public long sizeBytes() {
        return disk.sizeBytes();
    }

    /** Stops nothing that runs; what is on disk stays for the next run. */
    @Override
    public void close() {
        hot.invalidateAll();
    }
}

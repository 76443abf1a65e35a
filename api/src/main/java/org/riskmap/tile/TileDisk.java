package org.riskmap.tile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.riskmap.kernel.Envelope;
import org.riskmap.postgis.Change;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of metatiles: at most {@code quota} bytes; a file is there whole or not at all. */
final class TileDisk {

    private static final Logger LOG = LoggerFactory.getLogger(TileDisk.class);
    private static final String END = ".tiles";
    private static final double FILLED_AGAIN = 0.9;

    private final Path folder;
    private final long quotaBytes;
    private final String service;
    private final AtomicLong size = new AtomicLong();
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    TileDisk(Path folder, long quotaBytes, String service) {
        this.folder = folder;
        this.quotaBytes = quotaBytes;
        this.service = service;
    }

    /** A change that was committed by a transaction of this number. */
    record LateChange(long transaction, Change change) {}

    /** Writes a metatile where nobody looks yet; empty where it is larger than a tenth of the quota. */
    Optional<Entry> write(
            String stamp,
            MetatileKey key,
            long lookVersion,
            Metatile metatile,
            long oldestOpen,
            List<Entry.FileStamp> rasters)
            throws IOException {
        long bytes =
                metatile.tiles().stream().mapToLong(tile -> tile.bytes().length).sum();
        if (bytes > quotaBytes / 10) {
            return Optional.empty();
        }
        String contentType = metatile.tiles().get(0).contentType();
        MetatileFile.Header header = new MetatileFile.Header(
                service + stamp, key, oldestOpen, metatile.until(), contentType, metatile.reads(), rasters);
        String hash = hash(key);
        Path path = folder.resolve(hash.substring(0, 2))
                .resolve(hash + "-" + Long.toString(number.incrementAndGet(), Character.MAX_RADIX) + END);
        return Optional.of(new Entry(key, lookVersion, MetatileFile.write(path, header, metatile.tiles())));
    }

    private static String hash(MetatileKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(key.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void added(Entry entry) {
        size.addAndGet(entry.file().sizeBytes());
    }

    /** Takes away an entry that was added. */
    void remove(Entry entry) {
        if (!entry.fallen()) {
            entry.fall();
            size.addAndGet(-entry.file().sizeBytes());
            delete(entry);
        }
    }

    void delete(Entry entry) {
        delete(entry.file().path());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            LOG.warn("{} cannot be deleted: {}", file, undeletable.getMessage());
        }
    }

    long sizeBytes() {
        return size.get();
    }

    /** What must go, asked for longest ago first, so that a tenth of the quota is free; nothing while there is room. */
    List<Entry> tooMuch(Collection<Entry> entries) {
        long over = size.get() - quotaBytes;
        if (over <= 0) {
            return List.of();
        }
        over += (long) ((1 - FILLED_AGAIN) * quotaBytes);
        List<Entry> oldest = new ArrayList<>(entries);
        oldest.sort(Comparator.comparingLong(Entry::usedAtNanos));
        List<Entry> going = new ArrayList<>();
        for (Entry entry : oldest) {
            if (over <= 0) {
                break;
            }
            over -= entry.file().sizeBytes();
            going.add(entry);
        }
        return going;
    }

    /** The files that were drawn with the same service, database and directory; all others are deleted. */
    List<Entry> read(String stamp) {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", folder, unreadable.getMessage());
            return entries;
        }
        for (Path path : files) {
            try {
                MetatileFile file = MetatileFile.read(path, service + stamp);
                entries.add(new Entry(file.header().key(), 0, file));
            } catch (IOException | RuntimeException unusable) {
                LOG.debug("{} is not taken over: {}", path, unusable.getMessage());
                delete(path);
            }
        }
        return entries;
    }

    /** What transactions changed that may not have been seen when these were drawn. */
    List<LateChange> changesSince(Database database, List<Entry> entries) {
        long oldest = entries.stream()
                .mapToLong(entry -> entry.file().header().oldestOpen())
                .min()
                .orElse(Long.MAX_VALUE);
        return database.client()
                .sql("""
                select seq, txid::text::bigint, table_name,
                       st_xmin(envelope), st_ymin(envelope), st_xmax(envelope), st_ymax(envelope)
                from risk.change
                where txid >= cast(cast(? as text) as xid8)
                """)
                .param(Long.toString(oldest))
                .query((row, line) -> {
                    double minX = row.getDouble(4);
                    Envelope envelope = row.wasNull()
                            ? null
                            : new Envelope(minX, row.getDouble(5), row.getDouble(6), row.getDouble(7));
                    return new LateChange(row.getLong(2), new Change(row.getLong(1), row.getString(3), envelope));
                })
                .list();
    }
}

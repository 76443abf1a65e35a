package org.riskmap.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.riskmap.kernel.Envelope;
import org.riskmap.postgis.Change;

/** A metatile on disk. */
final class Entry {

    private final MetatileKey key;
    private final long lookVersion;
    private final MetatileFile file;
    private final long untilMillis;
    private volatile long usedAtNanos = System.nanoTime();
    private volatile boolean fallen;

    Entry(MetatileKey key, long lookVersion, MetatileFile file) {
        this.key = key;
        this.lookVersion = lookVersion;
        this.file = file;
        Instant until = file.header().until();
        this.untilMillis = until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
    }

    /**
     * A raster as it was when it was drawn.
     *
     * @param state size and time
     */
    record FileStamp(Path path, String state) {

        static FileStamp of(Path path) {
            try {
                return new FileStamp(path, Files.size(path) + " " + Files.getLastModifiedTime(path));
            } catch (IOException missing) {
                return new FileStamp(path, "missing");
            }
        }

        boolean holds() {
            return of(path).state().equals(state);
        }
    }

    MetatileKey key() {
        return key;
    }

    long lookVersion() {
        return lookVersion;
    }

    MetatileFile file() {
        return file;
    }

    long usedAtNanos() {
        return usedAtNanos;
    }

    void use() {
        usedAtNanos = System.nanoTime();
    }

    boolean fallen() {
        return fallen;
    }

    void fall() {
        fallen = true;
    }

    /** Whether no row began or ceased to hold since it was drawn. */
    boolean inTime() {
        return untilMillis == Long.MAX_VALUE || System.currentTimeMillis() < untilMillis;
    }

    boolean rastersHold() {
        List<FileStamp> rasters = file.header().rasters();
        return rasters.isEmpty() || rasters.stream().allMatch(FileStamp::holds);
    }

    /** Whether a change may have altered the picture. */
    static boolean touches(Change change, List<Metatile.Read> reads) {
        for (Metatile.Read read : reads) {
            if (read.table().equals(change.table()) && meet(read.envelope(), change.envelope())) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(
            @org.jspecify.annotations.Nullable Envelope read, @org.jspecify.annotations.Nullable Envelope changed) {
        return read == null || changed == null || read.intersects(changed);
    }
}

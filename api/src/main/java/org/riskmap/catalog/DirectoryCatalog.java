package org.riskmap.catalog;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog of a directory, read anew when a file of it changes: the directory is looked at every two seconds, and read
 * once it has stayed the same between two looks, so that a half-written file is not taken.
 */
final class DirectoryCatalog implements CatalogSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCatalog.class);
    private static final int LOOK_EVERY_MS = 2000;
    private static final int DEEPEST = 6;

    private final Path root;
    private final Databases databases;
    private final Parameters parameters;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "catalog-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Catalog current;
    private Set<Path> rasters;
    private Tables tables;
    private String readState;
    private String lastState;
    private long sequence;

    /** Reads the directory before it returns. */
    DirectoryCatalog(Path root, Databases databases, Parameters parameters) {
        this.root = root;
        this.databases = databases;
        this.parameters = parameters;
        this.rasters = Set.of();
        this.sequence = next(0);
        DirectoryReader.Reading first = DirectoryReader.read(root, databases, parameters, sequence);
        this.rasters = first.rasters();
        this.tables = first.tables();
        this.current = first.catalog();
        this.readState = state();
        this.lastState = readState;
        tell(current);
    }

    @Override
    public Catalog current() {
        return current;
    }

    /** Begins to look for changes. */
    void start() {
        watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            refresh();
        } catch (RuntimeException unforeseen) {
            LOG.error("the data directory could not be read; the catalog stays as it was", unforeseen);
        }
    }

    /**
     * Reads the directory again if it changed since it was read, and has not since the last look; also if one of its tables
     * came or went.
     */
    synchronized void refresh() {
        String state = state();
        boolean settled = state.equals(lastState);
        lastState = state;
        if (!settled || state.equals(readState) && !tables.changed()) {
            return;
        }
        sequence = next(sequence);
        DirectoryReader.Reading reading = DirectoryReader.read(root, databases, parameters, sequence);
        rasters = reading.rasters();
        tables = reading.tables();
        readState = state();
        lastState = readState;
        current = reading.catalog();
        tell(current);
    }

    /** Grows with every reading, also across starts of the service: the second, or one more where that one was taken. */
    private static long next(long before) {
        return Math.max(before + 1, Instant.now().getEpochSecond());
    }

    private static void tell(Catalog catalog) {
        LOG.info(
                "catalog {}: {} layers, {} groups, {} styles, {} defects",
                catalog.sequence(),
                catalog.layers().size(),
                catalog.groups().size(),
                catalog.styles().size(),
                catalog.defects().size());
        catalog.defects().forEach(defect -> LOG.warn("{}", defect));
    }

    /** Name, size and time of every file that the catalog depends on. */
    private String state() {
        List<String> files = new ArrayList<>();
        for (String part : List.of("workspaces", "styles", "layergroups", "global.xml", "wms.xml", "wfs.xml")) {
            add(files, root.resolve(part));
        }
        rasters.forEach(raster -> add(files, raster));
        Collections.sort(files);
        return String.join("\n", files);
    }

    private static void add(List<String> files, Path start) {
        if (!Files.exists(start)) {
            return;
        }
        try (Stream<Path> found = Files.walk(start, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
            }
        } catch (IOException | java.io.UncheckedIOException changing) {
            files.add(start + " " + System.nanoTime()); // it changes while it is looked at: never settled
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        databases.close();
    }
}

package org.riskmap.ogc.wfs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;

/** A folder of the system's for temporary files where one answer is put together; {@link #close} removes it. */
final class WorkFolder implements AutoCloseable {

    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("riskmap-wfs-"));
        } catch (IOException full) {
            throw failed(full);
        }
    }

    /** A failure of our own disk, which is not the client's connection. */
    static IllegalStateException failed(IOException failed) {
        return new IllegalStateException("the answer's file could not be written", failed);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    ZipOutputStream zip(String name) {
        try {
            return new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path(name)), 1 << 16));
        } catch (IOException full) {
            throw failed(full);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException("cannot remove " + folder, left);
        }
    }
}

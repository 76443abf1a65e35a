package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.riskmap.kernel.InvalidInput;

/**
 * The files of a load.
 *
 * @param source what its rows carry: the name of the folder or of the file
 * @param folder where files that are joined are looked for
 * @param files that are to be loaded or accounted for, by name
 */
record LoadFolder(String source, Path folder, List<Path> files) {

    /** A folder's own profile. */
    static final String PROFILE = "riskmap.yaml";

    private static final String DEMO = "demo";

    /** @throws InvalidInput where there is no such file or folder, or it cannot be read */
    static LoadFolder of(Path path) {
        Path real = path.toAbsolutePath().normalize();
        if (!Files.exists(real)) {
            throw new InvalidInput(path.toString(), "there is no such file or folder", "check the path");
        }
        if (!Files.isReadable(real)) {
            throw new InvalidInput(path.toString(), "it cannot be read", "check its permissions");
        }
        String source = real.getFileName() == null ? "data" : real.getFileName().toString();
        if (source.equals(DEMO)) {
            throw new InvalidInput(
                    path.toString(),
                    "'" + DEMO + "' is the name of the fictional county's rows",
                    "give it another name");
        }
        if (isDataset(real)) {
            return new LoadFolder(source, real.getParent(), List.of(real));
        }
        try (Stream<Path> entries = Files.list(real)) {
            List<Path> files = entries.filter(
                            entry -> !entry.getFileName().toString().equals(PROFILE))
                    .sorted()
                    .toList();
            return new LoadFolder(source, real, files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether GDAL takes it as one: a file, or the folder of a File Geodatabase. */
    static boolean isDataset(Path entry) {
        return Files.isRegularFile(entry)
                || entry.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gdb");
    }

    boolean carriesProfile() {
        return Files.exists(folder.resolve(PROFILE));
    }
}

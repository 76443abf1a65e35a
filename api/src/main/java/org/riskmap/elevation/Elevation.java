package org.riskmap.elevation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The model of heights that lies in the raster folder, read again when its file changes. Safe for many threads. */
public final class Elevation {

    /** Name of the file in the raster folder. */
    public static final String FILE = "dem.tif";

    private final Path file;
    private @Nullable DemHeights open;
    private String stamp = "";

    /** @param rasterFolder that holds {@value #FILE}, or will */
    public Elevation(Path rasterFolder) {
        this.file = rasterFolder.resolve(FILE);
    }

    /**
     * The newest heights; null where there is no file.
     *
     * @throws org.riskmap.raster.RasterUnreadable where there is one that is not a GeoTIFF of heights
     */
    public synchronized @Nullable Heights newest() {
        String now = stampOfFile();
        if (!now.equals(stamp)) {
            open = now.isEmpty() ? null : DemHeights.read(file);
            stamp = now;
        }
        return open;
    }

    /** Size and time of the file's last change; empty where there is none. */
    private String stampOfFile() {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the elevation model cannot be read: " + file, unreadable);
        }
    }
}

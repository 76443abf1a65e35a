package org.riskmap.raster;

import java.nio.file.Path;

/** A file that should be a GeoTIFF and cannot be read as one; it names the file, what is wrong and the remedy. */
public final class RasterUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RasterUnreadable(Path file, String problem, String remedy) {
        super(file + ": " + problem + "; " + remedy);
    }

    RasterUnreadable(Path file, Throwable cause) {
        super(
                file + ": it cannot be read as a TIFF (" + cause.getMessage()
                        + "); write it anew: gdal_translate -co COMPRESS=DEFLATE -co TILED=YES",
                cause);
    }
}

package org.riskmap.demo;

import java.nio.file.Path;
import java.util.Map;

/** Where the demo's DEM and hillshade go: {@code RISKMAP_RASTER_DIR}, else {@code raster} in {@code RISKMAP_VAR}. */
final class RasterFolder {

    private RasterFolder() {}

    static Path from(Map<String, String> environment) {
        String folder = environment.getOrDefault("RISKMAP_RASTER_DIR", "");
        if (!folder.isEmpty()) {
            return Path.of(folder);
        }
        String var = environment.getOrDefault("RISKMAP_VAR", "");
        return Path.of(var.isEmpty() ? "var" : var, "raster");
    }
}

package org.riskmap.catalog;

import java.nio.file.Path;
import java.util.Map;
import org.riskmap.postgis.Database;

/** A data directory read for a test. */
public final class CatalogOf {

    private CatalogOf() {}

    /** The directory's catalog over a database, rasters found in a folder. */
    public static Catalog directory(Path directory, Database database, Path rasters) {
        return DirectoryReader.read(directory, new Databases(database), parameters(database, rasters), 1)
                .catalog();
    }

    static Parameters parameters(Database database, Path rasters) {
        return new Parameters(Map.of(
                "RISKMAP_DB_HOST", database.settings().host(),
                "RISKMAP_DB_PORT", Integer.toString(database.settings().port()),
                "RISKMAP_DB_NAME", database.settings().name(),
                "RISKMAP_DB_USER", database.settings().user(),
                "RISKMAP_DB_PASSWORD", database.settings().password(),
                "RISKMAP_RASTER_DIR", rasters.toString()));
    }
}

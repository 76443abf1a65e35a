package org.riskmap.ogc.wms;

import java.nio.file.Path;
import java.time.Duration;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.Memories;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.OgcService;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.postgis.Database;

/** The map service and its painter for tests of services that use it. */
public final class PaintedToys {

    private static final WmsLimits LIMITS = new WmsLimits(2000, 4, Duration.ofSeconds(30), 2, Duration.ofSeconds(10));

    private final WmsService service;
    private final LayerBoxes boxes;

    public PaintedToys(Database database, CatalogSource catalogs) {
        FeatureReader features = new FeatureReader();
        RasterFiles rasters = new RasterFiles();
        this.boxes = new LayerBoxes(features, rasters);
        this.service = new WmsService(catalogs, features, Memories.none(database, features), rasters, boxes, LIMITS);
    }

    public OgcService service() {
        return service;
    }

    public MapPainter painter() {
        return service.tileMaps();
    }

    public LayerBoxes boxes() {
        return boxes;
    }

    /** The project's own data directory. */
    public static Path directory() {
        return Path.of("../geoserver-data");
    }
}

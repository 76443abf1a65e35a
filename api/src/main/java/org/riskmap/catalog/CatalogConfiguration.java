package org.riskmap.catalog;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory that the environment names, with the service's own database behind its parameters. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    DirectoryCatalog catalogSource(
            Database database,
            @Value("${riskmap.geoserver-data-dir:geoserver-data}") Path directory,
            @Value("${riskmap.raster-dir:var/raster}") Path rasters) {
        return new DirectoryCatalog(
                directory, new Databases(database), new Parameters(values(database.settings(), rasters)));
    }

    private static Map<String, String> values(DatabaseSettings settings, Path rasters) {
        Map<String, String> values = new HashMap<>(System.getenv());
        values.put("RISKMAP_DB_HOST", settings.host());
        values.put("RISKMAP_DB_PORT", Integer.toString(settings.port()));
        values.put("RISKMAP_DB_NAME", settings.name());
        values.put("RISKMAP_DB_USER", settings.user());
        values.put("RISKMAP_DB_PASSWORD", settings.password());
        values.put("RISKMAP_RASTER_DIR", rasters.toAbsolutePath().normalize().toString());
        return values;
    }

    @Bean("catalogHealthIndicator") // is listed as catalog
    CatalogHealth catalogHealth(CatalogSource catalog) {
        return new CatalogHealth(catalog);
    }
}

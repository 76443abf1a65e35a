package org.riskmap.elevation;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElevationConfiguration {

    /** The raster folder is {@code RISKMAP_RASTER_DIR}, else {@code raster} in {@code RISKMAP_VAR}. */
    @Bean
    Elevation elevation(@Value("${RISKMAP_RASTER_DIR:${RISKMAP_VAR:var}/raster}") Path rasterFolder) {
        return new Elevation(rasterFolder);
    }
}

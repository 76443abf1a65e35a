package org.riskmap.elevation;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElevationConfiguration {

    @Bean
    Elevation elevation(@Value("${riskmap.raster-dir}") Path rasterFolder) {
        return new Elevation(rasterFolder);
    }
}

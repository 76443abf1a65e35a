package org.riskmap.demo;

import java.nio.file.Path;
import org.riskmap.postgis.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fills an untouched database while the service starts, before it answers, where {@code RISKMAP_DEMO} is true. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("riskmap.demo.load-when-empty")
class DemoConfiguration {

    @Bean(initMethod = "load")
    FirstLoad firstLoad(Database database, @Value("${riskmap.raster-dir}") Path rasterFolder) {
        return new FirstLoad(database, rasterFolder);
    }
}

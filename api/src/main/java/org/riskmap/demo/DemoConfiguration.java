package org.riskmap.demo;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Fills an untouched database while the service starts, before it answers, where {@code RISKMAP_DEMO} is true. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    static FirstLoad firstLoad(Environment environment) {
        return new FirstLoad(
                environment.getProperty("riskmap.demo.load-when-empty", Boolean.class, false),
                Path.of(environment.getRequiredProperty("riskmap.raster-dir")));
    }
}

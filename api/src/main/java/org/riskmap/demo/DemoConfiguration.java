package org.riskmap.demo;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Fills an untouched database while the service starts, before it answers, where {@code RISKMAP_DEMO} is true. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("riskmap.demo.load-when-empty")
class DemoConfiguration {

    @Bean
    static FirstLoad firstLoad(Environment environment) {
        return new FirstLoad(Path.of(environment.getRequiredProperty("riskmap.raster-dir")));
    }
}

package org.riskmap.memory;

import org.riskmap.layer.FeatureReader;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemoryLimits.class)
class MemoryConfiguration {

    @Bean(destroyMethod = "close")
    LayerMemory layerMemory(Database database, ChangeFeed feed, FeatureReader reader, MemoryLimits limits) {
        return new LayerMemory(database, feed, reader, limits);
    }

    @Bean
    KeptCounts keptCounts(Database database, ChangeFeed feed, FeatureReader reader) {
        return new KeptCounts(database, feed, reader);
    }
}

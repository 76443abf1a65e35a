package org.riskmap.ogc.wms;

import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.LayerMemory;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.RasterFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The map service, where this process is the publisher. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WmsLimits.class)
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
class WmsConfiguration {

    @Bean
    WmsService wmsService(
            CatalogSource catalogs,
            FeatureReader features,
            LayerMemory memory,
            RasterFiles rasters,
            LayerBoxes boxes,
            WmsLimits limits) {
        return new WmsService(catalogs, features, memory, rasters, boxes, limits);
    }

    @Bean
    MapPainter mapPainter(WmsService service) {
        return service.tileMaps();
    }
}

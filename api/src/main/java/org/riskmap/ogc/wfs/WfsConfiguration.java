package org.riskmap.ogc.wfs;

import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.FeatureWriter;
import org.riskmap.ogc.LayerBoxes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature service, unless a real GeoServer answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WfsSettings.class)
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
class WfsConfiguration {

    @Bean
    WfsService wfsService(
            CatalogSource catalog,
            FeatureReader reader,
            FeatureCounts counts,
            FeatureWriter writer,
            LayerBoxes boxes,
            WfsSettings settings) {
        return new WfsService(catalog, reader, counts, writer, boxes, settings);
    }
}

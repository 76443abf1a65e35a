package org.riskmap.ogc.wmts;

import java.util.List;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.OgcService;
import org.riskmap.operation.PublicUrl;
import org.riskmap.tile.Looks;
import org.riskmap.tile.TileCache;
import org.riskmap.tile.TileLayers;
import org.riskmap.tile.TrackedTables;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tile services, where this process is the publisher. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
class WmtsConfiguration {

    @Bean
    Tiles tiles(TileCache cache, Looks looks, TrackedTables tracked, MapPainter painter, FeatureReader features) {
        return new Tiles(cache, looks, tracked, painter, new MetatileDrawing(painter, features));
    }

    @Bean
    TiledWms tiledWms(CatalogSource catalogs, TileLayers layers, Tiles tiles) {
        return new TiledWms(catalogs, layers, tiles);
    }

    @Bean
    GwcServlet gwcServlet(
            CatalogSource catalogs,
            TileLayers layers,
            Tiles tiles,
            TiledWms tiledWms,
            List<OgcService> services,
            LayerBoxes boxes,
            PublicUrl publicUrl) {
        OgcService wms = services.stream()
                .filter(service -> service.name().equals("WMS"))
                .findFirst()
                .orElseThrow();
        return new GwcServlet(catalogs, layers, tiles, tiledWms, wms, boxes, publicUrl);
    }

    @Bean
    ServletRegistrationBean<GwcServlet> gwcServletRegistration(GwcServlet servlet) {
        ServletRegistrationBean<GwcServlet> registration = new ServletRegistrationBean<>(servlet);
        registration.setUrlMappings(GwcServlet.mappings());
        return registration;
    }
}

package org.riskmap.operation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The beans that other packages and every request use. */
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

    private static final long BYTES_PER_MB = 1024L * 1024;

    @Bean
    ServiceSettings serviceSettings(Environment environment) {
        return ServiceSettings.from(environment);
    }

    @Bean("diskHealthIndicator") // is listed as disk
    DiskHealth diskHealth(ServiceSettings settings) {
        return new DiskHealth(settings.var());
    }

    @Bean
    PublicUrl publicUrl(ServiceSettings settings) {
        return new PublicUrl(settings.publicUrl());
    }

    @Bean
    FilterRegistrationBean<RequestLimit> requestLimit(ServiceSettings settings) {
        FilterRegistrationBean<RequestLimit> filter =
                new FilterRegistrationBean<>(new RequestLimit(settings.requestLimitMb() * BYTES_PER_MB));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** After Spring Security's chain, which decides first who may ask. */
    @Bean
    @ConditionalOnProperty(name = "riskmap.publisher", havingValue = "geoserver")
    FilterRegistrationBean<GeoServerPassThrough> geoServerPassThrough(ServiceSettings settings, PublicUrl publicUrl) {
        FilterRegistrationBean<GeoServerPassThrough> filter = new FilterRegistrationBean<>(
                new GeoServerPassThrough(settings.geoserverUrl().orElseThrow(), publicUrl));
        filter.addUrlPatterns("/geoserver/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}

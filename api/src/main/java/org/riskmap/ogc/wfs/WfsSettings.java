package org.riskmap.ogc.wfs;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code riskmap.wfs.*}: limits of one request.
 *
 * @param maxFeatures most features that an answer holds
 * @param timeoutS seconds after which the database gives up
 * @param maxQueries most queries in one GetFeature
 */
@Validated
@ConfigurationProperties("riskmap.wfs")
record WfsSettings(
        @Min(1) @DefaultValue("1000000") long maxFeatures,
        @Min(1) @DefaultValue("300") int timeoutS,
        @Min(1) @DefaultValue("50") int maxQueries) {}

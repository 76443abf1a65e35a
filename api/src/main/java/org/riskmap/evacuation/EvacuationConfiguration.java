package org.riskmap.evacuation;

import org.riskmap.network.Network;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvacuationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EvacuationConfiguration.class);

    @Bean
    EvacuationCoverage evacuationCoverage(Network network, Database database) {
        EvacuationCoverage coverage = new EvacuationCoverage(network, database);
        network.prepareWith(coverage::prepare); // before the roads are first read
        return coverage;
    }

    @Bean
    ShelterSiting shelterSiting(EvacuationCoverage coverage) {
        return new ShelterSiting(coverage);
    }

    @Bean
    ResponseCircles responseCircles(EvacuationCoverage coverage) {
        return new ResponseCircles(coverage);
    }

    @Bean
    EvacuationRoutes evacuationRoutes(EvacuationCoverage coverage) {
        return new EvacuationRoutes(coverage);
    }

    /** Unpacks the solver's native library while nobody waits. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> solverWarmUp(EvacuationCoverage coverage) {
        return ready -> {
            Thread warmUp = new Thread(
                    () -> {
                        try {
                            coverage.warmUp();
                        } catch (RuntimeException | LinkageError failed) {
                            LOG.error("the solver could not be loaded; evacuation-coverage will not work", failed);
                        }
                    },
                    "solver-warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
        };
    }
}

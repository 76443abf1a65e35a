package org.riskmap.network;

import org.riskmap.elevation.Elevation;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    @Bean(destroyMethod = "close")
    Network network(Database database, Elevation elevation) {
        return new Network(database, elevation::newest);
    }

    /** The roads are read once the service answers, so that its start does not share the processor with them. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> roadsWhenReady(Network network, ChangeFeed feed) {
        return ready -> network.follow(feed);
    }

    @Bean
    ClosuresInForce closuresInForce(Database database) {
        return new ClosuresInForce(database);
    }
}

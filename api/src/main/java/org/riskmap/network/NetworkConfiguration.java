package org.riskmap.network;

import org.riskmap.elevation.Elevation;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    @Bean(destroyMethod = "close")
    Network network(Database database, Elevation elevation, ChangeFeed feed) {
        Network network = new Network(database, elevation::newest);
        network.follow(feed);
        return network;
    }

    @Bean
    ClosuresInForce closuresInForce(Database database) {
        return new ClosuresInForce(database);
    }
}

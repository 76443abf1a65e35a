package org.riskmap.result;

import org.riskmap.postgis.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResultConfiguration {

    @Bean
    Runs runs(Database database) {
        return new Runs(database);
    }
}

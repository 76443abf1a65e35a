package org.riskmap.result;

import org.riskmap.postgis.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResultConfiguration {

    @Bean
    Runs runs(Database database) {
        return new Runs(database);
    }

    @Bean
    ExpiringRuns expiringRuns(Database database) {
        return new ExpiringRuns(database);
    }

    @Bean
    RunPolicy runPolicy(
            @Value("${riskmap.runs.keep-days:30}") int keepDays,
            @Value("${riskmap.runs.keep-count:2000}") int keepCount) {
        return new RunPolicy(keepDays, keepCount);
    }
}

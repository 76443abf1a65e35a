package org.riskmap.postgis;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's own database: opened from the environment, brought to the newest schema before anybody uses it. */
@Configuration(proxyBeanMethods = false)
class PostgisConfiguration {

    private static final int CONNECTIONS = 16;

    @Bean(destroyMethod = "close")
    Database database() {
        Database database = Database.open(DatabaseSettings.fromEnvironment(System.getenv()), CONNECTIONS);
        database.migrate();
        return database;
    }

    @Bean
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ChangeFeed changeFeed(Database database) {
        return new ChangeFeed(database);
    }
}

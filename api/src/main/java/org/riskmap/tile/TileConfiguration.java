package org.riskmap.tile;

import java.io.File;
import java.nio.file.Path;
import java.util.UUID;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** Tiles in the state folder, for the directory that the environment names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TileSettings.class)
class TileConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TileConfiguration.class);

    @Bean
    TileLayers tileLayers(
            @Value("${riskmap.geoserver-data-dir:geoserver-data}") Path directory, TileSettings settings) {
        return new TileLayers(directory, settings);
    }

    @Bean
    TrackedTables trackedTables(Database database) {
        return new TrackedTables(database);
    }

    /** After the catalog, so that the directory's state is not older than what was read of it. */
    @Bean
    Looks looks(CatalogSource catalog, @Value("${riskmap.geoserver-data-dir:geoserver-data}") Path directory) {
        return new Looks(() -> DirectoryStamp.of(directory));
    }

    @Bean
    TileCache tileCache(
            @Value("${riskmap.var:var}") Path var,
            TileSettings settings,
            Database database,
            ChangeFeed feed,
            Looks looks) {
        TileCache cache =
                new TileCache(var.resolve("tiles"), settings, database, feed, looks, build() + database(database));
        Thread load = new Thread(cache::load, "tile-cache-load");
        load.setDaemon(true);
        load.start();
        return cache;
    }

    /** The jar that runs; classes that lie in folders change without notice, so nothing is kept over their restart. */
    private static String build() {
        File source = new ApplicationHome(TileConfiguration.class).getSource();
        return source != null && source.isFile()
                ? source.length() + "/" + source.lastModified() + "/"
                : UUID.randomUUID() + "/";
    }

    /** This database and its tables, not a restored or another one of the same name. */
    private static String database(Database database) {
        try {
            return database.client().sql("""
                    select (select system_identifier from pg_control_system()) || '/' ||
                           (select oid from pg_database where datname = current_database()) || '/' ||
                           (select md5(string_agg(relname || ':' || oid, ',' order by relname))
                            from pg_class where relnamespace = 'risk'::regnamespace and relkind = 'r') || '/'
                    """).query(String.class).single();
        } catch (DataAccessException refused) {
            LOG.info(
                    "the database does not say which it is; tiles are not kept over a restart: {}",
                    refused.getMessage());
            return UUID.randomUUID() + "/";
        }
    }
}

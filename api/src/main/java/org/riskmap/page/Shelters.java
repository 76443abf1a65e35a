package org.riskmap.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens and closes shelters. */
@Component
class Shelters {

    private static final Logger LOG = LoggerFactory.getLogger(Shelters.class);
    private static final String SET = """
            update risk.shelter
            set status = :status
            where id = :id
            returning id, name, status, capacity
            """;

    private final Database database;

    /** A shelter as the page shows it; capacity in persons. */
    record Shelter(String id, @Nullable String name, String status, int capacity) {}

    Shelters(Database database) {
        this.database = database;
    }

    /** The shelter as it is now; empty where there is none with this id. */
    Optional<Shelter> set(String id, ShelterChange change) {
        Optional<Shelter> changed = database.client()
                .sql(SET)
                .param("status", change.status())
                .param("id", id)
                .query((row, number) ->
                        new Shelter(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .optional();
        changed.ifPresent(shelter -> LOG.info("shelter {} is now {}", shelter.id, shelter.status));
        return changed;
    }
}

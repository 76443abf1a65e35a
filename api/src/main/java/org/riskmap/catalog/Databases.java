package org.riskmap.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;

/** Open databases by connection: the service's own, and those that the directory names besides, each opened once. */
final class Databases implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final Database own;
    private final Map<DatabaseSettings, Database> others = new HashMap<>();

    Databases(Database own) {
        this.own = own;
    }

    synchronized Database of(DatabaseSettings settings) {
        return settings.equals(own.settings())
                ? own
                : others.computeIfAbsent(settings, each -> Database.open(each, CONNECTIONS));
    }

    /** Closes what the newest catalog does not use; requests still running on it fail. */
    synchronized void keepOnly(Set<Database> used) {
        Map<DatabaseSettings, Database> unused = new HashMap<>(others);
        unused.values().removeAll(new HashSet<>(used));
        unused.forEach((settings, database) -> {
            others.remove(settings);
            database.close();
        });
    }

    @Override
    public synchronized void close() {
        others.values().forEach(Database::close);
        others.clear();
    }
}

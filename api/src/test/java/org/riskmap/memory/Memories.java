package org.riskmap.memory;

import org.riskmap.layer.FeatureReader;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;

/** Memories of layers for tests of what draws them. */
public final class Memories {

    private Memories() {}

    /** Remembers nothing: everything is read from the database. */
    public static LayerMemory none(Database database, FeatureReader reader) {
        return new LayerMemory(database, new ChangeFeed(database), reader, new MemoryLimits(0));
    }

    /** Remembers what fits into 50 MB. */
    public static LayerMemory some(Database database, FeatureReader reader, ChangeFeed feed) {
        return new LayerMemory(database, feed, reader, new MemoryLimits(50));
    }
}

package org.riskmap.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.filter.Filter;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.postgis.Change;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;

/**
 * Keeps the number of features of whole layers until a change of their table is noted, so that neither every page of a layer
 * nor every download counts it again before its first byte. Other queries are counted each time.
 */
public final class KeptCounts implements FeatureCounts {

    private final Database database;
    private final ChangeFeed feed;
    private final FeatureReader reader;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();

    /** @param changes of the table that were heard of when counting began */
    private record Kept(FeatureLayer layer, long changes, long count) {}

    public KeptCounts(Database database, ChangeFeed feed, FeatureReader reader) {
        this.database = database;
        this.feed = feed;
        this.reader = reader;
        feed.listen(this::heard);
    }

    @Override
    public long of(FeatureLayer layer, FeatureQuery query) {
        if (query.filter() != Filter.INCLUDE
                || query.bounds() != null
                || layer.store().database() != database) {
            return reader.count(layer, query);
        }
        feed.catchUp();
        long heard = changes.getOrDefault(layer.table(), 0L);
        Kept known = kept.get(layer.qualifiedName());
        if (known != null && known.layer() == layer && known.changes() == heard) {
            return known.count();
        }
        long count = reader.count(layer, query);
        if (NotedTables.hold(database, layer)) {
            kept.put(layer.qualifiedName(), new Kept(layer, heard, count));
        }
        return count;
    }

    private void heard(List<Change> told) {
        told.forEach(change -> changes.merge(change.table(), 1L, Long::sum));
    }
}

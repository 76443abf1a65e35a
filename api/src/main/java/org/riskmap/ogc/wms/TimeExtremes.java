package org.riskmap.ogc.wms;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.SortKey;

/** The first and the last moment in a layer's time column. */
final class TimeExtremes {

    private TimeExtremes() {}

    static Optional<TimeSelection.Extremes> of(FeatureReader reader, FeatureLayer layer) {
        Optional<Instant> first = moment(reader, layer, true);
        Optional<Instant> last = moment(reader, layer, false);
        return first.flatMap(from -> last.map(to -> new TimeSelection.Extremes(from, to)));
    }

    private static Optional<Instant> moment(FeatureReader reader, FeatureLayer layer, boolean ascending) {
        String column = layer.time().attribute();
        FeatureQuery query = FeatureQuery.all()
                .withFilter(Filters.ecql("TIME", '"' + column + "\" IS NOT NULL"))
                .withProperties(List.of(column))
                .withSort(List.of(new SortKey(column, ascending)))
                .withPage(0, 1L);
        try (FeatureCursor cursor = reader.read(layer, query)) {
            return cursor.next() && cursor.feature().properties().get(column) instanceof OffsetDateTime moment
                    ? Optional.of(moment.toInstant())
                    : Optional.empty();
        }
    }
}

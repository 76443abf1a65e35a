package org.riskmap.ogc.wms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.SortKey;

/** What the time columns of layers hold. */
record TimedRows(FeatureReader reader) {

    /** The first and the last moment in a layer's time column. */
    record Extremes(Instant first, Instant last) {}

    /** Empty where the column holds no moment. */
    Optional<Extremes> extremes(FeatureLayer layer) {
        Optional<Instant> first = moments(layer, true, 1).stream().findFirst();
        Optional<Instant> last = moments(layer, false, 1).stream().findFirst();
        return first.flatMap(from -> last.map(to -> new Extremes(from, to)));
    }

    /** Whether a row passes a filter. */
    boolean any(FeatureLayer layer, Filter filter) {
        FeatureQuery query =
                FeatureQuery.all().withFilter(filter).withProperties(List.of()).withPage(0, 1L);
        try (FeatureCursor cursor = reader.read(layer, query)) {
            return cursor.next();
        }
    }

    /** The different moments of a layer, ascending; nothing where there are more than the most. */
    Optional<List<Instant>> list(FeatureLayer layer, int most, long mostRows) {
        List<Instant> moments = new ArrayList<>();
        FeatureQuery query = query(layer, true).withPage(0, mostRows + 1);
        long rows = 0;
        try (FeatureCursor cursor = reader.read(layer, query)) {
            while (cursor.next()) {
                Instant moment = moment(cursor, layer);
                if (moment != null
                        && (moments.isEmpty()
                                || !moments.get(moments.size() - 1).equals(moment))) {
                    moments.add(moment);
                }
                if (++rows > mostRows || moments.size() > most) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(moments);
    }

    private List<Instant> moments(FeatureLayer layer, boolean ascending, long most) {
        List<Instant> moments = new ArrayList<>();
        try (FeatureCursor cursor = reader.read(layer, query(layer, ascending).withPage(0, most))) {
            while (cursor.next()) {
                Instant moment = moment(cursor, layer);
                if (moment != null) {
                    moments.add(moment);
                }
            }
        }
        return moments;
    }

    private static FeatureQuery query(FeatureLayer layer, boolean ascending) {
        String column = layer.time().attribute();
        return FeatureQuery.all()
                .withFilter(Filters.ecql("TIME", '"' + column + "\" IS NOT NULL"))
                .withProperties(List.of(column))
                .withSort(List.of(new SortKey(column, ascending)));
    }

    private static @Nullable Instant moment(FeatureCursor cursor, FeatureLayer layer) {
        Object value = cursor.feature().properties().get(layer.time().attribute());
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant() : null;
    }
}

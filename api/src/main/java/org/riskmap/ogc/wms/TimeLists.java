package org.riskmap.ogc.wms;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.TimeDimension;

/**
 * What capabilities tell of a layer's times (OGC 06-042, C.2 and table C.1), read from its table again after half a minute.
 * Safe for many threads.
 */
final class TimeLists {

    private static final Duration HOLDS = Duration.ofSeconds(30);
    private static final int MOST_VALUES = 10_000;
    private static final long MOST_ROWS = 200_000;
    private static final String EVER = "1900-01-01T00:00:00.000Z/2100-01-01T00:00:00.000Z/PT1S";
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * @param values a list or an interval
     * @param standard what a request without TIME gets
     */
    record Told(String values, String standard) {}

    private record Known(FeatureLayer layer, Told told, long atNanos) {}

    private final TimedRows rows;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    TimeLists(TimedRows rows) {
        this.rows = rows;
    }

    /** Of a layer that has a time dimension. */
    Told of(FeatureLayer layer) {
        long now = System.nanoTime();
        Known found = known.get(layer.qualifiedName());
        if (found == null || found.layer() != layer || now - found.atNanos() > HOLDS.toNanos()) {
            found = new Known(layer, read(layer), now);
            known.put(layer.qualifiedName(), found);
        }
        return found.told();
    }

    private Told read(FeatureLayer layer) {
        Optional<TimedRows.Extremes> extremes = rows.extremes(layer);
        TimeDimension dimension = layer.time();
        String reference = dimension.reference();
        String standard =
                switch (dimension.whenAbsent()) {
                    case MINIMUM ->
                        extremes.map(each -> each.first().toString()).orElse("current");
                    case MAXIMUM -> extremes.map(each -> each.last().toString()).orElse("current");
                    case NEAREST, FIXED -> reference == null ? "current" : reference;
                };
        String values = extremes.map(each -> values(layer, each)).orElse(EVER);
        return new Told(values, standard);
    }

    /** A list that is too long for a document becomes an interval. */
    private String values(FeatureLayer layer, TimedRows.Extremes extremes) {
        TimeDimension dimension = layer.time();
        if (dimension.presentation() == TimeDimension.Presentation.LIST) {
            Optional<List<Instant>> all = rows.list(layer, MOST_VALUES, MOST_ROWS);
            if (all.isPresent()) {
                return all.get().stream().map(MILLIS::format).collect(Collectors.joining(","));
            }
        }
        boolean steps = dimension.presentation() == TimeDimension.Presentation.DISCRETE_INTERVAL
                && dimension.resolution() != null;
        return MILLIS.format(extremes.first()) + "/" + MILLIS.format(extremes.last()) + "/"
                + (steps ? dimension.resolution().toString() : "PT1S");
    }
}

package org.riskmap.ogc.wmts;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.TimeDimension;
import org.riskmap.filter.Filters;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.MapPainter;

/**
 * Until when a picture of rows that hold at present is true: until the next moment at which one of them begins or ceases to
 * hold. Rows that are added or changed before are told by the change feed.
 */
final class Validity {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern PRESENT = Pattern.compile("(?i)present|current|now");

    private final FeatureReader features;

    Validity(FeatureReader features) {
        this.features = features;
    }

    /** Whether exactly the rows that hold at present are drawn. */
    static boolean atPresent(TimeDimension time, Optional<String> asked) {
        boolean standard = time.whenAbsent() == TimeDimension.Default.FIXED
                && time.reference() != null
                && PRESENT.matcher(time.reference()).matches();
        return asked.isEmpty() || asked.get().equalsIgnoreCase("current")
                ? standard
                : asked.get().equalsIgnoreCase("present");
    }

    /** The moment after which the picture of these layers may differ, looked for from {@code now} on. */
    Instant until(List<MapPainter.Part> parts, Optional<String> asked, Instant now) {
        Instant until = Instant.MAX;
        for (MapPainter.Part part : parts) {
            if (part.layer() instanceof FeatureLayer layer && layer.time() != null && atPresent(layer.time(), asked)) {
                String end = layer.time().endAttribute() == null
                        ? layer.time().attribute()
                        : layer.time().endAttribute();
                until = earlier(until, next(layer, layer.time().attribute(), now));
                until = earlier(until, next(layer, end, now).map(last -> last.plusMillis(1)));
            }
        }
        return until;
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(moment -> moment.isBefore(one)).orElse(one);
    }

    /** The first moment in a column that is not before {@code now}. */
    private Optional<Instant> next(FeatureLayer layer, String column, Instant now) {
        FeatureQuery query = FeatureQuery.all()
                .withFilter(Filters.ecql("TIME", '"' + column + "\" >= '" + now + "'"))
                .withProperties(List.of(column))
                .withSort(List.of(new SortKey(column, true)))
                .withPage(0, 1L)
                .withTimeout(LONGEST);
        try (FeatureCursor cursor = features.read(layer, query)) {
            if (!cursor.next()) {
                return Optional.empty();
            }
            Object moment = cursor.feature().properties().get(column);
            return Optional.of(moment instanceof OffsetDateTime zoned ? zoned.toInstant() : now);
        }
    }
}

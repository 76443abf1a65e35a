package org.riskmap.ogc.wms;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.TimeDimension;
import org.riskmap.filter.Filters;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;

/**
 * What TIME asks for: instants, ranges and lists of them in ISO 8601, shortened ones meaning all of what they name
 * ({@code 2018} the year), a range also from or to an end by its length ({@code P1D/PRESENT}); {@code current} the layer's
 * default (OGC 06-042, annexes C and D; as GeoServer reads them).
 */
final class TimeSelection {

    private final Optional<String> asked;
    private final TimedRows rows;

    /** From the first moment to the last, both included. */
    private record Span(Instant from, Instant to) {}

    /**
     * @param kvp the request
     * @param rows of layers with a time dimension
     */
    TimeSelection(Kvp kvp, TimedRows rows) {
        this.asked = kvp.text("TIME");
        this.rows = rows;
    }

    /**
     * The rows of a layer with a time dimension that are asked for; where nothing is asked, its default.
     *
     * @throws WmsFailure where rows are moments and none is of the time asked for; that nothing held then (rows last from
     *     one moment to another) is an answer
     */
    Filter filter(FeatureLayer layer) {
        Filter filter = unchecked(layer);
        boolean moments = layer.time().endAttribute() == null;
        if (moments && asked.isPresent() && !asked.get().equalsIgnoreCase("current") && !rows.any(layer, filter)) {
            throw new WmsFailure(
                    Code.INVALID_DIMENSION_VALUE,
                    "time",
                    "Could not find a match for 'time' value: '" + asked.get() + "'");
        }
        return filter;
    }

    private Filter unchecked(FeatureLayer layer) {
        TimeDimension dimension = layer.time();
        if (asked.isPresent() && !asked.get().equalsIgnoreCase("current")) {
            return filter(dimension, spans(asked.get()));
        }
        if (dimension.whenAbsent() == TimeDimension.Default.FIXED && dimension.reference() != null) {
            return filter(dimension, spans(dimension.reference()));
        }
        return rows.extremes(layer)
                .map(found -> asked.isEmpty() && dimension.whenAbsent() == TimeDimension.Default.MINIMUM
                        ? found.first()
                        : found.last())
                .map(moment -> filter(dimension, List.of(new Span(moment, moment))))
                .orElse(Filter.INCLUDE);
    }

    private static Filter filter(TimeDimension dimension, List<Span> spans) {
        String start = '"' + dimension.attribute() + '"';
        String end = dimension.endAttribute() == null ? start : '"' + dimension.endAttribute() + '"';
        List<String> parts = new ArrayList<>();
        for (Span span : spans) {
            parts.add("(" + start + " <= '" + span.to() + "' AND " + end + " >= '" + span.from() + "')");
        }
        return Filters.ecql("TIME", String.join(" OR ", parts));
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : Kvp.split(text, ',')) {
            String[] ends = part.split("/");
            Span span = ends.length == 1 ? named(ends[0]) : range(ends[0], ends[1]);
            if (span.to().isBefore(span.from())) {
                throw invalid(part);
            }
            spans.add(span);
        }
        return spans;
    }

    private static Span range(String first, String last) {
        if (first.startsWith("P") && !first.equalsIgnoreCase("present")) {
            Instant to = named(last).to();
            return new Span(moved(to, first, -1), to);
        }
        Instant from = named(first).from();
        boolean length = last.startsWith("P") && !last.equalsIgnoreCase("present");
        return new Span(from, length ? moved(from, last, 1) : named(last).to());
    }

    /** A moment later or earlier by an ISO 8601 length: years, months and days by the calendar of UTC. */
    private static Instant moved(Instant moment, String length, int sign) {
        try {
            int time = length.indexOf('T');
            Period days = time == 1 ? Period.ZERO : Period.parse(time < 0 ? length : length.substring(0, time));
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + length.substring(time));
            return moment.atOffset(ZoneOffset.UTC)
                    .plus(days.multipliedBy(sign))
                    .plus(rest.multipliedBy(sign))
                    .toInstant();
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw invalid(length);
        }
    }

    private static Span named(String text) {
        try {
            if (text.equalsIgnoreCase("present") || text.equalsIgnoreCase("current")) {
                Instant now = Instant.now();
                return new Span(now, now);
            }
            if (text.matches("\\d{4}")) {
                LocalDate first = Year.parse(text).atDay(1);
                return days(first, first.plusYears(1));
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                LocalDate first = YearMonth.parse(text).atDay(1);
                return days(first, first.plusMonths(1));
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse(text);
                return days(day, day.plusDays(1));
            }
            return moment(text);
        } catch (DateTimeException unreadable) {
            throw invalid(text);
        }
    }

    private static Span moment(String text) {
        String local = text.replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", "");
        Instant from = local.equals(text)
                ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
        if (local.matches(".*T\\d{2}:\\d{2}")) {
            return new Span(from, from.plus(1, ChronoUnit.MINUTES).minusMillis(1));
        }
        return new Span(from, from);
    }

    private static Span days(LocalDate first, LocalDate next) {
        return new Span(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                next.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
    }

    private static WmsFailure invalid(String text) {
        return new WmsFailure(
                null,
                "time",
                "Invalid date: " + text + "; write ISO 8601, such as 2024-06-18T12:00:00Z or 2024-06/2024-07");
    }
}

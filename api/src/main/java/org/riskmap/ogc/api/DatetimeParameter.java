package org.riskmap.ogc.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.TimeDimension;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.LayerSchema;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameter {@code datetime} (17-069r4, 7.15.4): an instant, or two with a slash between, {@code ..} or nothing for an
 * open end. A date means its whole day in UTC. It is held against the column that the layer's time dimension names; the
 * features of a layer without one are at all times.
 */
final class DatetimeParameter {

    private static final String NAME = "datetime";

    /** Both ends included; null where open. */
    private record Span(@Nullable Instant begin, @Nullable Instant end) {}

    private DatetimeParameter() {}

    /** @throws InvalidInput where the text is neither an instant nor an interval */
    static Filter filter(String text, @Nullable TimeDimension time, LayerSchema schema) {
        Span span = span(text);
        if (time == null || schema.property(time.attribute()).isEmpty()) {
            return Filter.INCLUDE;
        }
        ObjectNode all = JsonMapper.shared().createObjectNode().put("op", "and");
        ArrayNode parts = all.putArray("args").add(true).add(true);
        String last = time.endAttribute();
        boolean lasts = last != null && schema.property(last).isPresent();
        if (span.end() != null) {
            parts.add(comparison("<=", time.attribute(), span.end()));
        }
        if (span.begin() != null && !lasts) {
            parts.add(comparison(">=", time.attribute(), span.begin()));
        }
        if (span.begin() != null && lasts) {
            ObjectNode either = parts.addObject().put("op", "or");
            ArrayNode choices = either.putArray("args").add(comparison(">=", last, span.begin()));
            choices.add(isNull(last));
            parts.addObject().put("op", "not").putArray("args").add(isNull(time.attribute()));
        }
        return Filters.cql2Json(NAME, all.toString(), Queryables.columns(schema));
    }

    private static ObjectNode isNull(String property) {
        ObjectNode test = JsonMapper.shared().createObjectNode().put("op", "isNull");
        test.putArray("args").addObject().put("property", property);
        return test;
    }

    private static ObjectNode comparison(String sign, String property, Instant instant) {
        ObjectNode comparison = JsonMapper.shared().createObjectNode().put("op", sign);
        ArrayNode arguments = comparison.putArray("args");
        arguments.addObject().put("property", property);
        arguments.addObject().put("timestamp", instant.toString());
        return comparison;
    }

    private static Span span(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length == 1) {
            return new Span(begin(text), end(text));
        }
        if (ends.length != 2) {
            throw refused("'" + text + "' has " + ends.length + " parts");
        }
        Span span = new Span(isOpen(ends[0]) ? null : begin(ends[0]), isOpen(ends[1]) ? null : end(ends[1]));
        if (span.begin() != null && span.end() != null && span.begin().isAfter(span.end())) {
            throw refused("'" + text + "' ends before it begins");
        }
        return span;
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant begin(String text) {
        return isDate(text) ? date(text).atStartOfDay(ZoneOffset.UTC).toInstant() : instant(text);
    }

    private static Instant end(String text) {
        return isDate(text)
                ? date(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusNanos(1000)
                : instant(text);
    }

    private static boolean isDate(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw refused("there is no day '" + text + "'");
        }
    }

    private static Instant instant(String text) {
        try {
            // a plus sign that was not percent-encoded arrives as a space
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw refused("'" + text + "' is not a time");
        }
    }

    private static InvalidInput refused(String problem) {
        return new InvalidInput(
                NAME, problem, "write 2024-07-01, 2024-07-01T08:00:00Z or two of them as a/b, a/.., ../b");
    }
}

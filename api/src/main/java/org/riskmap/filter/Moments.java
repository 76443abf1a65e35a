package org.riskmap.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Points in time in the many forms in which literals and columns give them; without a zone they are UTC. */
final class Moments {

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    private static final Instant FIRST = Instant.parse("-4711-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+294275-12-31T00:00:00Z");

    private Moments() {}

    private static Instant within(Instant moment) {
        if (moment.isBefore(FIRST)) {
            return FIRST;
        }
        return moment.isAfter(LAST) ? LAST : moment;
    }

    static boolean isTime(@Nullable Object value) {
        return value instanceof Date
                || value instanceof Calendar
                || value instanceof TemporalAccessor
                || value instanceof org.geotools.api.temporal.Instant;
    }

    /** The instant that a value means; null where it means none. */
    static @Nullable Instant of(@Nullable Object value) {
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        if (value instanceof org.geotools.api.temporal.Instant instant) {
            return instant.getPosition().getDate().toInstant();
        }
        if (value instanceof TemporalAccessor time) {
            return ofJavaTime(time);
        }
        return value instanceof String text ? parse(text) : null;
    }

    private static @Nullable Instant ofJavaTime(TemporalAccessor time) {
        if (time instanceof Instant instant) {
            return instant;
        }
        if (time instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
        }
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return time instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : null;
    }

    /**
     * Reads an ISO 8601 date or date and time; null where the text is neither. Times beyond those that PostgreSQL can store
     * become the farthest that it can, which compares with all stored ones in the same way.
     */
    static @Nullable Instant parse(String text) {
        try {
            TemporalAccessor parsed =
                    TEXT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            Instant moment = ofJavaTime(parsed);
            return moment == null ? null : within(moment);
        } catch (DateTimeParseException notTime) {
            return null; // told to the caller as null
        }
    }
}

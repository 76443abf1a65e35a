package org.riskmap.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;

/** The standards table on one day, and how a result shows where a number came from. */
final class DayStandards {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Standards standards;
    private final LocalDate day;

    private DayStandards(Standards standards, LocalDate day) {
        this.standards = standards;
        this.day = day;
    }

    /** @param day the input {@code day}, {@code 2026-11-30}; today in China where it is not given */
    static DayStandards read(Input day, Standards standards) {
        if (!day.given()) {
            return new DayStandards(standards, today());
        }
        try {
            return new DayStandards(standards, LocalDate.parse(day.text(10)));
        } catch (DateTimeParseException noDay) {
            throw day.wrong(day.shown() + " is no day", "give a day such as 2026-11-30");
        }
    }

    /** The day that it is in China. */
    static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    /** How fast people walk on flat ground today, km/h. */
    static double walkKmh(Standards standards) {
        return standards.valid("walking", today()).stream()
                .filter(row -> row.category().equals("flat"))
                .map(Threshold::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "travel.speed_kmh",
                        "it is not given, and the standards table has no walking/flat that is valid today",
                        "give a speed, or let one be added to the table"));
    }

    LocalDate day() {
        return day;
    }

    List<Threshold> of(String topic) {
        List<Threshold> rows = standards.valid(topic, day);
        if (rows.isEmpty()) {
            throw missing(topic);
        }
        return rows;
    }

    List<Threshold> of(String topic, String quantity) {
        return of(topic).stream().filter(row -> row.quantity().equals(quantity)).toList();
    }

    /** The value of one class of a topic. */
    Threshold one(String topic, String category) {
        return of(topic).stream()
                .filter(row -> row.category().equals(category) && row.value() != null)
                .findFirst()
                .orElseThrow(() -> missing(topic + "/" + category));
    }

    private InvalidInput missing(String what) {
        return new InvalidInput(
                "day",
                "the standards table has no " + what + " that is valid on " + day,
                "choose a day for which it has one, or let it be added");
    }

    /** A number given in the request, else that of the standards table. */
    static double numberOr(Input input, Threshold standard, double least, double most) {
        return input.numberOr(Objects.requireNonNull(standard.value()), least, most);
    }

    /** Value, source and certainty for a result. */
    static Map<String, @Nullable Object> shown(Threshold row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("topic", row.topic());
        shown.put("class", row.category());
        shown.put("label", row.labelZh());
        shown.put("lower", row.lower());
        shown.put("upper", row.upper());
        shown.put("value", row.value());
        shown.put("unit", row.unit());
        shown.put("source", row.source());
        shown.put("certainty", row.certainty());
        return shown;
    }

    /** A warning for readers, where a number is not sure. */
    static List<String> doubts(List<Threshold> rows) {
        long doubtful = rows.stream()
                .filter(row -> row.certainty().equals("unverified"))
                .count();
        return doubtful == 0
                ? List.of()
                : List.of(doubtful + " of the thresholds used are unverified; see standards in the summary.");
    }
}

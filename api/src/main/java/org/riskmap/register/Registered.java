package org.riskmap.register;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as a register says it: {@code 120}, {@code 1~4戶}, {@code 100人以上}.
 *
 * @param words as they stand there; null where the register says nothing
 * @param least null where the words are no number
 * @param most null where there is no upper end, or no number
 */
public record Registered(
        @Nullable String words,
        @Nullable Double least,
        @Nullable Double most) {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final String UNIT = "\\s*(?:人|户|戶|persons|households)?\\s*";
    private static final Pattern ONE = Pattern.compile(NUMBER + UNIT);
    private static final Pattern RANGE = Pattern.compile(NUMBER + UNIT + "[~～–—-]\\s*" + NUMBER + UNIT);
    private static final Pattern FROM = Pattern.compile("(?:≥|>=)?\\s*" + NUMBER + UNIT + "(?:以上|\\+)?");

    /** Reads a column's value. */
    public static Registered of(@Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return new Registered(null, null, null);
        }
        String words = value.toString().trim();
        Matcher one = ONE.matcher(words);
        if (one.matches()) {
            double number = Double.parseDouble(one.group(1));
            return new Registered(words, number, number);
        }
        Matcher range = RANGE.matcher(words);
        if (range.matches() && Double.parseDouble(range.group(1)) <= Double.parseDouble(range.group(2))) {
            return new Registered(words, Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
        }
        Matcher from = FROM.matcher(words);
        return from.matches()
                ? new Registered(words, Double.parseDouble(from.group(1)), null)
                : new Registered(words, null, null);
    }

    /** Whether the words are a number or a range of numbers. */
    public boolean isNumber() {
        return least != null;
    }

    /** How far a count is above the range, below it (negative) or in it (0); null where there is no number. */
    public @Nullable Double difference(double counted) {
        if (least == null) {
            return null;
        }
        if (counted < least) {
            return counted - least;
        }
        return most != null && counted > most ? counted - most : 0;
    }
}

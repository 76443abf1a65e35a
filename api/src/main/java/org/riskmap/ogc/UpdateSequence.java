package org.riskmap.ogc;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The parameter UPDATESEQUENCE (OGC 06-042, 7.2.3.5; OGC 06-121r3, 7.3.4). */
public final class UpdateSequence {

    private static final int MOST_DIGITS = 18;

    private UpdateSequence() {}

    /**
     * The number that a client gave, also with an exponent: programs that reckon with it in XPath write it so. Empty where it
     * gave none, or what is no whole number, which is not looked at.
     */
    public static OptionalLong read(@Nullable String given) {
        if (given == null || !given.matches("\\d{1,18}(\\.\\d{1,18})?([eE][+]?\\d{1,2})?")) {
            return OptionalLong.empty();
        }
        BigDecimal number = new BigDecimal(given).stripTrailingZeros();
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= MOST_DIGITS;
        return whole ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }
}

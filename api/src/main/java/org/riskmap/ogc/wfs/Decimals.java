package org.riskmap.ogc.wfs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Coordinates as text: at most eight decimals, no exponent, no zeros at the end. */
final class Decimals {

    private static final int PLACES = 8;
    private static final double SCALE = 1e8;
    private static final double SAFE = 9e15 / SCALE;

    private Decimals() {}

    static void append(StringBuilder to, double value) {
        if (Math.abs(value) >= SAFE) {
            appendSlowly(to, value);
            return;
        }
        long scaled = Math.round(Math.abs(value) * SCALE);
        if (value < 0 && scaled != 0) {
            to.append('-');
        }
        long whole = scaled / (long) SCALE;
        long rest = scaled % (long) SCALE;
        to.append(whole);
        if (rest != 0) {
            int places = PLACES;
            while (rest % 10 == 0) {
                rest /= 10;
                places--;
            }
            to.append('.');
            String digits = Long.toString(rest);
            to.append("0".repeat(places - digits.length())).append(digits);
        }
    }

    private static void appendSlowly(StringBuilder to, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate is not finite");
        }
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(PLACES, RoundingMode.HALF_UP);
        to.append(rounded.stripTrailingZeros().toPlainString());
    }
}

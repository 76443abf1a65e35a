package org.riskmap.ogc;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Coordinates as text: a limited number of decimals, no exponent, no zeros at the end. */
public final class Decimals {

    /** Decimals of a coordinate as GeoServer writes them by default; a millimetre in degrees. */
    public static final int PLACES = 8;

    private static final double SAFE = 9e15;
    private static final double[] SCALES = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    private Decimals() {}

    /** With at most {@link #PLACES} decimals. Fails with IllegalArgumentException where the value is not finite. */
    public static void append(StringBuilder to, double value) {
        append(to, value, PLACES);
    }

    /**
     * @param most decimals, from 0 to {@link #PLACES}
     * @throws IllegalArgumentException where the value is not finite
     */
    public static void append(StringBuilder to, double value, int most) {
        double scale = SCALES[most];
        double size = Math.abs(value) * scale;
        if (!(size < SAFE)) {
            appendSlowly(to, value, most);
            return;
        }
        long scaled = Math.round(size);
        if (value < 0 && scaled != 0) {
            to.append('-');
        }
        long whole = scaled / (long) scale;
        long rest = scaled % (long) scale;
        to.append(whole);
        if (rest != 0) {
            int places = most;
            while (rest % 10 == 0) {
                rest /= 10;
                places--;
            }
            to.append('.');
            for (long unit = (long) SCALES[places - 1]; unit > rest; unit /= 10) {
                to.append('0');
            }
            to.append(rest);
        }
    }

    private static void appendSlowly(StringBuilder to, double value, int most) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate is not finite");
        }
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(most, RoundingMode.HALF_UP);
        to.append(rounded.stripTrailingZeros().toPlainString());
    }
}

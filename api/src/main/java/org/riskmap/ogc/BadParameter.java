package org.riskmap.ogc;

import java.util.Locale;

/** A parameter of a request that is missing or cannot be read; each service tells it in its own kind of report. */
public final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final boolean missing;

    private BadParameter(String parameter, boolean missing, String message) {
        super(message);
        this.parameter = parameter;
        this.missing = missing;
    }

    public static BadParameter missing(String parameter) {
        return new BadParameter(parameter, true, parameter + " is missing; give it");
    }

    public static BadParameter invalid(String parameter, String message) {
        return new BadParameter(parameter, false, message);
    }

    /** Its name in lower case, as reports locate it. */
    public String parameter() {
        return parameter.toLowerCase(Locale.ROOT);
    }

    /** Whether it is not there at all; otherwise it has a value that is wrong. */
    public boolean missing() {
        return missing;
    }
}

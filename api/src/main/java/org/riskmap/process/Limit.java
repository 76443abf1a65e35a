package org.riskmap.process;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/** The parameter {@code limit} of lists (18-062r2 §7.8): how many items at most. */
final class Limit {

    static final int MOST = 1000;

    private Limit() {}

    /**
     * @throws InvalidInput where it is not a whole number from 1; more than {@value #MOST} means {@value #MOST}
     */
    static int parse(@Nullable String given) {
        if (given == null) {
            return MOST;
        }
        if (!given.matches("[0-9]{1,9}") || given.matches("0+")) {
            throw new InvalidInput("limit", "'" + given + "' is not a whole number from 1", "give 1 to " + MOST);
        }
        return Math.min(MOST, Integer.parseInt(given));
    }
}

package org.riskmap.page;

import org.riskmap.kernel.InvalidInput;

/**
 * A search for places.
 *
 * @param text what the name has in it, 1–100 characters
 * @param limit how many at most, 1–50
 */
record PlaceQuery(String text, int limit) {

    private static final int LONGEST = 100;
    private static final int MOST = 50;

    static PlaceQuery parse(String q, int limit) {
        String text = q.strip();
        if (text.indexOf('\0') >= 0) {
            throw new InvalidInput("q", "it has a null character", "give a name");
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new InvalidInput(
                    "q", "it has " + text.length() + " characters", "give 1 to " + LONGEST + " of a name");
        }
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", limit + " is out of range", "give a whole number from 1 to " + MOST);
        }
        return new PlaceQuery(text, limit);
    }

    /** For {@code ILIKE … ESCAPE '\'}: the text anywhere, its own wildcards taken literally. */
    String pattern() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

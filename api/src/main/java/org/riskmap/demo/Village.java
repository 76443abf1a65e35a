package org.riskmap.demo;

/**
 * An administrative village (行政村) or a community of the seat (社区).
 *
 * @param number among all counties' villages, from 0
 * @param township its township's number
 * @param cell where its centre lies
 * @param name with its ending
 * @param code twelve digits
 */
record Village(int number, int township, int cell, String name, String code) {

    /** A community of the seat. */
    boolean urban() {
        return name.endsWith("社区");
    }

    /** The name without its ending. */
    String shortName() {
        return urban() ? name.substring(0, name.length() - 2) : name.substring(0, name.length() - 1);
    }
}

package org.riskmap.demo;

/**
 * A township, or an office of streets in the county's seat.
 *
 * @param number among all counties' townships, from 0; equal to the number of its central village
 * @param county from 0
 * @param cell where its centre lies
 * @param name with its ending 镇, 乡 or 街道
 * @param code nine digits
 * @param rank 0 the seat's first office, 1 its second, then by the order of choice
 */
record Township(int number, int county, int cell, String name, String code, int rank) {

    boolean inSeat() {
        return rank < 2;
    }

    /** The name without its ending. */
    String shortName() {
        return name.endsWith("街道") ? name.substring(0, name.length() - 2) : name.substring(0, name.length() - 1);
    }
}

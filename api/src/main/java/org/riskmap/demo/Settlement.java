package org.riskmap.demo;

/**
 * A natural village (自然村) or a quarter of a town.
 *
 * @param village its village's number
 * @param cell where it lies
 * @param x easting, m
 * @param y northing, m
 * @param name as people call it
 * @param population persons
 * @param households at least 1
 * @param vulnerable persons who need help to leave, at most the population
 */
record Settlement(
        int village, int cell, double x, double y, String name, int population, int households, int vulnerable) {}

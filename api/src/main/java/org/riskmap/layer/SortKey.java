package org.riskmap.layer;

/**
 * One key of an order; nulls come last ascending and first descending, text is in the database's own order.
 *
 * @param property as published
 * @param ascending smallest first
 */
public record SortKey(String property, boolean ascending) {}

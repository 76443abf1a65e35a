package org.riskmap.catalog;

/**
 * A published attribute.
 *
 * @param name as published
 * @param source the column, or an ECQL expression over columns
 */
public record Attribute(String name, String source) {}

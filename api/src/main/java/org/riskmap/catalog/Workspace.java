package org.riskmap.catalog;

/**
 * A name space of layers.
 *
 * @param name the prefix in {@code risk:shelter}
 * @param uri of the XML name space
 * @param isolated its layers are seen only at its own services
 */
public record Workspace(String name, String uri, boolean isolated) {}

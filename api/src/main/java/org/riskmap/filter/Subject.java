package org.riskmap.filter;

/**
 * What a filter is asked about.
 *
 * @param layer the name before the dot in a WFS feature id: {@code shelter} in {@code shelter.17}
 * @param geometry the name of the geometry property, which is not among a feature's properties
 */
public record Subject(String layer, String geometry) {

    /** The bare id that a filter's feature id means in this layer. */
    String bareId(String featureId) {
        return featureId.startsWith(layer + ".") ? featureId.substring(layer.length() + 1) : featureId;
    }
}

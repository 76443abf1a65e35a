package org.riskmap.layer;

import java.util.List;
import java.util.Optional;

/**
 * What a layer's features are made of.
 *
 * @param properties as published, in their order, geometry included
 */
public record LayerSchema(List<LayerProperty> properties) {

    public LayerSchema {
        properties = List.copyOf(properties);
    }

    /** Names in their order. */
    public List<String> names() {
        return properties.stream().map(LayerProperty::name).toList();
    }

    /** Names of those that are geometry. */
    public List<String> geometries() {
        return properties.stream()
                .filter(LayerProperty::isGeometry)
                .map(LayerProperty::name)
                .toList();
    }

    /** The first geometry, which is the geometry of {@link org.riskmap.kernel.Feature}. */
    public Optional<LayerProperty> geometry() {
        return properties.stream().filter(LayerProperty::isGeometry).findFirst();
    }

    public Optional<LayerProperty> property(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}

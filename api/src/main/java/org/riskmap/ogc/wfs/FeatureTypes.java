package org.riskmap.ogc.wfs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.catalog.Workspace;
import org.riskmap.ogc.OgcRequest;

/** The feature types that one request can see, and the name spaces that they are in. */
final class FeatureTypes {

    private final Catalog catalog;
    private final @Nullable String workspace;
    private final @Nullable String only;

    FeatureTypes(Catalog catalog, OgcRequest request) {
        this.catalog = catalog;
        this.workspace = request.workspace();
        this.only = request.layer();
    }

    /** Those that capabilities list. */
    List<FeatureLayer> advertised() {
        return catalog.visible(workspace).stream()
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .filter(layer ->
                        layer.advertised() && (only == null || layer.name().equals(only)))
                .toList();
    }

    /** @throws WfsFailure InvalidParameterValue where there is no such type */
    FeatureLayer find(WfsRequest.TypeName type) {
        String text = type.text();
        int colon = text.indexOf(':');
        String declared = colon > 0 ? type.spaces().get(text.substring(0, colon)) : null;
        String name = text;
        if (declared != null) {
            Optional<String> prefix = catalog.workspaces().stream()
                    .filter(each -> each.uri().equals(declared))
                    .map(Workspace::name)
                    .findFirst();
            name = prefix.map(found -> found + text.substring(colon)).orElse(text);
        }
        Optional<PublishedLayer> found = catalog.find(name, workspace);
        if (found.isPresent()
                && found.get() instanceof FeatureLayer layer
                && (only == null || layer.name().equals(only))) {
            return layer;
        }
        throw WfsFailure.invalid("typeName", "Feature type " + text + " unknown");
    }

    /** Whether a type of this name, without prefix, can be seen. */
    boolean has(String name) {
        return catalog.visible(workspace).stream()
                .anyMatch(layer -> layer instanceof FeatureLayer && layer.name().equals(name));
    }

    /** The name space of a layer's workspace. */
    String space(FeatureLayer layer) {
        return catalog.workspace(layer.workspace()).map(Workspace::uri).orElse("http://" + layer.workspace());
    }

    /** Prefixes with their name spaces. */
    Map<String, String> spaces(List<FeatureLayer> layers) {
        Map<String, String> spaces = new LinkedHashMap<>();
        layers.forEach(layer -> spaces.put(layer.workspace(), space(layer)));
        return spaces;
    }

    /** What is said of the service that is asked. */
    ServiceDescription service() {
        return catalog.service(workspace);
    }

    Catalog catalog() {
        return catalog;
    }
}

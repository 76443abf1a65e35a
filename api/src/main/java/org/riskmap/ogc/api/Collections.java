package org.riskmap.ogc.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The layers that one service gives, global or of a workspace or of one layer, and what they are called there. */
final class Collections {

    private final Catalog catalog;
    private final @Nullable String workspace;
    private final @Nullable String only;

    /** @throws ErrorResponseException 404 where there is no such workspace or layer */
    Collections(Catalog catalog, @Nullable String workspace, @Nullable String only) {
        this.catalog = catalog;
        this.workspace = workspace;
        this.only = only;
        if (workspace != null && catalog.workspace(workspace).isEmpty()) {
            throw notFound("There is no workspace '" + workspace + "'.");
        }
        if (only != null && catalog.find(only, workspace).isEmpty()) {
            throw notFound("There is no layer '" + only + "' in workspace '" + workspace + "'.");
        }
    }

    /** What is said of the service that is asked. */
    ServiceDescription service() {
        return catalog.service(workspace);
    }

    Catalog catalog() {
        return catalog;
    }

    /** Those that the list names. */
    List<FeatureLayer> all() {
        return catalog.visible(workspace).stream()
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .filter(layer -> layer.advertised() && belongs(layer))
                .toList();
    }

    private boolean belongs(PublishedLayer layer) {
        return only == null || layer.name().equals(only);
    }

    /** {@code risk:shelter} at the global service, {@code shelter} at a workspace's, as GeoServer has it. */
    String id(FeatureLayer layer) {
        return workspace == null ? layer.qualifiedName() : layer.name();
    }

    /** @throws ErrorResponseException 404 where there is no such collection */
    FeatureLayer find(String id) {
        Optional<PublishedLayer> found = catalog.find(id, workspace).filter(this::belongs);
        if (found.isPresent() && found.get() instanceof FeatureLayer layer) {
            return layer;
        }
        throw notFound("There is no collection '" + id + "'; /collections lists those that there are.");
    }

    static ErrorResponseException notFound(String sentence) {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, Problem.of(HttpStatus.NOT_FOUND, sentence).detail(), null);
    }
}

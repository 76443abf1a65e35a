package org.riskmap.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.springframework.stereotype.Component;

/** Selections of analyses: a layer's name and ECQL in, features in memory out. */
@Component
public final class SelectionReader {

    private final CatalogSource catalog;
    private final FeatureReader reader;

    public SelectionReader(CatalogSource catalog, FeatureReader reader) {
        this.catalog = catalog;
        this.reader = reader;
    }

    /**
     * All features of a layer that fulfil a condition, sorted by id, their geometry in EPSG:4490, longitude first, with all
     * properties but the geometry.
     *
     * @param layerName {@code risk:shelter} or {@code shelter}
     * @param ecql geometries in it are in EPSG:4490, longitude first, unless they name a system; null means all features
     * @throws InvalidInput naming {@code layer} or {@code filter}: an unknown layer or property, a filter that is not ECQL, a
     *     feature without geometry
     */
    public List<Feature> select(String layerName, @Nullable String ecql) {
        FeatureLayer layer = layer(layerName);
        Filter filter = Filter.INCLUDE;
        if (ecql != null && !ecql.isBlank()) {
            filter = Filters.ecql("filter", ecql);
            Filters.check("filter", filter, reader.schema(layer).names());
            filter = Filters.placed("filter", filter, Crs.STORAGE, layer.nativeCrs());
        }
        Reprojection toStorage = Reprojection.between(layer.nativeCrs(), Crs.STORAGE);
        List<Feature> features = new ArrayList<>();
        try (FeatureCursor cursor = reader.read(layer, FeatureQuery.all().withFilter(filter))) {
            while (cursor.next()) {
                features.add(inStorage(cursor.feature(), toStorage, layer));
            }
        }
        features.sort(Comparator.comparing(Feature::id));
        return features;
    }

    private static Feature inStorage(Feature feature, Reprojection toStorage, FeatureLayer layer) {
        Geometry geometry = feature.geometry();
        if (geometry == null) {
            throw new InvalidInput(
                    "layer",
                    "feature " + feature.id() + " of " + layer.qualifiedName() + " has no geometry",
                    "leave it out by the filter geom IS NOT NULL");
        }
        return toStorage.identity()
                ? feature
                : new Feature(feature.id(), toStorage.apply(geometry), feature.properties());
    }

    private FeatureLayer layer(String name) {
        Catalog current = catalog.current();
        PublishedLayer found = current.find(name, null)
                .orElseThrow(() -> new InvalidInput(
                        "layer",
                        "there is no layer '" + name + "'",
                        "the layers are " + String.join(", ", names(current))));
        if (found instanceof FeatureLayer layer) {
            return layer;
        }
        throw new InvalidInput(
                "layer",
                "'" + name + "' is a group or a picture and has no features",
                "the layers are " + String.join(", ", names(current)));
    }

    private static List<String> names(Catalog catalog) {
        return catalog.layers().stream()
                .filter(FeatureLayer.class::isInstance)
                .map(PublishedLayer::qualifiedName)
                .toList();
    }
}

package org.riskmap.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Polygonal;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.SelectionReader;
import org.riskmap.postgis.Database;
import org.riskmap.result.CanonicalJson;
import org.springframework.stereotype.Component;

/** Selections go in; features sorted by id, with all columns as properties, and the versions of their data come out. */
@Component
final class Selections {

    private final CatalogSource catalog;
    private final SelectionReader reader;
    private final Database database;

    Selections(CatalogSource catalog, SelectionReader reader, Database database) {
        this.catalog = catalog;
        this.reader = reader;
        this.database = database;
    }

    /**
     * The features of a selection, sorted by id; geometry in EPSG:4490, valid in requests, as stored in layers.
     *
     * @throws InvalidInput where there is no such layer or the filter cannot be used
     */
    List<Feature> features(Selection selection) {
        if (selection instanceof Selection.Inline inline) {
            return inline.features();
        }
        Selection.OfLayer ofLayer = (Selection.OfLayer) selection;
        try {
            return reader.select(ofLayer.layer(), ofLayer.filter());
        } catch (InvalidInput wrong) {
            throw atPath(ofLayer, wrong);
        }
    }

    /**
     * The same, where only polygons will do.
     *
     * @throws InvalidInput where one is not
     */
    List<Feature> polygons(Selection selection) {
        List<Feature> features = features(selection);
        for (Feature feature : features) {
            if (!(feature.geometry() instanceof Polygonal)) {
                throw new InvalidInput(
                        selection.path(),
                        "the feature '" + feature.id() + "' is a "
                                + Objects.requireNonNull(feature.geometry()).getGeometryType(),
                        "select polygons");
            }
        }
        return features;
    }

    /**
     * Refuses what can be refused without reading features: unknown layers, filters that are not ECQL.
     *
     * @throws InvalidInput naming the first
     */
    void check(Collection<Selection> selections) {
        for (Selection selection : selections) {
            if (selection instanceof Selection.OfLayer ofLayer) {
                layer(ofLayer);
                if (ofLayer.filter() != null) {
                    try {
                        Filters.ecql("filter", ofLayer.filter());
                    } catch (InvalidInput wrong) {
                        throw atPath(ofLayer, wrong);
                    }
                }
            }
        }
    }

    /**
     * Tables of schema {@code risk} that the selections read.
     *
     * @throws InvalidInput where there is no such layer
     */
    Set<String> tables(Collection<Selection> selections) {
        Set<String> tables = new TreeSet<>();
        for (Selection selection : selections) {
            if (selection instanceof Selection.OfLayer ofLayer) {
                ownTable(layer(ofLayer)).ifPresent(tables::add);
            }
        }
        return tables;
    }

    /** Versions of what the selections read elsewhere: a fingerprint of the selected features, by layer and filter. */
    Map<String, String> foreignVersions(Collection<Selection> selections) {
        Map<String, String> versions = new TreeMap<>();
        for (Selection selection : selections) {
            if (selection instanceof Selection.OfLayer ofLayer
                    && ownTable(layer(ofLayer)).isEmpty()) {
                StringBuilder content = new StringBuilder();
                features(selection).forEach(feature -> content.append(feature.id())
                        .append('\t')
                        .append(Objects.requireNonNull(feature.geometry()).toText())
                        .append('\t')
                        .append(feature.properties())
                        .append('\n'));
                String filter = ofLayer.filter() == null ? "" : " where " + ofLayer.filter();
                versions.put(
                        ofLayer.layer() + filter,
                        CanonicalJson.sha256(content.toString()).substring(0, 16));
            }
        }
        return versions;
    }

    private Optional<String> ownTable(FeatureLayer layer) {
        boolean own = layer.store().database().settings().equals(database.settings())
                && layer.schema().equals("risk");
        return own ? Optional.of(layer.table()) : Optional.empty();
    }

    private FeatureLayer layer(Selection.OfLayer selection) {
        return catalog.current()
                .find(selection.layer(), null)
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .orElseThrow(() -> new InvalidInput(
                        selection.path(),
                        "there is no layer '" + selection.layer() + "'",
                        "the layers are " + String.join(", ", names())));
    }

    private List<String> names() {
        return catalog.current().layers().stream()
                .filter(FeatureLayer.class::isInstance)
                .map(layer -> ((FeatureLayer) layer).qualifiedName())
                .toList();
    }

    /** The reader says {@code layer} or {@code filter}; the caller of the process gave them at a path. */
    private static InvalidInput atPath(Selection.OfLayer selection, InvalidInput wrong) {
        String path = selection.path();
        if (wrong.input().equals("filter")) {
            path = path.replaceFirst("\\.layer$", "") + ".filter";
        }
        return new InvalidInput(path, wrong.problem(), wrong.remedy());
    }
}

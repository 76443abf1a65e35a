package org.riskmap.ogc.wmts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileLayers;
import org.riskmap.tile.TileMatrix;

/**
 * What of a catalog is offered in tiles, looked up by the names that requests use; every failure names the parameter.
 *
 * @param catalog as it was when the request came
 * @param layers what of it is offered
 * @param workspace of the virtual service; null at the global one
 */
public record Offer(
        Catalog catalog, TileLayers layers, @Nullable String workspace) {

    /** What is said of the service that is asked. */
    public ServiceDescription service() {
        return catalog.service(workspace);
    }

    /** All, in the catalog's order. */
    public List<TileLayer> all() {
        return layers.all(catalog).stream()
                .filter(layer ->
                        workspace == null || workspace.equals(layer.layer().workspace()))
                .toList();
    }

    /** Those that capabilities list. */
    public List<TileLayer> advertised() {
        return all().stream().filter(layer -> layer.layer().advertised()).toList();
    }

    public Optional<TileLayer> find(String name) {
        return layers.find(catalog, name, workspace);
    }

    TileLayer layer(String name) {
        return find(name).orElseThrow(() -> TileFailure.invalid("LAYER", "There is no layer " + name + " in tiles"));
    }

    static GridSubset grid(TileLayer layer, String set) {
        return layer.grid(set)
                .orElseThrow(() -> TileFailure.invalid(
                        "TILEMATRIXSET",
                        "The layer " + layer.name() + " is not offered in " + set + "; ask for one of "
                                + String.join(
                                        ", ",
                                        layer.grids().stream()
                                                .map(grid -> grid.set().id())
                                                .toList())));
    }

    static TileMatrix matrix(GridSubset grid, String name) {
        return grid.set()
                .matrix(name)
                .orElseThrow(() -> TileFailure.invalid(
                        "TILEMATRIX",
                        "There is no tile matrix " + name + " in " + grid.set().id()));
    }

    /** Vector tiles are given for every layer that has features, whatever pictures the directory lists. */
    static TileFormat format(TileLayer layer, String name) {
        return TileFormat.named(name)
                .filter(format -> format == TileFormat.VECTOR || offered(layer).contains(format))
                .orElseThrow(() -> TileFailure.invalid(
                        "FORMAT",
                        "The layer " + layer.name() + " is not offered as " + name + "; ask for one of "
                                + String.join(
                                        ", ",
                                        offered(layer).stream()
                                                .map(TileFormat::mediaType)
                                                .toList())));
    }

    /** As the directory says, and vector tiles. */
    public static List<TileFormat> offered(TileLayer layer) {
        java.util.stream.Stream<TileFormat> pictures =
                layer.formats().stream().flatMap(name -> TileFormat.named(name).stream());
        return java.util.stream.Stream.concat(pictures, hasFeatures(layer.layer()))
                .distinct()
                .toList();
    }

    private static java.util.stream.Stream<TileFormat> hasFeatures(PublishedLayer layer) {
        return layer instanceof CoverageLayer
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(TileFormat.VECTOR);
    }

    /** The style as it is asked of the map service: empty for the default, so that both names give one tile. */
    public static String style(TileLayer layer, String asked) {
        NamedStyle own = defaultStyle(layer.layer());
        boolean standard =
                asked.isEmpty() || own != null && (asked.equals(own.name()) || asked.equals(own.qualifiedName()));
        if (standard) {
            return "";
        }
        boolean known = styles(layer.layer()).stream()
                .anyMatch(style -> asked.equals(style.name()) || asked.equals(style.qualifiedName()));
        if (!known) {
            throw TileFailure.invalid("STYLE", "The layer " + layer.name() + " has no style " + asked);
        }
        return asked;
    }

    static @Nullable NamedStyle defaultStyle(PublishedLayer layer) {
        if (layer instanceof FeatureLayer features) {
            return features.defaultStyle();
        }
        return layer instanceof CoverageLayer coverage ? coverage.defaultStyle() : null;
    }

    /** Styles besides the default. */
    static List<NamedStyle> styles(PublishedLayer layer) {
        if (layer instanceof FeatureLayer features) {
            return features.otherStyles();
        }
        return layer instanceof CoverageLayer coverage ? coverage.publication().otherStyles() : List.of();
    }
}

package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;

/**
 * A GetFeatureInfo request (OGC 06-042, 7.4).
 *
 * @param layers to ask, in the order of the map
 * @param frame of the map
 * @param column pixel from the left, from 0
 * @param row pixel from the top, from 0
 * @param format of the answer
 * @param featureCount most features to give
 * @param bufferPx how far from the pixel a feature may be; 0 lets the styles decide
 * @param properties names to give for each layer; empty means all
 */
record InfoRequest(
        List<RequestedLayer> layers,
        MapRequest.Frame frame,
        int column,
        int row,
        InfoFormat format,
        int featureCount,
        int bufferPx,
        List<String> properties) {

    private static final int MOST_FEATURES = 10_000;
    private static final int WIDEST_BUFFER_PX = 100;

    static InfoRequest parse(Kvp kvp, WmsVersion version, Catalog catalog, TimeSelection time) {
        LayerSelection selection = new LayerSelection(catalog, kvp, time);
        List<RequestedLayer> asked = queried(kvp, selection);
        MapRequest.Frame frame = MapRequest.frame(kvp, version);
        boolean newest = version == WmsVersion.V1_3_0;
        return new InfoRequest(
                asked,
                frame,
                pixel(kvp, newest ? "I" : "X", newest ? "X" : "I", frame.width()),
                pixel(kvp, newest ? "J" : "Y", newest ? "Y" : "J", frame.height()),
                format(kvp),
                kvp.integer("FEATURE_COUNT", 1, MOST_FEATURES).orElse(1),
                kvp.integer("BUFFER", 0, WIDEST_BUFFER_PX).orElse(0),
                kvp.text("PROPERTYNAME")
                        .map(names -> Kvp.split(names.replaceAll("[()]", ","), ',').stream()
                                .filter(name -> !name.isEmpty())
                                .toList())
                        .orElse(List.of()));
    }

    private static List<RequestedLayer> queried(Kvp kvp, LayerSelection selection) {
        List<String> names = kvp.list("QUERY_LAYERS");
        if (names.isEmpty()) {
            throw new WmsFailure(
                    Code.MISSING_PARAMETER,
                    "query_layers",
                    "No QUERY_LAYERS has been requested, or no queriable layer");
        }
        List<PublishedLayer> wanted = new ArrayList<>();
        for (String name : names) {
            PublishedLayer layer = selection.find(name, "query_layers");
            if (!layer.queryable()) {
                throw new WmsFailure(Code.LAYER_NOT_QUERYABLE, "query_layers", "Layer " + name + " is not queryable");
            }
            wanted.add(layer);
        }
        Set<String> flat = wanted.stream()
                .flatMap(layer -> layer instanceof LayerGroup group
                        ? group.flat().map(LayerGroup.Member::layer)
                        : java.util.stream.Stream.of(layer))
                .filter(PublishedLayer::queryable)
                .map(PublishedLayer::qualifiedName)
                .collect(Collectors.toSet());
        List<RequestedLayer> drawn = selection.requested();
        Set<String> onMap =
                drawn.stream().map(layer -> layer.layer().qualifiedName()).collect(Collectors.toSet());
        if (flat.stream().noneMatch(onMap::contains)) {
            throw new WmsFailure(
                    Code.LAYER_NOT_DEFINED,
                    "query_layers",
                    "QUERY_LAYERS names no layer of LAYERS; a layer must be drawn to be asked");
        }
        return drawn.stream()
                .filter(layer -> flat.contains(layer.layer().qualifiedName()))
                .toList();
    }

    private static int pixel(Kvp kvp, String name, String otherVersions, int side) {
        String text = kvp.text(name).or(() -> kvp.text(otherVersions)).orElseThrow(() -> WmsFailure.missing(name));
        try {
            int pixel = (int) Math.floor(Double.parseDouble(text)); // clients send 12.0 too
            if (pixel >= 0 && pixel < side) {
                return pixel;
            }
        } catch (NumberFormatException notANumber) {
            // said below, together with pixels outside
        }
        throw new WmsFailure(
                Code.INVALID_POINT,
                name.toLowerCase(java.util.Locale.ROOT),
                name + "=" + text + " is not a pixel from 0 to " + (side - 1));
    }

    private static InfoFormat format(Kvp kvp) {
        String name = kvp.text("INFO_FORMAT").orElse("text/plain");
        return InfoFormat.named(name)
                .orElseThrow(() -> new WmsFailure(
                        Code.INVALID_FORMAT,
                        "info_format",
                        "There is no support for feature info in " + name + "; ask for one of "
                                + String.join(", ", InfoFormat.offered())));
    }
}

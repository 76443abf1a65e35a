package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 */
record InfoRequest(
        List<Asked> layers,
        MapRequest.Frame frame,
        int column,
        int row,
        InfoFormat format,
        int featureCount,
        int bufferPx) {

    private static final int MOST_FEATURES = 10_000;
    private static final int WIDEST_BUFFER_PX = 1000;

    /**
     * @param drawn a layer of the map
     * @param properties names of those to give; null means all
     */
    record Asked(RequestedLayer drawn, @Nullable Set<String> properties) {}

    static InfoRequest parse(Kvp kvp, WmsVersion version, Catalog catalog, TimeSelection time) {
        LayerSelection selection = new LayerSelection(catalog, kvp, time);
        List<Asked> asked = queried(kvp, selection);
        MapRequest.Frame frame = MapRequest.frame(kvp, version);
        boolean newest = version == WmsVersion.V1_3_0;
        return new InfoRequest(
                asked,
                frame,
                pixel(kvp, newest ? "I" : "X", newest ? "X" : "I", frame.width()),
                pixel(kvp, newest ? "J" : "Y", newest ? "Y" : "J", frame.height()),
                format(kvp),
                featureCount(kvp),
                kvp.integer("BUFFER", 0, WIDEST_BUFFER_PX).orElse(0));
    }

    /** What is no positive integer means 1 (7.4.3.6). */
    private static int featureCount(Kvp kvp) {
        return kvp.text("FEATURE_COUNT")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .filter(count -> count > 0)
                .map(count -> Math.min(count, MOST_FEATURES))
                .orElse(1);
    }

    private static List<Asked> queried(Kvp kvp, LayerSelection selection) {
        List<String> names = kvp.list("QUERY_LAYERS");
        if (names.isEmpty()) {
            throw new WmsFailure(
                    Code.MISSING_PARAMETER,
                    "query_layers",
                    "No QUERY_LAYERS has been requested, or no queriable layer");
        }
        List<Set<String>> flat = names.stream()
                .map(name -> members(name, selection.find(name, "query_layers")))
                .toList();
        List<@Nullable Set<String>> properties = properties(kvp, names.size());
        List<Asked> asked = new ArrayList<>();
        for (RequestedLayer drawn : selection.requested()) {
            for (int i = 0; i < flat.size(); i++) {
                if (flat.get(i).contains(drawn.layer().qualifiedName())) {
                    asked.add(new Asked(drawn, properties.get(i)));
                    break;
                }
            }
        }
        if (asked.isEmpty()) {
            throw new WmsFailure(
                    Code.LAYER_NOT_DEFINED,
                    "query_layers",
                    "QUERY_LAYERS names no layer of LAYERS; a layer must be drawn to be asked");
        }
        return asked;
    }

    /** Names of the layers that are asked by a name of QUERY_LAYERS: a layer itself, or those of a group that may be. */
    private static Set<String> members(String name, PublishedLayer layer) {
        if (!layer.queryable()) {
            throw new WmsFailure(Code.LAYER_NOT_QUERYABLE, "query_layers", "Layer " + name + " is not queryable");
        }
        Stream<PublishedLayer> members =
                layer instanceof LayerGroup group ? group.flat().map(LayerGroup.Member::layer) : Stream.of(layer);
        return members.filter(PublishedLayer::queryable)
                .map(PublishedLayer::qualifiedName)
                .collect(Collectors.toSet());
    }

    /** PROPERTYNAME, {@code a,b} for all layers or {@code (a,b)(c)} for one after the other; nothing for one means all. */
    private static List<@Nullable Set<String>> properties(Kvp kvp, int layers) {
        List<String> groups = kvp.text("PROPERTYNAME").map(Kvp::groups).orElse(List.of(""));
        if (groups.size() != 1 && groups.size() != layers) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "propertyname",
                    layers + " layers are asked, but PROPERTYNAME has " + groups.size() + " lists; give one for each");
        }
        List<@Nullable Set<String>> properties = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            String list = groups.get(groups.size() == 1 ? 0 : i);
            properties.add(list.isBlank() ? null : new LinkedHashSet<>(Kvp.split(list, ',')));
        }
        return properties;
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

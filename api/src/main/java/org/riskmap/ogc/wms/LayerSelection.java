package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.filter.Filters;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.style.Style;
import org.riskmap.style.StyleDocument.StyledLayer;

/**
 * Reads LAYERS, STYLES, SLD_BODY, CQL_FILTER, FILTER, FEATUREID, SORTBY and TIME into the layers to draw, groups replaced
 * by their members.
 */
final class LayerSelection {

    private final Catalog catalog;
    private final Kvp kvp;
    private final TimeSelection time;
    private final Optional<SldBody> own;

    LayerSelection(Catalog catalog, Kvp kvp, TimeSelection time) {
        this.catalog = catalog;
        this.kvp = kvp;
        this.time = time;
        this.own = SldBody.of(kvp);
    }

    /** The layers of LAYERS, or where there are none those that SLD_BODY draws, first drawn first. */
    List<RequestedLayer> requested() {
        List<String> names = kvp.list("LAYERS");
        if (names.isEmpty() && own.isPresent()) {
            return ofDocument(own.get());
        }
        if (names.isEmpty()) {
            if (kvp.request().layer() == null) {
                throw new WmsFailure(Code.MISSING_PARAMETER, "layers", "No LAYERS has been requested");
            }
            names = List.of(kvp.request().layer());
        }
        List<String> styles = positions("STYLES", kvp.list("STYLES"), names.size());
        List<Filter> filters = filters(names.size());
        List<List<SortKey>> orders = SortOrders.of(kvp, names.size());
        List<RequestedLayer> requested = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            add(requested, find(names.get(i), "layers"), styles.get(i), filters.get(i), orders.get(i));
        }
        return requested;
    }

    private List<RequestedLayer> ofDocument(SldBody document) {
        List<StyledLayer> layers = document.layers();
        List<Filter> filters = filters(layers.size());
        List<List<SortKey>> orders = SortOrders.of(kvp, layers.size());
        List<RequestedLayer> requested = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            StyledLayer styled = layers.get(i);
            PublishedLayer layer = find(String.valueOf(styled.name()), "sld_body");
            if (layer instanceof LayerGroup
                    || styled.styles().isEmpty() && styled.namedStyles().isEmpty()) {
                add(requested, layer, "", filters.get(i), orders.get(i));
            }
            if (!(layer instanceof LayerGroup)) {
                for (Style style : styled.styles()) {
                    requested.add(new RequestedLayer(layer, style, timed(layer, filters.get(i)), orders.get(i)));
                }
            }
            for (String style : styled.namedStyles()) {
                add(requested, layer, style, filters.get(i), orders.get(i));
            }
        }
        if (requested.isEmpty()) {
            throw new WmsFailure(Code.MISSING_PARAMETER, "layers", "SLD_BODY names no layer, and LAYERS is missing");
        }
        return requested;
    }

    /** The layer or group of a name, in the workspace of the virtual service where the request has one. */
    PublishedLayer find(String name, String locator) {
        String workspace = kvp.request().workspace();
        String only = kvp.request().layer();
        Optional<PublishedLayer> found =
                catalog.find(name, workspace).filter(each -> only == null || only.equals(each.name()));
        return found.orElseThrow(() -> {
            String full = workspace == null || name.contains(":") ? name : workspace + ":" + name;
            return new WmsFailure(Code.LAYER_NOT_DEFINED, locator, "Could not find layer " + full);
        });
    }

    /** A layer's style of a name, from SLD_BODY first; its default where the name is empty. */
    NamedStyle style(PublishedLayer layer, String name) {
        Optional<Style> brought = own.flatMap(each -> each.style(List.of(layer.name(), layer.qualifiedName()), name));
        if (brought.isPresent()) {
            return new NamedStyle(null, name, brought.get(), "");
        }
        if (!name.isEmpty()) {
            return catalog.style(name, layer.workspace())
                    .orElseThrow(() -> new WmsFailure(Code.STYLE_NOT_DEFINED, null, "No such style: " + name));
        }
        if (layer instanceof FeatureLayer features) {
            return features.defaultStyle();
        }
        if (layer instanceof CoverageLayer coverage) {
            return coverage.defaultStyle();
        }
        throw new IllegalArgumentException("a group has no style of its own: " + layer.name());
    }

    private void add(
            List<RequestedLayer> requested, PublishedLayer layer, String style, Filter filter, List<SortKey> sort) {
        if (layer instanceof LayerGroup group) {
            addGroup(requested, group, style, filter, sort);
        } else {
            requested.add(new RequestedLayer(layer, style(layer, style).style(), timed(layer, filter), sort));
        }
    }

    private void addGroup(
            List<RequestedLayer> requested, LayerGroup group, String style, Filter filter, List<SortKey> sort) {
        if (!style.isEmpty()
                && !style.equals("default-style-" + group.name())
                && !style.equals("default-style-" + group.qualifiedName())) {
            throw new WmsFailure(
                    Code.STYLE_NOT_DEFINED,
                    "styles",
                    "The group " + group.name() + " has no style " + style + "; leave it empty");
        }
        if (group.mode() == LayerGroup.Mode.CONTAINER) {
            throw new WmsFailure(Code.LAYER_NOT_DEFINED, "layers", "Could not find layer " + group.qualifiedName());
        }
        group.flat().forEach(member -> {
            @Nullable NamedStyle own = member.style();
            Style drawn = (own == null ? style(member.layer(), "") : own).style();
            requested.add(new RequestedLayer(member.layer(), drawn, timed(member.layer(), filter), sort));
        });
    }

    private Filter timed(PublishedLayer layer, Filter filter) {
        return layer instanceof FeatureLayer features && features.time() != null
                ? Filters.all(List.of(filter, time.filter(features)))
                : filter;
    }

    /** As many entries as layers: none means all empty. */
    private static List<String> positions(String parameter, List<String> given, int layers) {
        if (given.isEmpty() || given.stream().allMatch(String::isEmpty)) {
            return Collections.nCopies(layers, "");
        }
        if (given.size() != layers) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    parameter.toLowerCase(java.util.Locale.ROOT),
                    layers + " layers requested, but found " + given.size() + " in " + parameter);
        }
        return given;
    }

    /** One filter for each layer; a single one holds for all. */
    private List<Filter> filters(int layers) {
        List<Filter> given = new ArrayList<>();
        if (kvp.text("CQL_FILTER").isPresent()) {
            Kvp.splitOutsideQuotes(kvp.required("CQL_FILTER"), ';')
                    .forEach(text -> given.add(text.isEmpty() ? Filter.INCLUDE : Filters.ecql("CQL_FILTER", text)));
        } else if (kvp.text("FILTER").isPresent()) {
            Kvp.groups(kvp.required("FILTER")).forEach(text -> given.add(Filters.xml("FILTER", text)));
        } else if (kvp.text("FEATUREID").isPresent()) {
            String ids = kvp.list("FEATUREID").stream()
                    .map(id -> "'" + id.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
            given.add(Filters.ecql("FEATUREID", "IN (" + ids + ")"));
        }
        if (given.isEmpty()) {
            return Collections.nCopies(layers, Filter.INCLUDE);
        }
        if (given.size() == 1) {
            return Collections.nCopies(layers, given.get(0));
        }
        if (given.size() < layers) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "filter",
                    layers + " layers requested, but found " + given.size() + " filters; give one for each layer");
        }
        return given; // as in GeoServer, filters beyond the last layer are not looked at
    }
}

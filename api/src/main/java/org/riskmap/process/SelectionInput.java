package org.riskmap.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.riskmap.kernel.Feature;
import tools.jackson.databind.JsonNode;

/**
 * Reads selections: {@code {"layer": "risk:shelter", "filter": "<ECQL>"}}, {@code {"features": <FeatureCollection>}}, a
 * FeatureCollection or Feature itself and, where the input allows it, a bare GeoJSON geometry.
 */
final class SelectionInput {

    /** The most features that a request may carry in one input. */
    static final int MOST_FEATURES = 200_000;

    private static final int LONGEST_FILTER = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> GEOMETRIES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    private SelectionInput() {}

    /** A selection, a FeatureCollection or a Feature. */
    static Selection read(Input input) {
        return read(input, false);
    }

    /** The same, or all of a layer where the input is not given. */
    static Selection readOr(Inputs inputs, String name, String layer) {
        Input input = inputs.get(name);
        return input.given() ? read(input) : new Selection.OfLayer(name, layer, null);
    }

    /** A selection, or a GeoJSON geometry, which becomes one feature. */
    static Selection readWithGeometry(Input input) {
        return read(input, true);
    }

    /** A layer by its name, with or without the workspace {@code risk:}. */
    static Selection.OfLayer layer(Input name) {
        String text = name.text(LONGEST_NAME);
        return new Selection.OfLayer(name.path(), text.contains(":") ? text : "risk:" + text, null);
    }

    private static Selection read(Input input, boolean geometry) {
        if (!input.isObject()) {
            throw input.wrong("it is not a selection", forms(geometry));
        }
        JsonNode type = input.json().get("type");
        if (type != null && type.isString()) {
            return inline(input, type.asString(), geometry);
        }
        if (input.member("layer").given()) {
            input.object("layer", "filter");
            Selection.OfLayer all = layer(input.member("layer"));
            Input filter = input.member("filter");
            return filter.given() ? new Selection.OfLayer(all.path(), all.layer(), filter.text(LONGEST_FILTER)) : all;
        }
        if (input.member("features").given()) {
            Input features = input.object("features").member("features");
            return new Selection.Inline(input.path(), GeoJsonInput.collection(features, MOST_FEATURES));
        }
        throw input.wrong("it is not a selection", forms(geometry));
    }

    private static Selection inline(Input input, String type, boolean geometry) {
        if (type.equals("FeatureCollection")) {
            return new Selection.Inline(input.path(), GeoJsonInput.collection(input, MOST_FEATURES));
        }
        if (type.equals("Feature")) {
            return new Selection.Inline(
                    input.path(), GeoJsonInput.identified(input, List.of(GeoJsonInput.feature(input))));
        }
        if (GEOMETRIES.contains(type) && geometry) {
            List<Feature> one = new ArrayList<>();
            one.add(new Feature("", GeoJsonInput.geometry(input), java.util.Map.of()));
            return new Selection.Inline(input.path(), GeoJsonInput.identified(input, one));
        }
        throw input.wrong("'" + type + "' cannot be used here", forms(geometry));
    }

    private static String forms(boolean geometry) {
        return "give {\"layer\": \"risk:…\", \"filter\": \"…\"}, {\"features\": a GeoJSON FeatureCollection}"
                + (geometry ? " or a GeoJSON geometry" : "");
    }
}

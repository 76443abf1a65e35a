package org.riskmap.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Land as GeoJSON (RFC 7946), longitude first. */
final class GeoJsonText {

    private GeoJsonText() {}

    /** One feature, its property the level of the warning. */
    static JsonNode area(Geometry area, Level level) {
        return collection(List.of(new Feature("area", area, Map.of("level", level.word()))));
    }

    static JsonNode closures(List<Impact.Closed> closed) {
        List<Feature> features = new ArrayList<>();
        for (Impact.Closed one : closed) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("name", one.name());
            properties.put("road_classes", one.roadClasses());
            features.add(new Feature("closure-" + (features.size() + 1), one.land(), properties));
        }
        return collection(features);
    }

    private static JsonNode collection(List<Feature> features) {
        return JsonMapper.shared()
                .readTree(CanonicalJson.featureCollection(features).bytes());
    }
}

package org.riskmap.ogc.wms;

import java.time.Instant;
import java.util.List;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.ogc.GeoJson;
import org.riskmap.ogc.Json;

/** What was found as GeoJSON in the map's system, x first, with the members that GeoServer adds. */
final class InfoJson {

    private static final int DECIMALS = 8;

    private final StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    private final GeoJson json = new GeoJson(text, DECIMALS);
    private int count;
    private boolean placed;

    private InfoJson() {}

    static String write(List<InfoHits> hits, Crs crs) {
        InfoJson writer = new InfoJson();
        hits.forEach(found -> found.features().forEach(feature -> writer.feature(found, feature)));
        return writer.end(crs);
    }

    private void feature(InfoHits found, Feature feature) {
        text.append(count++ > 0 ? "," : "").append("{\"type\":\"Feature\",\"id\":");
        Json.string(text, feature.id());
        text.append(",\"geometry\":");
        json.geometry(found.geometryName() == null ? null : feature.geometry());
        if (found.geometryName() != null) {
            placed |= feature.geometry() != null;
            text.append(",\"geometry_name\":");
            Json.string(text, found.geometryName());
        }
        text.append(",\"properties\":{");
        String comma = "";
        for (String name : found.names()) {
            if (!name.equals(found.geometryName())) {
                text.append(comma);
                json.property(name, feature.properties().get(name));
                comma = ",";
            }
        }
        text.append("}}");
    }

    private String end(Crs crs) {
        text.append("],\"totalFeatures\":\"unknown\",\"numberReturned\":")
                .append(count)
                .append(",\"timeStamp\":\"")
                .append(Instant.now())
                .append("\",\"crs\":");
        if (placed) {
            text.append("{\"type\":\"name\",\"properties\":{\"name\":\"")
                    .append(crs.urn())
                    .append("\"}}");
        } else {
            text.append("null");
        }
        return text.append('}').toString();
    }
}

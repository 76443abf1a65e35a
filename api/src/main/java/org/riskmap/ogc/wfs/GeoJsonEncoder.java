package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Decimals;
import org.riskmap.ogc.GeoJson;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;

/** GeoJSON (RFC 7946, positions always east first) with the members that GeoServer adds. */
final class GeoJsonEncoder implements FeatureEncoder {

    private final TextOut out;
    private final StringBuilder text;
    private final GeoJson json;
    private final Envelope all = new Envelope();
    private Answer answer;
    private AnswerPart part;
    private boolean first = true;
    private @Nullable String crs;

    GeoJsonEncoder(TextOut out) {
        this.out = out;
        this.text = out.text();
        this.json = new GeoJson(text, Decimals.PLACES);
    }

    @Override
    public void begin(Answer answer) {
        this.answer = answer;
        text.append("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Override
    public void beginPart(AnswerPart part) {
        this.part = part;
    }

    @Override
    public void feature(Feature feature, @Nullable Geometry geometry) {
        text.append(first ? "{\"type\":\"Feature\",\"id\":" : ",{\"type\":\"Feature\",\"id\":");
        first = false;
        Json.string(text, part.featureId(feature.id()));
        text.append(",\"geometry\":");
        json.geometry(geometry);
        if (part.geometry() != null) {
            text.append(",\"geometry_name\":");
            Json.string(text, part.geometry());
        }
        text.append(",\"properties\":{");
        properties(feature);
        text.append('}');
        if (geometry != null && !geometry.isEmpty()) {
            crs = part.crs().crs().urn();
            all.expandToInclude(geometry.getEnvelopeInternal());
            text.append(",\"bbox\":");
            json.bbox(geometry.getEnvelopeInternal());
        }
        text.append('}');
        out.drain();
    }

    private void properties(Feature feature) {
        boolean firstProperty = true;
        for (LayerProperty property : part.properties()) {
            if (property.name().equals(part.geometry())) {
                continue;
            }
            if (!firstProperty) {
                text.append(',');
            }
            firstProperty = false;
            json.property(property.name(), feature.properties().get(property.name()));
        }
    }

    @Override
    public void endPart() {}

    @Override
    public void end() {
        text.append("],\"totalFeatures\":").append(answer.matched());
        text.append(",\"numberMatched\":").append(answer.matched());
        text.append(",\"numberReturned\":").append(answer.returned());
        text.append(",\"timeStamp\":");
        Json.string(text, answer.timeStamp());
        links();
        text.append(",\"crs\":");
        if (crs == null) {
            text.append("null");
        } else {
            text.append("{\"type\":\"name\",\"properties\":{\"name\":");
            Json.string(text, crs);
            text.append("}}");
        }
        if (!all.isNull()) {
            text.append(",\"bbox\":");
            json.bbox(all);
        }
        text.append('}');
    }

    private void links() {
        if (answer.previous() == null && answer.next() == null) {
            return;
        }
        text.append(",\"links\":[");
        link("previous", answer.previous());
        text.append(answer.previous() != null && answer.next() != null ? "," : "");
        link("next", answer.next());
        text.append(']');
    }

    private void link(String relation, @Nullable String url) {
        if (url != null) {
            text.append("{\"title\":\"").append(relation).append(" page\",\"type\":\"application/json\",\"rel\":\"");
            text.append(relation).append("\",\"href\":");
            Json.string(text, url);
            text.append('}');
        }
    }
}

package org.riskmap.ogc.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.GeoJson;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;

/** Features as GeoJSON (17-069r4, clause 8.3); positions in the order of the answer's system. */
final class GeoJsonItems implements Items.Writer {

    private final TextOut out;
    private final StringBuilder text;
    private final ApiRequest request;
    private final ItemsRequest asked;
    private final FeatureLayer layer;
    private final ShownGeometry shown;
    private final GeoJson json;
    private String between = "";

    GeoJsonItems(TextOut out, ApiRequest request, ItemsRequest asked, FeatureLayer layer) {
        this.out = out;
        this.text = out.text();
        this.request = request;
        this.asked = asked;
        this.layer = layer;
        this.shown = new ShownGeometry(layer.nativeCrs(), asked.crs().crs());
        this.json = new GeoJson(text, shown.decimals());
    }

    @Override
    public void begin(Items.Page page) {
        List<Link> links = new ArrayList<>(Link.own(request, Link.GEOJSON));
        links.addAll(Items.neighbours(request, asked, page));
        links.add(new Link(collection(), "collection", Link.JSON, layer.title()));
        text.append("{\"type\":\"FeatureCollection\",\"numberMatched\":").append(page.matched());
        text.append(",\"numberReturned\":").append(page.returned()).append(",\"timeStamp\":");
        Json.string(text, Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        text.append(',');
        Link.write(links, text);
        text.append(",\"features\":[");
    }

    private String collection() {
        return request.base() + request.path().replaceFirst("/items(/.*)?$", "");
    }

    @Override
    public void feature(Feature feature) {
        text.append(between);
        between = ",\n";
        members(feature);
        text.append('}');
        out.drain();
    }

    private void members(Feature feature) {
        text.append("{\"type\":\"Feature\",\"id\":");
        Json.string(text, layer.name() + "." + feature.id());
        text.append(",\"geometry\":");
        Geometry geometry = feature.geometry();
        json.geometry(geometry == null || geometry.isEmpty() ? null : shown.of(geometry));
        text.append(",\"properties\":{");
        String comma = "";
        for (LayerProperty property : asked.properties()) {
            text.append(comma);
            comma = ",";
            json.property(property.name(), feature.properties().get(property.name()));
        }
        text.append('}');
    }

    /** A feature by itself, with its links. */
    void alone(Feature feature) {
        members(feature);
        List<Link> links = new ArrayList<>(Link.own(request, Link.GEOJSON));
        links.add(new Link(collection(), "collection", Link.JSON, layer.title()));
        text.append(',');
        Link.write(links, text);
        text.append('}');
    }

    @Override
    public void end(Items.Page page) {
        text.append("]}");
    }
}

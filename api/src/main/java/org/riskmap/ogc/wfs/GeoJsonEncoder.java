package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;

/** GeoJSON (RFC 7946, positions always east first) with the members that GeoServer adds. */
final class GeoJsonEncoder implements FeatureEncoder {

    private final TextOut out;
    private final StringBuilder text;
    private final Envelope all = new Envelope();
    private Answer answer;
    private AnswerPart part;
    private boolean first = true;
    private @Nullable String crs;

    GeoJsonEncoder(TextOut out) {
        this.out = out;
        this.text = out.text();
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
        if (geometry == null) {
            text.append("null");
        } else {
            geometry(geometry);
        }
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
            bbox(geometry.getEnvelopeInternal());
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
            Json.string(text, property.name());
            text.append(':');
            Object value = feature.properties().get(property.name());
            if (value instanceof Geometry other) {
                geometry(other);
            } else {
                Json.value(text, value);
            }
        }
    }

    private void bbox(Envelope box) {
        text.append(",\"bbox\":[");
        Decimals.append(text, box.getMinX());
        text.append(',');
        Decimals.append(text, box.getMinY());
        text.append(',');
        Decimals.append(text, box.getMaxX());
        text.append(',');
        Decimals.append(text, box.getMaxY());
        text.append(']');
    }

    private void geometry(Geometry geometry) {
        text.append("{\"type\":\"").append(geometry.getGeometryType());
        if (geometry.getClass() == GeometryCollection.class) {
            text.append("\",\"geometries\":[");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                text.append(i > 0 ? "," : "");
                geometry(geometry.getGeometryN(i));
            }
            text.append("]}");
        } else {
            text.append("\",\"coordinates\":");
            coordinates(geometry);
            text.append('}');
        }
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                text.append("[]");
            } else {
                position(point.getX(), point.getY());
            }
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            text.append('[');
            if (!polygon.isEmpty()) {
                positions(polygon.getExteriorRing().getCoordinateSequence());
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                text.append(',');
                positions(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
            text.append(']');
        } else {
            text.append('[');
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                text.append(i > 0 ? "," : "");
                coordinates(geometry.getGeometryN(i));
            }
            text.append(']');
        }
    }

    private void positions(CoordinateSequence sequence) {
        text.append('[');
        for (int i = 0; i < sequence.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            position(sequence.getX(i), sequence.getY(i));
        }
        text.append(']');
    }

    private void position(double x, double y) {
        text.append('[');
        Decimals.append(text, x);
        text.append(',');
        Decimals.append(text, y);
        text.append(']');
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
            bbox(all);
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

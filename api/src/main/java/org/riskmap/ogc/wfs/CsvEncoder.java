package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.AxisOrder;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;

/** CSV (RFC 4180): a column FID, then the properties, geometry as WKT in the axis order of the output system. */
final class CsvEncoder implements FeatureEncoder {

    private final TextOut out;
    private final StringBuilder text;
    private AnswerPart part;

    CsvEncoder(TextOut out) {
        this.out = out;
        this.text = out.text();
    }

    @Override
    public void begin(Answer answer) {}

    @Override
    public void beginPart(AnswerPart part) {
        this.part = part;
        text.append("FID");
        for (LayerProperty property : part.properties()) {
            text.append(',');
            cell(property.name());
        }
        text.append("\r\n");
    }

    @Override
    public void feature(Feature feature, @Nullable Geometry geometry) {
        cell(part.featureId(feature.id()));
        for (LayerProperty property : part.properties()) {
            text.append(',');
            Object value = property.name().equals(part.geometry())
                    ? geometry
                    : feature.properties().get(property.name());
            if (value instanceof Geometry shape) {
                cell(wkt(shape));
            } else if (value != null) {
                cell(Json.text(value));
            }
        }
        text.append("\r\n");
        out.drain();
    }

    private String wkt(Geometry geometry) {
        Geometry shown = part.crs().crs().northFirst() ? AxisOrder.swapped(geometry) : geometry;
        return Wkt.of(shown);
    }

    private void cell(String value) {
        boolean quoted = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        if (quoted) {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            text.append(value);
        }
    }

    @Override
    public void endPart() {}

    @Override
    public void end() {}
}

package org.riskmap.ogc.wms;

import java.util.HashMap;
import java.util.Map;
import org.geotools.filter.function.EnvFunction;
import org.riskmap.ogc.Kvp;
import org.riskmap.render.Viewport;

/**
 * What the function {@code env} gives in styles and filters while one request is answered: GeoServer's parameter {@code ENV}, as
 * {@code color:ff0000;size:12}, and what it tells of the map. A request is answered by one thread, which keeps them.
 */
final class StyleVariables implements AutoCloseable {

    private StyleVariables() {}

    /** From here until it is closed. */
    static StyleVariables of(Kvp kvp) {
        Map<String, Object> told = new HashMap<>();
        kvp.text("ENV").ifPresent(text -> {
            for (String pair : Kvp.split(text, ';')) {
                String[] parts = pair.split(":", 2);
                if (parts.length == 2 && !parts[0].isBlank()) {
                    told.put(parts[0].strip(), parts[1].strip());
                }
            }
        });
        EnvFunction.setLocalValues(told);
        return new StyleVariables();
    }

    /** Adds what is known of a map: its scale, size and system. */
    static void ofMap(Viewport viewport) {
        EnvFunction.setLocalValue("wms_scale_denominator", viewport.scaleDenominator());
        EnvFunction.setLocalValue("wms_width", viewport.width());
        EnvFunction.setLocalValue("wms_height", viewport.height());
        EnvFunction.setLocalValue("wms_srs", viewport.crs().epsgName());
    }

    @Override
    public void close() {
        EnvFunction.clearLocalValues();
    }
}

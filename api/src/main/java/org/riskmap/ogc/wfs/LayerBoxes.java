package org.riskmap.ogc.wfs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureReader;

/** Where layers lie, in degrees: as the directory says, else as their data are, looked up again after half a minute. */
final class LayerBoxes {

    private static final Duration HOLDS = Duration.ofSeconds(30);
    private static final Envelope WORLD = new Envelope(-180, -90, 180, 90);

    private record Known(FeatureLayer layer, Envelope box, long atNanos) {}

    private final FeatureReader reader;
    private final Map<String, Known> boxes = new ConcurrentHashMap<>();

    LayerBoxes(FeatureReader reader) {
        this.reader = reader;
    }

    /** Degrees, longitude first; the whole world for a layer without features, of which nothing more can be said. */
    Envelope of(FeatureLayer layer) {
        Envelope said = layer.lonLatBox();
        if (said != null) {
            return said;
        }
        long now = System.nanoTime();
        Known known = boxes.get(layer.qualifiedName());
        if (known == null || known.layer() != layer || now - known.atNanos() > HOLDS.toNanos()) {
            known = new Known(layer, measured(layer), now);
            boxes.put(layer.qualifiedName(), known);
        }
        return known.box();
    }

    private Envelope measured(FeatureLayer layer) {
        Optional<Envelope> found = reader.bounds(layer);
        return found.map(box ->
                        Reprojection.between(layer.nativeCrs(), Crs.CRS84).apply(box))
                .orElse(WORLD);
    }
}

package org.riskmap.ogc;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureReader;
import org.springframework.stereotype.Component;

/**
 * Where layers lie, in longitude and latitude: as the directory says, else as the data are, looked up again after half a
 * minute. Safe for many threads.
 */
@Component
public final class LayerBoxes {

    /** What is said of a layer that holds nothing yet: all that CGCS2000 is for (EPSG area of use 1067). */
    public static final Envelope EMPTY = new Envelope(73.62, 16.7, 134.77, 53.56);

    private static final Duration HOLDS = Duration.ofSeconds(30);

    private record Known(FeatureLayer layer, Optional<Envelope> box, long atNanos) {}

    private final FeatureReader features;
    private final RasterFiles rasters;
    private final Map<String, Known> measured = new ConcurrentHashMap<>();

    public LayerBoxes(FeatureReader features, RasterFiles rasters) {
        this.features = features;
        this.rasters = rasters;
    }

    /** Degrees, longitude first; {@link #EMPTY} for a layer that holds nothing. */
    public Envelope of(PublishedLayer layer) {
        return find(layer).orElse(EMPTY);
    }

    private Optional<Envelope> find(PublishedLayer layer) {
        Envelope said = layer.lonLatBox();
        if (said != null) {
            return Optional.of(said);
        }
        if (layer instanceof FeatureLayer table) {
            return measured(table);
        }
        if (layer instanceof CoverageLayer coverage) {
            return rasters.find(coverage).flatMap(file -> to(file.envelope(), file.crs(), Crs.CRS84));
        }
        return ((LayerGroup) layer)
                .flat()
                .flatMap(member -> find(member.layer()).stream())
                .reduce(Envelope::union);
    }

    private Optional<Envelope> measured(FeatureLayer layer) {
        long now = System.nanoTime();
        Known known = measured.get(layer.qualifiedName());
        if (known == null || known.layer() != layer || now - known.atNanos() > HOLDS.toNanos()) {
            Optional<Envelope> box = features.bounds(layer).flatMap(each -> to(each, layer.nativeCrs(), Crs.CRS84));
            known = new Known(layer, box, now);
            measured.put(layer.qualifiedName(), known);
        }
        return known.box();
    }

    /** A box in another system; empty where that system cannot show it, so that capabilities leave it out. */
    public static Optional<Envelope> to(Envelope box, Crs from, Crs to) {
        try {
            return Optional.of(Reprojection.between(from, to).apply(box));
        } catch (InvalidInput outside) {
            return Optional.empty(); // the caller has no box to tell then
        }
    }
}

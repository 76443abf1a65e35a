package org.riskmap.ogc.wms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureReader;

/** Where a layer's data lie, in longitude and latitude: as the directory says, else as the data are. */
final class LayerBoxes {

    /** What is said of a layer that holds nothing yet: all that CGCS2000 is for (EPSG area of use 1067). */
    static final Envelope EMPTY = new Envelope(73.62, 16.7, 134.77, 53.56);

    private final FeatureReader features;
    private final RasterFiles rasters;

    LayerBoxes(FeatureReader features, RasterFiles rasters) {
        this.features = features;
        this.rasters = rasters;
    }

    Envelope of(PublishedLayer layer) {
        return find(layer).orElse(EMPTY);
    }

    private Optional<Envelope> find(PublishedLayer layer) {
        @Nullable Envelope said = layer.lonLatBox();
        if (said != null) {
            return Optional.of(said);
        }
        if (layer instanceof FeatureLayer table) {
            return features.bounds(table).flatMap(box -> lonLat(box, table.nativeCrs()));
        }
        if (layer instanceof CoverageLayer coverage) {
            return rasters.find(coverage).flatMap(file -> lonLat(file.envelope(), file.crs()));
        }
        return ((LayerGroup) layer)
                .flat()
                .flatMap(member -> find(member.layer()).stream())
                .reduce(Envelope::union);
    }

    private static Optional<Envelope> lonLat(Envelope box, Crs crs) {
        return to(box, crs, Crs.CRS84);
    }

    /** A box in another system; empty where that system cannot show it. */
    static Optional<Envelope> to(Envelope box, Crs from, Crs to) {
        try {
            return Optional.of(Reprojection.between(from, to).apply(box));
        } catch (InvalidInput outside) {
            return Optional.empty(); // the capabilities leave out a box that does not exist
        }
    }
}

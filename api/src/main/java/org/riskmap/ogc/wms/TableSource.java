package org.riskmap.ogc.wms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.LayerMemory;
import org.riskmap.memory.MapScale;
import org.riskmap.memory.MemoryCursor;
import org.riskmap.ogc.MapPainter;
import org.riskmap.render.FeatureSource;
import org.riskmap.render.Viewport;

/**
 * Features of a table for the renderer: from memory where they are kept there and neither filtered nor sorted, else from the
 * database.
 *
 * @param moment of the layers in memory
 * @param bufferPx how far beyond what the renderer wants features are read, pixels
 * @param longest time that the database may take
 * @param reads takes what is read
 */
record TableSource(
        FeatureReader reader,
        LayerMemory.Moment moment,
        FeatureLayer table,
        RequestedLayer requested,
        int bufferPx,
        Duration longest,
        List<MapPainter.Read> reads)
        implements FeatureSource {

    @Override
    public Crs crs() {
        return table.nativeCrs().eastFirst();
    }

    @Override
    public Rows open(Wanted wanted) {
        double further = bufferPx * wanted.resolution();
        Envelope bounds = wanted.bounds().grown(further, further);
        reads.add(new MapPainter.Read(table, bounds));
        if (requested.filter() == Filter.INCLUDE && requested.sort().isEmpty()) {
            MapScale scale = scale(wanted);
            Optional<MemoryCursor> kept = moment.features(table, bounds, scale);
            if (kept.isPresent()) {
                return new CursorRows(kept.get(), kept.get().crs(), scale != null);
            }
        }
        FeatureQuery query = FeatureQuery.all()
                .withBounds(bounds)
                .withFilter(requested.filter())
                .withProperties(List.copyOf(wanted.properties()))
                .withResolution(wanted.resolution())
                .withSort(requested.sort())
                .withTimeout(longest);
        return new CursorRows(reader.read(table, query), crs(), false);
    }

    /** Null where the style reads the geometry by its name. */
    private @Nullable MapScale scale(Wanted wanted) {
        Viewport map = wanted.map();
        boolean computes = reader.schema(table)
                .geometry()
                .map(own -> wanted.properties().contains(own.name()))
                .orElse(true);
        return map == null || computes ? null : new MapScale(map.crs(), Math.min(map.pixelWidth(), map.pixelHeight()));
    }

    private record CursorRows(FeatureCursor cursor, Crs crs, boolean ready) implements Rows {

        @Override
        public boolean next() {
            return cursor.next();
        }

        @Override
        public Feature feature() {
            return cursor.feature();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}

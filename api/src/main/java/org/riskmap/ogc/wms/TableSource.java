package org.riskmap.ogc.wms;

import java.time.Duration;
import java.util.List;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.MapPainter;
import org.riskmap.render.FeatureSource;

/**
 * Features of a table for the renderer.
 *
 * @param bufferPx how far beyond what the renderer wants features are read, pixels
 * @param longest time that the database may take
 * @param reads takes what is read
 */
record TableSource(
        FeatureReader reader,
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
        FeatureQuery query = FeatureQuery.all()
                .withBounds(bounds)
                .withFilter(requested.filter())
                .withProperties(List.copyOf(wanted.properties()))
                .withResolution(wanted.resolution())
                .withSort(requested.sort())
                .withTimeout(longest);
        FeatureCursor cursor = reader.read(table, query);
        return new Rows() {
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
        };
    }
}

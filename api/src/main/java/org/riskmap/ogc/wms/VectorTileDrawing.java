package org.riskmap.ogc.wms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.geotools.api.filter.Filter;
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
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.MapPainter;
import org.riskmap.render.Viewport;
import org.riskmap.vectortile.TileFrame;
import org.riskmap.vectortile.VectorTile;

/**
 * A map as one vector tile: of each layer the features that a rule of its style draws at the map's scale. Rasters have no
 * place in it.
 */
final class VectorTileDrawing {

    private final FeatureReader reader;
    private final LayerMemory.Moment moment;
    private final Duration longest;
    private final List<MapPainter.Read> reads = new ArrayList<>();

    VectorTileDrawing(FeatureReader reader, LayerMemory.Moment moment, Duration longest) {
        this.reader = reader;
        this.moment = moment;
        this.longest = longest;
    }

    /** What was read for the tiles drawn so far. */
    List<MapPainter.Read> reads() {
        return reads;
    }

    byte[] draw(MapRequest request) {
        MapRequest.Frame frame = request.frame();
        double scale = new Viewport(frame.envelope(), frame.crs(), frame.width(), frame.height(), frame.dpi())
                .scaleDenominator();
        TileFrame shown = TileFrame.of(frame.envelope(), frame.crs());
        VectorTile tile = new VectorTile(shown);
        Map<String, VectorTile.Layer> layers = new HashMap<>();
        for (RequestedLayer requested : request.layers()) {
            if (requested.layer() instanceof FeatureLayer table) {
                VectorTile.Layer layer = layers.computeIfAbsent(table.name(), tile::layer);
                add(layer, table, requested, shown, scale);
            }
        }
        return tile.bytes();
    }

    private void add(
            VectorTile.Layer layer, FeatureLayer table, RequestedLayer requested, TileFrame frame, double scale) {
        DrawnRules rules = new DrawnRules(requested.style(), scale);
        Optional<Envelope> bounds = LayerBoxes.to(frame.seen(), frame.crs(), table.nativeCrs());
        if (!rules.any() || bounds.isEmpty()) {
            return; // nothing of the layer is drawn at this scale, or can lie there
        }
        reads.add(new MapPainter.Read(table, bounds.get()));
        Predicate<Feature> drawn = rules.predicate();
        boolean plain = requested.filter() == Filter.INCLUDE && requested.sort().isEmpty() && !computes(rules, table);
        Optional<MemoryCursor> kept = plain
                ? moment.features(table, bounds.get(), new MapScale(frame.crs(), frame.unit()))
                : Optional.empty();
        try (Source source = kept.map(cursor -> new Source(cursor, cursor.crs()))
                .orElseGet(() -> fromDatabase(table, requested, bounds.get()))) {
            while (source.cursor().next()) {
                Feature feature = source.cursor().feature();
                if (drawn.test(feature)) {
                    layer.add(feature, source.crs());
                }
            }
        }
    }

    /** Whether a rule's condition looks at shapes, which memory gives in the tile's system and thinned. */
    private boolean computes(DrawnRules rules, FeatureLayer table) {
        return reader.schema(table)
                .geometry()
                .map(own -> rules.reads(own.name()) || rules.reads(""))
                .orElse(true);
    }

    private Source fromDatabase(FeatureLayer table, RequestedLayer requested, Envelope bounds) {
        FeatureQuery query = FeatureQuery.all()
                .withBounds(bounds)
                .withFilter(requested.filter())
                .withSort(requested.sort())
                .withTimeout(longest);
        return new Source(reader.read(table, query), table.nativeCrs().eastFirst());
    }

    private record Source(FeatureCursor cursor, Crs crs) implements AutoCloseable {

        @Override
        public void close() {
            cursor.close();
        }
    }
}

package org.riskmap.ogc.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.render.Canvas;
import org.riskmap.render.DrawnLayer;
import org.riskmap.render.FeatureSource;
import org.riskmap.render.Picture;
import org.riskmap.render.Renderer;
import org.riskmap.render.Viewport;

/** Draws maps, so many at a time as the limits allow. */
final class MapDrawing {

    private final FeatureReader features;
    private final RasterFiles rasters;
    private final WmsLimits limits;
    private final Semaphore turns;
    private final Renderer renderer = new Renderer();

    MapDrawing(FeatureReader features, RasterFiles rasters, WmsLimits limits) {
        this.features = features;
        this.rasters = rasters;
        this.limits = limits;
        this.turns = new Semaphore(limits.atOnce(), true);
    }

    /** A picture and what was read for it. */
    record Drawn(Picture picture, List<MapPainter.Read> reads) {}

    void answer(MapRequest request, HttpServletResponse response) throws IOException {
        Picture picture = draw(request).picture();
        response.setContentType(request.format().contentType());
        request.format().write(picture.image(), response.getOutputStream());
    }

    Drawn draw(MapRequest request) {
        limits.check(request.frame());
        List<MapPainter.Read> reads = new ArrayList<>();
        takeTurn();
        try {
            return new Drawn(draw(request, reads), reads);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new WmsFailure(Code.BUSY, null, "Too many maps are being drawn; try again in a moment");
    }

    private Picture draw(MapRequest request, List<MapPainter.Read> reads) {
        MapRequest.Frame frame = request.frame();
        Viewport viewport = new Viewport(frame.envelope(), frame.crs(), frame.width(), frame.height(), frame.dpi());
        boolean transparent = request.transparent() && request.format().carriesTransparency();
        Canvas canvas = new Canvas(
                transparent ? null : request.background(), request.antialias(), request.antialias(), limits.longest());
        List<DrawnLayer> layers = new ArrayList<>();
        request.layers().forEach(layer -> add(layers, layer, reads));
        return renderer.draw(layers, viewport, canvas);
    }

    private void add(List<DrawnLayer> layers, RequestedLayer requested, List<MapPainter.Read> reads) {
        String name = requested.layer().qualifiedName();
        if (requested.layer() instanceof FeatureLayer table) {
            layers.add(new DrawnLayer.OfFeatures(name, new TableSource(table, requested, reads), requested.style()));
        } else {
            rasters.find((CoverageLayer) requested.layer())
                    .ifPresent(file -> layers.add(new DrawnLayer.OfRaster(name, file, requested.style(), true)));
        }
    }

    /** Features of a table for the renderer. */
    private final class TableSource implements FeatureSource {

        private final FeatureLayer table;
        private final RequestedLayer requested;
        private final List<MapPainter.Read> reads;

        TableSource(FeatureLayer table, RequestedLayer requested, List<MapPainter.Read> reads) {
            this.table = table;
            this.requested = requested;
            this.reads = reads;
        }

        @Override
        public Crs crs() {
            return table.nativeCrs().eastFirst();
        }

        @Override
        public Rows open(Wanted wanted) {
            reads.add(new MapPainter.Read(table, wanted.bounds()));
            FeatureQuery query = FeatureQuery.all()
                    .withBounds(wanted.bounds())
                    .withFilter(requested.filter())
                    .withProperties(List.copyOf(wanted.properties()))
                    .withResolution(wanted.resolution())
                    .withTimeout(limits.longest());
            FeatureCursor cursor = features.read(table, query);
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
}

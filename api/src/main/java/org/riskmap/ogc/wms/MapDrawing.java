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

    void answer(MapRequest request, HttpServletResponse response) throws IOException {
        limits.check(request.frame());
        takeTurn();
        Picture picture;
        try {
            picture = draw(request);
        } finally {
            turns.release();
        }
        response.setContentType(request.format().contentType());
        request.format().write(picture.image(), response.getOutputStream());
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

    private Picture draw(MapRequest request) {
        MapRequest.Frame frame = request.frame();
        Viewport viewport = new Viewport(frame.envelope(), frame.crs(), frame.width(), frame.height(), frame.dpi());
        boolean transparent = request.transparent() && request.format().carriesTransparency();
        Canvas canvas = new Canvas(
                transparent ? null : request.background(), request.antialias(), request.antialias(), limits.longest());
        List<DrawnLayer> layers = new ArrayList<>();
        request.layers().forEach(layer -> add(layers, layer));
        return renderer.draw(layers, viewport, canvas);
    }

    private void add(List<DrawnLayer> layers, RequestedLayer requested) {
        String name = requested.layer().qualifiedName();
        if (requested.layer() instanceof FeatureLayer table) {
            layers.add(new DrawnLayer.OfFeatures(name, new TableSource(table, requested), requested.style()));
        } else {
            rasters.find((CoverageLayer) requested.layer())
                    .ifPresent(file -> layers.add(new DrawnLayer.OfRaster(name, file, requested.style(), true)));
        }
    }

    /** Features of a table for the renderer. */
    private final class TableSource implements FeatureSource {

        private final FeatureLayer table;
        private final RequestedLayer requested;

        TableSource(FeatureLayer table, RequestedLayer requested) {
            this.table = table;
            this.requested = requested;
        }

        @Override
        public Crs crs() {
            return table.nativeCrs().eastFirst();
        }

        @Override
        public Rows open(Wanted wanted) {
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

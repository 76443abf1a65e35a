package org.riskmap.ogc.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.ServiceDescription.MapSettings;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.LayerMemory;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.render.Canvas;
import org.riskmap.render.DrawnLayer;
import org.riskmap.render.Picture;
import org.riskmap.render.Renderer;
import org.riskmap.render.Viewport;

/** Draws maps, so many at a time as the limits allow. */
final class MapDrawing {

    private final FeatureReader features;
    private final LayerMemory memory;
    private final RasterFiles rasters;
    private final WmsLimits limits;
    private final Semaphore turns;
    private final Renderer renderer = new Renderer();

    MapDrawing(FeatureReader features, LayerMemory memory, RasterFiles rasters, WmsLimits limits) {
        this.features = features;
        this.memory = memory;
        this.rasters = rasters;
        this.limits = limits;
        this.turns = new Semaphore(limits.atOnce(), true);
    }

    /** A picture and what was read for it. */
    record Drawn(Picture picture, List<MapPainter.Read> reads) {}

    /** @param directory what the data directory says of maps */
    void answer(MapRequest request, MapSettings directory, HttpServletResponse response) throws IOException {
        if (request.format() == MapFormat.VECTOR_TILE) {
            byte[] tile = vectorTile(request, directory).bytes();
            response.setContentType(request.format().contentType());
            response.getOutputStream().write(tile);
        } else {
            Picture picture = draw(request, directory).picture();
            response.setContentType(request.format().contentType());
            request.format().write(picture.image(), request.frame(), response.getOutputStream());
        }
    }

    /** @param directory what the data directory says of maps */
    MapPainter.VectorMap vectorTile(MapRequest request, MapSettings directory) {
        limits.check(request.frame(), directory);
        return inTurn(() -> {
            VectorTileDrawing tile = new VectorTileDrawing(features, memory.moment(), limits.longest(directory));
            return new MapPainter.VectorMap(tile.draw(request), tile.reads());
        });
    }

    /** @param directory what the data directory says of maps */
    Drawn draw(MapRequest request, MapSettings directory) {
        limits.check(request.frame(), directory);
        List<MapPainter.Read> reads = new ArrayList<>();
        return inTurn(() -> new Drawn(draw(request, directory, reads), reads));
    }

    private <T> T inTurn(Supplier<T> work) {
        takeTurn();
        try {
            return work.get();
        } catch (InvalidInput wrong) { // said while features are read, such as a filter's unknown property
            throw new WmsFailure(Code.INTERNAL_ERROR, null, "Rendering process failed. " + wrong.getMessage());
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

    private Picture draw(MapRequest request, MapSettings directory, List<MapPainter.Read> reads) {
        Duration longest = limits.longest(directory);
        MapRequest.Frame frame = request.frame();
        int finer = request.format().finer((long) frame.width() * frame.height(), limits.mostPixels());
        Viewport viewport = new Viewport(
                frame.envelope(), frame.crs(), frame.width() * finer, frame.height() * finer, frame.dpi() * finer);
        StyleVariables.ofMap(viewport);
        boolean transparent = request.transparent() && request.format().carriesTransparency();
        Canvas canvas = new Canvas(
                transparent ? null : request.background(),
                request.antialias(),
                request.antialias(),
                request.gutterPx() * finer,
                longest);
        List<DrawnLayer> layers = new ArrayList<>();
        LayerMemory.Moment moment = memory.moment();
        for (RequestedLayer requested : request.layers()) {
            String name = requested.layer().qualifiedName();
            if (requested.layer() instanceof FeatureLayer table) {
                TableSource source =
                        new TableSource(features, moment, table, requested, request.bufferPx() * finer, longest, reads);
                layers.add(new DrawnLayer.OfFeatures(name, source, requested.style()));
            } else {
                rasters.find((CoverageLayer) requested.layer())
                        .ifPresent(file -> layers.add(
                                new DrawnLayer.OfRaster(name, file, requested.style(), directory.smoothRasters())));
            }
        }
        return renderer.draw(layers, viewport, canvas);
    }
}

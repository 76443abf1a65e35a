package org.riskmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.MapRefused;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.render.DrawingTooSlow;

/** Maps for the tile services, drawn exactly as GetMap draws them. */
final class TileMaps implements MapPainter {

    private final CatalogSource catalogs;
    private final FeatureReader features;
    private final MapDrawing drawing;

    TileMaps(CatalogSource catalogs, FeatureReader features, MapDrawing drawing) {
        this.catalogs = catalogs;
        this.features = features;
        this.drawing = drawing;
    }

    @Override
    public List<Part> parts(OgcRequest request) {
        return refusing(request, kvp -> new LayerSelection(catalogs.current(), kvp, time(kvp))
                .requested().stream()
                        .map(layer -> new Part(layer.layer(), layer.style(), layer.filter()))
                        .toList());
    }

    @Override
    public Painted paint(OgcRequest request) {
        return refusing(request, kvp -> {
            Catalog catalog = catalogs.current();
            MapRequest map = MapRequest.parse(kvp, WmsVersion.V1_1_1, catalog, time(kvp));
            MapDrawing.Drawn drawn = drawing.draw(map, catalog.service().maps());
            return new Encodable(drawn.picture().image(), drawn.reads(), map.format());
        });
    }

    @Override
    public VectorMap vectorTile(OgcRequest request) {
        return refusing(request, kvp -> {
            Catalog catalog = catalogs.current();
            MapRequest map = MapRequest.parse(kvp, WmsVersion.V1_1_1, catalog, time(kvp));
            return drawing.vectorTile(map, catalog.service().maps());
        });
    }

    private TimeSelection time(Kvp kvp) {
        return new TimeSelection(kvp, new TimedRows(features));
    }

    private static <T> T refusing(OgcRequest request, Function<Kvp, T> work) {
        try {
            return work.apply(new Kvp(request));
        } catch (WmsFailure failure) {
            throw refused(failure);
        } catch (BadParameter bad) {
            throw refused(WmsFailure.of(bad));
        } catch (DrawingTooSlow slow) {
            throw new MapRefused(Code.TOO_SLOW.word(), null, String.valueOf(slow.getMessage()), true);
        }
    }

    private static MapRefused refused(WmsFailure failure) {
        return new MapRefused(
                failure.code().map(Code::word).orElse(null),
                failure.locator().orElse(null),
                String.valueOf(failure.getMessage()),
                failure.code().filter(code -> code == Code.BUSY).isPresent());
    }

    private record Encodable(BufferedImage image, List<Read> reads, MapFormat format) implements Painted {

        @Override
        public String contentType() {
            return format.contentType();
        }

        @Override
        public byte[] encode(BufferedImage part) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
            try {
                format.writeLegend(part, bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    }
}

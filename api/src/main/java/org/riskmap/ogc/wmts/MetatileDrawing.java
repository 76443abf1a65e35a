package org.riskmap.ogc.wmts;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.TimeDimension;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.MapPainter;
import org.riskmap.tile.Metatile;
import org.riskmap.tile.TileMatrix;
import org.riskmap.tile.TileRange;
import org.riskmap.vectortile.VectorTile;

/** Draws blocks of tiles, and says what was read for them. */
final class MetatileDrawing {

    /** What is read is told a little larger: a rectangle's sides bend when they are transformed. */
    private static final double LARGER = 0.02;

    private final MapPainter painter;
    private final Validity validity;

    MetatileDrawing(MapPainter painter, FeatureReader features) {
        this.painter = painter;
        this.validity = new Validity(features);
    }

    Metatile draw(TileQuery query, TileRange block) {
        Instant now = Instant.now();
        List<MapPainter.Part> parts = painter.parts(MapRequests.layers(query));
        Instant until = validity.until(parts, query.look().time(), now);
        return query.look().format() == TileFormat.VECTOR ? vector(query, block, until) : picture(query, block, until);
    }

    private Metatile picture(TileQuery query, TileRange block, Instant until) {
        int gutter = query.layer().gutterPx();
        double margin = gutter * query.matrix().pixelSize();
        Envelope area = query.matrix().envelope(block).grown(margin, margin);
        int width = block.columns() * TileMatrix.TILE_PX + 2 * gutter;
        int height = block.rows() * TileMatrix.TILE_PX + 2 * gutter;
        MapPainter.Painted painted = painter.paint(MapRequests.picture(query, area, width, height, gutter));
        List<byte[]> tiles = new ArrayList<>();
        Map<Integer, byte[]> plain = new HashMap<>();
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                BufferedImage part = painted.image()
                        .getSubimage(
                                gutter + column * TileMatrix.TILE_PX,
                                gutter + row * TileMatrix.TILE_PX,
                                TileMatrix.TILE_PX,
                                TileMatrix.TILE_PX);
                Integer colour = onlyColour(part);
                tiles.add(
                        colour == null
                                ? painted.encode(part)
                                : plain.computeIfAbsent(colour, each -> painted.encode(part)));
            }
        }
        return Metatile.of(tiles, painted.contentType(), reads(painted.reads(), query), until);
    }

    /** Of a tile that has only one; null where it has several. */
    private static @Nullable Integer onlyColour(BufferedImage part) {
        int first = part.getRGB(0, 0);
        int[] line = new int[part.getWidth()];
        for (int y = 0; y < part.getHeight(); y++) {
            part.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int colour : line) {
                if (colour != first) {
                    return null;
                }
            }
        }
        return first;
    }

    private Metatile vector(TileQuery query, TileRange block, Instant until) {
        Envelope area = query.matrix().envelope(block);
        MapPainter.VectorMap tile =
                painter.vectorTile(MapRequests.map(query, area, TileMatrix.TILE_PX, TileMatrix.TILE_PX));
        return Metatile.of(List.of(tile.bytes()), VectorTile.MEDIA_TYPE, reads(tile.reads(), query), until);
    }

    private static List<Metatile.Read> reads(List<MapPainter.Read> reads, TileQuery query) {
        return reads.stream()
                .map(read -> read(read.layer(), read.bounds(), query))
                .toList();
    }

    /** In the storage's system; all of the table where that cannot be said, or where the time drawn depends on all rows. */
    private static Metatile.Read read(FeatureLayer layer, Envelope bounds, TileQuery query) {
        TimeDimension time = layer.time();
        boolean newest = time != null
                && time.whenAbsent() != TimeDimension.Default.FIXED
                && (query.look().time().isEmpty() || query.look().time().get().equalsIgnoreCase("current"));
        if (newest || !layer.nativeCrs().sameSystem(Crs.STORAGE)) {
            return new Metatile.Read(layer.table(), null);
        }
        return new Metatile.Read(layer.table(), bounds.grown(bounds.width() * LARGER, bounds.height() * LARGER));
    }
}

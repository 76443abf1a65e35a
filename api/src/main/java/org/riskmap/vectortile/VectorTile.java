package org.riskmap.vectortile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/**
 * Writes one tile of the Mapbox Vector Tile format 2.1. Layers come one after another, features into the layer as they are
 * read; nothing but the tile's own bytes is kept. One thread only.
 */
public final class VectorTile {

    /** What {@link #bytes} is, on HTTP. */
    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    private static final int LAYERS = 3;
    private static final int LARGEST_BYTES = 64 << 20;

    private final TileFrame frame;
    private final List<Layer> layers = new ArrayList<>();

    public VectorTile(TileFrame frame) {
        this.frame = frame;
    }

    /**
     * Begins a layer.
     *
     * @param name unique in the tile
     */
    public Layer layer(String name) {
        Layer layer = new Layer(name, frame);
        layers.add(layer);
        return layer;
    }

    /** The tile. Layers without a feature are left out (MVT 2.1, 4.1); a tile without a layer has no bytes. */
    public byte[] bytes() {
        Pbf tile = new Pbf(1024);
        for (Layer layer : layers) {
            if (layer.features > 0) {
                tile.message(LAYERS, layer.message());
            }
        }
        return tile.toBytes();
    }

    /** A layer that takes features. */
    public static final class Layer {

        private static final int VERSION = 2;

        private final String name;
        private final TileFrame frame;
        private final Map<Crs, Quantiser> quantisers = new HashMap<>();
        private @Nullable Quantiser quantiser;
        private final Dictionary dictionary = new Dictionary();
        private final Pbf written = new Pbf(4096);
        private final Pbf feature = new Pbf(256);
        private final Pbf packed = new Pbf(256);
        private final Pbf tags = new Pbf(64);
        private long features;

        private Layer(String name, TileFrame frame) {
            this.name = name;
            this.frame = frame;
        }

        /**
         * Writes what is seen of a feature. Its id is written where it is a whole number, which is all that the format
         * has room for.
         *
         * @param source what the feature's coordinates are in, east first
         * @return whether any of it is seen in the tile
         * @throws InvalidInput where the layer is larger than a tile may be
         */
        public boolean add(Feature given, Crs source) {
            if (given.geometry() == null) {
                return false;
            }
            if (quantiser == null || !quantiser.source().equals(source)) {
                quantiser = quantisers.computeIfAbsent(source, crs -> new Quantiser(frame, crs));
            }
            List<Shape> shapes = quantiser.shapes(given.geometry());
            if (shapes.isEmpty()) {
                return false;
            }
            tags.clear();
            dictionary.tags(given.properties(), tags);
            for (Shape shape : shapes) {
                write(given.id(), shape);
            }
            if (written.size() + dictionary.written().size() > LARGEST_BYTES) {
                throw new InvalidInput(
                        "layers", name + " has too much in this tile", "ask for a tile of a larger scale");
            }
            return true;
        }

        private void write(String id, Shape shape) {
            feature.clear();
            long number = wholeNumber(id);
            if (number >= 0) {
                feature.field(1, number);
            }
            feature.message(2, tags);
            feature.field(3, shape.type());
            packed.clear();
            shape.write(packed);
            feature.message(4, packed);
            written.message(2, feature);
            features++;
        }

        /** What is written as a whole number is: no sign, no zero before it, at most 18 digits; -1 where it is none. */
        private static long wholeNumber(String id) {
            int length = id.length();
            if (length == 0 || length > 18 || id.charAt(0) == '0' && length > 1) {
                return -1;
            }
            long number = 0;
            for (int i = 0; i < length; i++) {
                int digit = id.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = 10 * number + digit;
            }
            return number;
        }

        /** How many features are in the layer; one of several dimensions counts once for each. */
        public long features() {
            return features;
        }

        private Pbf message() {
            byte[] title = name.getBytes(StandardCharsets.UTF_8);
            Pbf layer = new Pbf(written.size() + dictionary.written().size() + title.length + 32);
            layer.field(15, VERSION);
            layer.bytesField(1, title, title.length);
            layer.append(written);
            layer.append(dictionary.written());
            layer.field(5, frame.extent());
            return layer;
        }
    }
}

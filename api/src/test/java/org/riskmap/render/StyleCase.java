package org.riskmap.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.raster.RasterFile;
import org.riskmap.style.Style;
import org.riskmap.style.StyleDocument;
import org.riskmap.style.StyleReader;

/**
 * A folder with a style and what it draws. {@code features.txt} begins with {@code map <width> <height> <metres per pixel>} in
 * Web Mercator whose origin is the picture's lower left corner, goes on with {@code layer <name>} and its features, {@code
 * <WKT> | name=value; …}. A named layer that ends in {@code .tif} is the raster of that name in the folder, mixed between its cells unless the first line ends in {@code
 * nearest}.
 */
record StyleCase(
        Path folder, Viewport viewport, boolean smooth, Map<String, List<Feature>> layers, StyleDocument document) {

    private static final Crs PLANE = Crs.eastFirst(3857);

    static StyleCase read(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("features.txt"));
        String[] map = lines.get(0).split(" ");
        int width = Integer.parseInt(map[1]);
        int height = Integer.parseInt(map[2]);
        double metres = Double.parseDouble(map[3]);
        Viewport viewport = new Viewport(
                new Envelope(0, 0, width * metres, height * metres), PLANE, width, height, Viewport.STANDARD_DPI);
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        List<Feature> layer = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("layer ")) {
                layer = new ArrayList<>();
                layers.put(line.substring("layer ".length()), layer);
            } else if (!line.isBlank()) {
                layer.add(feature(line, layer.size()));
            }
        }
        Path style = folder.resolve("map.sld");
        try (InputStream text = Files.newInputStream(style)) {
            Path pictures = folder.toAbsolutePath().normalize();
            return new StyleCase(
                    folder,
                    viewport,
                    map.length == 4,
                    layers,
                    StyleReader.read(style.toString(), text, List.of(pictures)));
        }
    }

    private static Feature feature(String line, int number) {
        String[] parts = line.split("\\|");
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (String pair : parts.length > 1 ? parts[1].split(";") : new String[0]) {
            String[] property = pair.strip().split("=", 2);
            properties.put(property[0], value(property[1]));
        }
        return new Feature("f." + number, geometry(parts[0]), properties);
    }

    private static Object value(String written) {
        if (written.matches("-?\\d{1,9}")) {
            return Integer.valueOf(written);
        }
        return written.matches("-?\\d+\\.\\d+") ? Double.valueOf(written) : written;
    }

    private static Geometry geometry(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    BufferedImage draw() {
        List<DrawnLayer> drawn = new ArrayList<>();
        List<RasterFile> opened = new ArrayList<>();
        for (StyleDocument.StyledLayer layer : document.layers()) {
            String name = String.valueOf(layer.name());
            for (Style style : layer.styles()) {
                if (name.endsWith(".tif")) {
                    RasterFile file = RasterFile.open(folder.resolve(name));
                    opened.add(file);
                    drawn.add(new DrawnLayer.OfRaster(name, file, style, smooth));
                } else {
                    drawn.add(new DrawnLayer.OfFeatures(name, new Listed(layers.get(name)), style));
                }
            }
        }
        BufferedImage image = new Renderer()
                .draw(drawn, viewport, new Canvas(Color.WHITE, true, true, Duration.ofMinutes(1)))
                .image();
        opened.forEach(RasterFile::close);
        return image;
    }

    /** Features of a list. */
    private record Listed(List<Feature> features) implements FeatureSource {
        @Override
        public Crs crs() {
            return PLANE;
        }

        @Override
        public Rows open(Wanted wanted) {
            return new Rows() {
                private int at = -1;

                @Override
                public Crs crs() {
                    return PLANE;
                }

                @Override
                public boolean ready() {
                    return false;
                }

                @Override
                public boolean next() {
                    return ++at < features.size();
                }

                @Override
                public Feature feature() {
                    return features.get(at);
                }

                @Override
                public void close() {}
            };
        }
    }
}

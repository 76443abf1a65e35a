package org.riskmap.tile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is offered in tiles: as the directory's {@code gwc-layers/} says where it is there, as GeoServer does; else every
 * layer and group that can be asked for, in every matrix set.
 */
public final class TileLayers {

    private static final Logger LOG = LoggerFactory.getLogger(TileLayers.class);
    private static final long LOOK_EVERY_NANOS = 2_000_000_000L;
    private static final List<String> FORMATS = List.of("image/png", "image/jpeg", "image/png8");

    private record Known(Catalog catalog, String state, List<TileLayer> layers, long lookedAtNanos) {}

    private final Path folder;
    private final TileSettings settings;
    private volatile @Nullable Known known;

    /** @param directory the data directory */
    public TileLayers(Path directory, TileSettings settings) {
        this.folder = directory.resolve("gwc-layers");
        this.settings = settings;
    }

    /** All, in the catalog's order. */
    public List<TileLayer> all(Catalog catalog) {
        Known now = known;
        long nanos = System.nanoTime();
        if (now != null && now.catalog() == catalog && nanos - now.lookedAtNanos() < LOOK_EVERY_NANOS) {
            return now.layers();
        }
        String state = state();
        List<TileLayer> layers =
                now != null && now.catalog() == catalog && now.state().equals(state) ? now.layers() : read(catalog);
        known = new Known(catalog, state, layers, nanos);
        return layers;
    }

    /** The one of a name, as {@link Catalog#find} resolves it. */
    public Optional<TileLayer> find(Catalog catalog, String name, @Nullable String workspace) {
        return catalog.find(name, workspace).flatMap(layer -> all(catalog).stream()
                .filter(each -> each.layer() == layer)
                .findFirst());
    }

    private List<TileLayer> read(Catalog catalog) {
        if (!Files.isDirectory(folder)) {
            return catalog.visible(null).stream()
                    .filter(TileLayers::canBeAsked)
                    .map(this::standard)
                    .toList();
        }
        List<TileLayer> described = new ArrayList<>();
        for (Path file : files()) {
            try (InputStream text = Files.newInputStream(file)) {
                XmlElement root = XmlElement.read("gwc-layers/" + file.getFileName(), text);
                described(catalog, root).ifPresent(described::add);
            } catch (InvalidInput | IOException unreadable) {
                LOG.warn("gwc-layers/{} is left out: {}", file.getFileName(), unreadable.getMessage());
            }
        }
        List<PublishedLayer> order = catalog.visible(null);
        described.sort(java.util.Comparator.comparingInt(layer -> order.indexOf(layer.layer())));
        return List.copyOf(described);
    }

    private static boolean canBeAsked(PublishedLayer layer) {
        return !(layer instanceof LayerGroup group) || group.mode() != LayerGroup.Mode.CONTAINER;
    }

    private TileLayer standard(PublishedLayer layer) {
        return new TileLayer(
                layer,
                TileMatrixSets.all().stream().map(GridSubset::whole).toList(),
                FORMATS,
                settings.metatile(),
                settings.metatile(),
                settings.gutterPx(),
                0);
    }

    private Optional<TileLayer> described(Catalog catalog, XmlElement root) {
        if (root.textAt("enabled").orElse("true").equals("false")) {
            return Optional.empty();
        }
        Optional<PublishedLayer> layer =
                root.textAt("name").flatMap(name -> catalog.find(name, null)).filter(TileLayers::canBeAsked);
        List<GridSubset> grids = root.at("gridSubsets").stream()
                .flatMap(subsets -> subsets.children("gridSubset").stream())
                .flatMap(subset -> grid(subset).stream())
                .toList();
        List<String> formats = root.at("mimeFormats").stream()
                .flatMap(list -> list.children("string").stream())
                .map(XmlElement::text)
                .map(String::strip)
                .toList();
        List<Integer> meta = root.at("metaWidthHeight").stream()
                .flatMap(list -> list.children("int").stream())
                .map(number -> number(number.text(), settings.metatile(), 1, 16))
                .toList();
        return layer.filter(found -> !grids.isEmpty())
                .map(found -> new TileLayer(
                        found,
                        grids,
                        formats.isEmpty() ? FORMATS : formats,
                        meta.isEmpty() ? settings.metatile() : meta.get(0),
                        meta.size() < 2 ? settings.metatile() : meta.get(1),
                        number(root.textAt("gutter").orElse(""), settings.gutterPx(), 0, 512),
                        number(root.textAt("expireClients").orElse(""), 0, 0, Integer.MAX_VALUE)));
    }

    /** Sets that this service does not have are left out. */
    private static Optional<GridSubset> grid(XmlElement subset) {
        return subset.textAt("gridSetName").flatMap(TileMatrixSets::named).map(set -> {
            List<Double> corners = subset.at("extent", "coords").stream()
                    .flatMap(coords -> coords.children("double").stream())
                    .map(number -> Double.valueOf(number.text().strip()))
                    .toList();
            int last = set.matrices().size() - 1;
            return new GridSubset(
                    set,
                    corners.size() == 4
                            ? new Envelope(corners.get(0), corners.get(1), corners.get(2), corners.get(3))
                            : null,
                    number(subset.textAt("zoomStart").orElse(""), 0, 0, last),
                    number(subset.textAt("zoomStop").orElse(""), last, 0, last));
        });
    }

    /** What GeoServer would not have written counts as not said. */
    private static int number(String text, int absent, int least, int most) {
        return text.strip().matches("\\d{1,9}")
                ? Math.max(least, Math.min(most, Integer.parseInt(text.strip())))
                : absent;
    }

    private String state() {
        StringBuilder state = new StringBuilder();
        for (Path file : files()) {
            try {
                state.append(file.getFileName())
                        .append(Files.getLastModifiedTime(file))
                        .append(Files.size(file))
                        .append('\n');
            } catch (IOException changing) {
                state.append(System.nanoTime()); // it changes while it is looked at: read again
            }
        }
        return state.toString();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

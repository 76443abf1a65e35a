package org.riskmap.catalog;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.riskmap.catalog.Directory.Document;
import org.riskmap.kernel.InvalidInput;

/** Reads the coverages of one workspace's GeoTIFF stores. */
final class CoverageLayers {

    private final Directory directory;
    private final Parameters parameters;
    private final StyleFiles styles;
    private final Workspace workspace;
    private final Set<Path> files;

    /** @param files takes the files that are referred to, whether they exist or not */
    CoverageLayers(
            Directory directory, Parameters parameters, StyleFiles styles, Workspace workspace, Set<Path> files) {
        this.directory = directory;
        this.parameters = parameters;
        this.styles = styles;
        this.workspace = workspace;
        this.files = files;
    }

    /** Empty where the layer cannot be served, which is noted as a defect. */
    Optional<CoverageLayer> read(Document store, Document resource, Document layer) {
        Path file;
        try {
            file = file(store);
        } catch (InvalidInput invalid) {
            directory.defect(store, invalid.input(), invalid.problem(), invalid.remedy());
            return Optional.empty();
        }
        Document concerned = resource;
        try {
            String name = resource.text("name").orElse("");
            Extent extent = LayerParts.extent(resource);
            concerned = layer;
            return Optional.of(new CoverageLayer(
                    workspace.name(),
                    name,
                    LayerParts.description(resource, name, layer),
                    file,
                    extent,
                    LayerParts.publication(resource, layer, styles, workspace.name())));
        } catch (InvalidInput invalid) {
            directory.defect(concerned, invalid.input(), invalid.problem(), invalid.remedy());
            return Optional.empty();
        }
    }

    private Path file(Document store) {
        String type = store.text("type").orElse("");
        if (!type.equals("GeoTIFF")) {
            throw new InvalidInput("type", "stores of type '" + type + "' are not served", "use a GeoTIFF store");
        }
        String url = parameters.resolve("url", store.text("url").orElse(""));
        if (!url.startsWith("file:")) {
            throw new InvalidInput("url", "'" + url + "' is not a file", "write file:data/name.tif");
        }
        Path file = url.startsWith("file:///")
                ? Path.of(URI.create(url.replace(" ", "%20")))
                : directory.root().resolve(url.substring("file:".length())).normalize();
        files.add(file);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("url", "there is no file " + file.getFileName(), "put the GeoTIFF there");
        }
        return file;
    }
}

package org.riskmap.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.riskmap.catalog.Directory.Document;

/** Reads a whole directory: workspaces, styles, stores with their layers, groups, services. */
final class DirectoryReader {

    private final Directory directory;
    private final Databases databases;
    private final Parameters parameters;
    private final Map<String, Workspace> workspacesById = new HashMap<>();
    private final StyleFiles styles;
    private final Map<String, PublishedLayer> layersById = new HashMap<>();
    private final Set<String> disabledLayerIds = new HashSet<>();
    private final List<PublishedLayer> layers = new ArrayList<>();
    private final Set<Path> rasters = new LinkedHashSet<>();
    private final Tables tables = new Tables();

    private DirectoryReader(Path root, Databases databases, Parameters parameters) {
        this.directory = new Directory(root);
        this.databases = databases;
        this.parameters = parameters;
        this.styles = new StyleFiles(directory);
    }

    /**
     * @param catalog what was read
     * @param rasters files outside the directory's XML on which it depends
     * @param tables on which it depends
     */
    record Reading(Catalog catalog, Set<Path> rasters, Tables tables) {}

    static Reading read(Path root, Databases databases, Parameters parameters, long sequence) {
        return new DirectoryReader(root, databases, parameters).read(sequence);
    }

    private Reading read(long sequence) {
        if (!Files.isDirectory(directory.root())) {
            directory.defect(".", 0, "directory", "there is no such directory", "set RISKMAP_GEOSERVER_DATA_DIR");
        }
        List<Path> folders = workspaceFolders();
        List<Workspace> workspaces = new ArrayList<>();
        Map<Path, Workspace> workspaceOf = new HashMap<>();
        for (Path folder : folders) {
            workspace(folder).ifPresent(workspace -> {
                workspaces.add(workspace);
                workspaceOf.put(folder, workspace);
            });
        }
        styles.read(directory.root().resolve("styles"), null);
        workspaceOf.forEach((folder, workspace) -> styles.read(folder.resolve("styles"), workspace.name()));
        for (Path folder : folders) {
            Workspace workspace = workspaceOf.get(folder);
            if (workspace != null) {
                directory.folders(folder).forEach(store -> store(store, workspace));
            }
        }
        List<LayerGroup> groups = groups(workspaceOf);
        Optional<Document> global = directory.document(directory.root().resolve("global.xml"));
        ServiceDescription service = ServiceFiles.read(directory, global);
        Map<String, ServiceDescription> virtual = new HashMap<>();
        workspaceOf.forEach((folder, workspace) ->
                ServiceFiles.read(directory, folder, service).ifPresent(own -> virtual.put(workspace.name(), own)));
        databases.keepOnly(tables.databases());
        return new Reading(
                new Catalog(
                        workspaces,
                        layers,
                        groups,
                        styles.all(),
                        service,
                        virtual,
                        global.map(document -> document.flag("globalServices", true))
                                .orElse(true),
                        directory.defects(),
                        sequence),
                rasters,
                tables);
    }

    /** The default workspace's folder first. */
    private List<Path> workspaceFolders() {
        Path all = directory.root().resolve("workspaces");
        String first = directory
                .document(all.resolve("default.xml"))
                .flatMap(document -> document.text("name"))
                .orElse("");
        List<Path> folders = new ArrayList<>(directory.folders(all));
        folders.sort(java.util.Comparator.comparing(
                folder -> !folder.getFileName().toString().equals(first)));
        return folders;
    }

    private Optional<Workspace> workspace(Path folder) {
        return directory.document(folder.resolve("workspace.xml")).flatMap(document -> {
            Optional<Document> namespace = directory.document(folder.resolve("namespace.xml"));
            String name = document.text("name").orElse(folder.getFileName().toString());
            String uri = namespace.flatMap(each -> each.text("uri")).orElse("http://" + name);
            Workspace workspace = new Workspace(name, uri, document.flag("isolated", false));
            workspacesById.put(document.id(), workspace);
            return Optional.of(workspace);
        });
    }

    private void store(Path folder, Workspace workspace) {
        directory.document(folder.resolve("datastore.xml")).ifPresent(store -> {
            if (store.flag("enabled", true)) {
                FeatureLayers reader = new FeatureLayers(directory, databases, parameters, styles, workspace, tables);
                each(folder, "featuretype.xml", (resource, layer) -> reader.read(store, resource, layer));
            } else {
                skip(folder);
            }
        });
        directory.document(folder.resolve("coveragestore.xml")).ifPresent(store -> {
            if (store.flag("enabled", true)) {
                CoverageLayers reader = new CoverageLayers(directory, parameters, styles, workspace, rasters);
                each(folder, "coverage.xml", (resource, layer) -> reader.read(store, resource, layer));
            } else {
                skip(folder);
            }
        });
    }

    @FunctionalInterface
    private interface LayerReading {
        Optional<? extends PublishedLayer> read(Document resource, Document layer);
    }

    private void each(Path store, String file, LayerReading reading) {
        for (Path folder : directory.folders(store)) {
            Optional<Document> resource = directory.document(folder.resolve(file));
            Optional<Document> layer = directory.document(folder.resolve("layer.xml"));
            if (resource.isEmpty() || layer.isEmpty()) {
                continue; // not a layer's folder, or a defect that was noted
            }
            if (!resource.get().flag("enabled", true) || !layer.get().flag("enabled", true)) {
                disabledLayerIds.add(layer.get().id());
                continue;
            }
            reading.read(resource.get(), layer.get()).ifPresent(read -> {
                layers.add(read);
                layersById.put(layer.get().id(), read);
                layersById.put(read.qualifiedName(), read);
            });
        }
    }

    private void skip(Path store) {
        for (Path folder : directory.folders(store)) {
            directory.document(folder.resolve("layer.xml")).ifPresent(layer -> disabledLayerIds.add(layer.id()));
        }
    }

    private List<LayerGroup> groups(Map<Path, Workspace> workspaceOf) {
        Groups groups = new Groups(directory, styles, layersById, disabledLayerIds);
        groups.collect(directory.root().resolve("layergroups"), null);
        workspaceOf.forEach((folder, workspace) -> groups.collect(folder.resolve("layergroups"), workspace.name()));
        return groups.read();
    }
}

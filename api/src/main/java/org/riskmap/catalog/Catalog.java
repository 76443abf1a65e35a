package org.riskmap.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is published. Holds only what is enabled and without defect; immutable.
 *
 * @param workspaces the default one first
 * @param layers feature and coverage layers by workspace, store and name
 * @param groups by workspace and name; every member is a layer or group of this catalog
 * @param styles global ones first
 * @param service what the directory says of the services as a whole
 * @param virtual what workspaces that have words of their own say of their services, by the workspace's name
 * @param global whether services are offered beside those of workspaces
 * @param defects what of the directory is not served, and why
 * @param sequence grows each time the directory is read; the capabilities' update sequence
 */
public record Catalog(
        List<Workspace> workspaces,
        List<PublishedLayer> layers,
        List<LayerGroup> groups,
        List<NamedStyle> styles,
        ServiceDescription service,
        Map<String, ServiceDescription> virtual,
        boolean global,
        List<Defect> defects,
        long sequence) {

    public Catalog {
        workspaces = List.copyOf(workspaces);
        layers = List.copyOf(layers);
        groups = List.copyOf(groups);
        styles = List.copyOf(styles);
        virtual = Map.copyOf(virtual);
        defects = List.copyOf(defects);
    }

    /**
     * The layer or group of a name as GeoServer resolves it. With a workspace only that workspace's are seen (and global
     * groups of its layers are not); without, a name that says no workspace means a global group, then the default
     * workspace's, then the first of that name.
     *
     * @param name {@code shelter} or {@code risk:shelter}
     * @param workspace of the virtual service that is asked; null at the global one
     */
    public Optional<PublishedLayer> find(String name, @Nullable String workspace) {
        int colon = name.indexOf(':');
        if (colon >= 0) {
            String prefix = name.substring(0, colon);
            return workspace == null || workspace.equals(prefix)
                    ? named(prefix, name.substring(colon + 1))
                    : Optional.empty();
        }
        if (workspace != null) {
            return named(workspace, name);
        }
        Stream<Optional<PublishedLayer>> places =
                Stream.concat(Stream.of(named(null, name)), workspaces.stream().map(each -> named(each.name(), name)));
        return places.flatMap(Optional::stream).findFirst();
    }

    private Optional<PublishedLayer> named(@Nullable String workspace, String name) {
        return all().filter(each -> each.name().equals(name) && java.util.Objects.equals(each.workspace(), workspace))
                .findFirst();
    }

    /** Layers, then groups, of a workspace; all where it is null. */
    public List<PublishedLayer> visible(@Nullable String workspace) {
        return all().filter(each -> workspace == null || workspace.equals(each.workspace()))
                .toList();
    }

    /**
     * The style of a name: the layer's workspace's own before a global one; {@code workspace:name} means that one.
     *
     * @param workspace whose styles come first; null for global ones only
     */
    public Optional<NamedStyle> style(String name, @Nullable String workspace) {
        int colon = name.indexOf(':');
        List<NamedStyle> candidates = new ArrayList<>();
        for (NamedStyle style : styles) {
            boolean named = colon >= 0
                    ? style.qualifiedName().equals(name)
                    : style.name().equals(name);
            if (named
                    && (colon >= 0
                            || style.workspace() == null
                            || style.workspace().equals(workspace))) {
                candidates.add(style);
            }
        }
        return candidates.stream()
                .filter(style -> style.workspace() != null)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** What is said of the services of a workspace; of all where it is null or has no words of its own. */
    public ServiceDescription service(@Nullable String workspace) {
        return workspace == null ? service : virtual.getOrDefault(workspace, service);
    }

    /** The workspace of a name. */
    public Optional<Workspace> workspace(String name) {
        return workspaces.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Stream<PublishedLayer> all() {
        return Stream.concat(layers.stream(), groups.stream());
    }
}

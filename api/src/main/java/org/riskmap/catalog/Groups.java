package org.riskmap.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Directory.Document;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.kernel.XmlElement;

/** Reads layer groups, whose members may be groups that stand in any order. */
final class Groups {

    private record Source(Document document, @Nullable String workspace) {}

    private final Directory directory;
    private final StyleFiles styles;
    private final Map<String, PublishedLayer> layersById;
    private final Set<String> disabledLayerIds;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, LayerGroup> read = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    Groups(
            Directory directory,
            StyleFiles styles,
            Map<String, PublishedLayer> layersById,
            Set<String> disabledLayerIds) {
        this.directory = directory;
        this.styles = styles;
        this.layersById = layersById;
        this.disabledLayerIds = disabledLayerIds;
    }

    void collect(Path folder, @Nullable String workspace) {
        directory.documents(folder).forEach(document -> sources.put(document.id(), new Source(document, workspace)));
    }

    List<LayerGroup> read() {
        sources.keySet().forEach(this::group);
        return new ArrayList<>(read.values());
    }

    private Optional<LayerGroup> group(String id) {
        Source source = sources.get(id);
        if (source == null || read.containsKey(id)) {
            return Optional.ofNullable(read.get(id));
        }
        if (!open.add(id)) {
            directory.defect(source.document(), "publishables", "the group holds itself", "take it out");
            return Optional.empty();
        }
        try {
            if (source.document().flag("enabled", true)) {
                read.put(id, group(source));
            } else {
                disabledLayerIds.add(id);
            }
        } catch (InvalidInput invalid) {
            directory.defect(source.document(), invalid.input(), invalid.problem(), invalid.remedy());
        } finally {
            open.remove(id);
        }
        return Optional.ofNullable(read.get(id));
    }

    private LayerGroup group(Source source) {
        Document document = source.document();
        String name = document.text("name")
                .orElseThrow(() -> new InvalidInput("name", "it is missing", "give the group a name"));
        List<LayerGroup.Member> members = members(source);
        boolean fromData = members.stream().anyMatch(member -> member.layer().lonLatBox() == null);
        return new LayerGroup(
                source.workspace(),
                name,
                LayerParts.description(document, name, null),
                mode(document),
                members,
                preview(source),
                fromData
                        ? null
                        : document.root()
                                .child("bounds")
                                .flatMap(Groups::lonLat)
                                .orElse(null),
                !document.flag("queryDisabled", false),
                document.flag("advertised", true));
    }

    private static LayerGroup.Mode mode(Document document) {
        String mode = document.text("mode").orElse("SINGLE");
        try {
            return LayerGroup.Mode.valueOf(mode);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("mode", "'" + mode + "' is not known", "use SINGLE, NAMED, CONTAINER or EO");
        }
    }

    private List<LayerGroup.Member> members(Source source) {
        XmlElement root = source.document().root();
        List<XmlElement> published = root.child("publishables")
                .map(list -> list.children("published"))
                .orElseGet(() ->
                        root.child("layers").map(list -> list.children("layer")).orElse(List.of()));
        List<XmlElement> styled =
                root.child("styles").map(list -> list.children("style")).orElse(List.of());
        List<LayerGroup.Member> members = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            NamedStyle style = i < styled.size() ? style(source, styled.get(i)) : null;
            member(source, published.get(i)).ifPresent(layer -> members.add(new LayerGroup.Member(layer, style)));
        }
        return members;
    }

    /** Null where nothing is said, or a style that is not there, which is noted. */
    private @Nullable NamedStyle style(Source source, XmlElement reference) {
        Optional<NamedStyle> style = styles.referred(reference, source.workspace());
        if (style.isEmpty() && !reference.children().isEmpty()) {
            directory.defect(
                    source.document().path(),
                    reference.line(),
                    "style",
                    "there is no such style, or it could not be read; the layer's own is drawn",
                    "name one that the directory holds");
        }
        return style.orElse(null);
    }

    /** The layer that an earth observation group shows for itself. */
    private LayerGroup.@Nullable Member preview(Source source) {
        Document document = source.document();
        if (mode(document) != LayerGroup.Mode.EO) {
            return null;
        }
        XmlElement root = document.root()
                .child("rootLayer")
                .orElseThrow(() -> new InvalidInput(
                        "mode", "an earth observation group has no rootLayer", "name one, or choose another mode"));
        PublishedLayer layer = member(source, root)
                .orElseThrow(() -> new InvalidInput("rootLayer", "it is not in the catalog", "mend that layer"));
        return new LayerGroup.Member(
                layer,
                document.root()
                        .child("rootLayerStyle")
                        .map(style -> style(source, style))
                        .orElse(null));
    }

    private Optional<PublishedLayer> member(Source source, XmlElement reference) {
        String id = reference.textAt("id").or(() -> reference.textAt("name")).orElse("");
        PublishedLayer layer = layersById.get(id);
        if (layer == null && !id.contains(":")) {
            layer = layersById.get(source.workspace() + ":" + id);
        }
        if (layer != null) {
            return Optional.of(layer);
        }
        Optional<LayerGroup> group = group(id);
        if (group.isEmpty() && !disabledLayerIds.contains(id)) {
            directory.defect(
                    source.document().path(),
                    reference.line(),
                    "published",
                    "the layer '" + id + "' is not in the catalog",
                    "mend that layer or take it out of the group");
        }
        return group.map(each -> each);
    }

    private static Optional<Envelope> lonLat(XmlElement bounds) {
        Crs crs = bounds.textAt("crs").map(name -> Crs.parse("bounds", name)).orElse(Crs.CRS84);
        return LayerParts.box(bounds)
                .map(box -> Reprojection.between(crs, Crs.CRS84).apply(box));
    }
}

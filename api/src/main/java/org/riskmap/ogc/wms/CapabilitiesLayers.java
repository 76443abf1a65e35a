package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.Xml;

/**
 * The tree of layers in a capabilities document. As in GeoServer groups come first, their members stand below them and
 * nowhere else, and what belongs to no tree follows by name.
 */
final class CapabilitiesLayers {

    /** Where the directory lists none: CGCS2000 and its projections for China, and what web maps ask for. */
    private static final Set<Integer> SYSTEMS = IntStream.concat(
                    IntStream.of(4490, 4326, 3857), IntStream.rangeClosed(4513, 4554))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));

    private final CapabilitiesPage page;
    private final LayerFacts facts;
    private final Xml xml;
    private final Set<Integer> systems;
    private final CapabilitiesBoxes boxes;

    CapabilitiesLayers(CapabilitiesPage page, LayerFacts facts) {
        this.page = page;
        this.facts = facts;
        this.xml = page.xml();
        ServiceDescription.MapSettings maps = page.service().maps();
        this.systems = maps.systems().isEmpty() ? SYSTEMS : new TreeSet<>(maps.systems());
        this.boxes = new CapabilitiesBoxes(page, maps.boxForEachSystem() ? systems : Set.of());
    }

    void write() {
        ServiceDescription.Words words = page.service().wms();
        List<PublishedLayer> roots = roots();
        xml.start("Layer");
        xml.element("Title", page.words(words.title(), words.titles()));
        xml.element("Abstract", page.words(words.abstractText(), words.abstracts()));
        systems.forEach(code -> xml.element(page.system(), "EPSG:" + code));
        if (page.newest()) {
            xml.element("CRS", "CRS:84");
        }
        Envelope all = roots.stream()
                .flatMap(layer -> facts.of(layer).stream())
                .map(LayerFacts.Facts::box)
                .reduce(Envelope::union)
                .orElse(LayerBoxes.EMPTY);
        boxes.write(all, Optional.empty());
        roots.forEach(this::layer);
        xml.end();
    }

    /** Groups by name, then the layers that stand in no group's tree. */
    private List<PublishedLayer> roots() {
        List<PublishedLayer> visible = page.catalog().visible(page.request().workspace()).stream()
                .filter(PublishedLayer::advertised)
                .filter(layer ->
                        page.request().layer() == null || page.request().layer().equals(page.name(layer)))
                .sorted(Comparator.comparing(page::name))
                .toList();
        List<LayerGroup> groups = visible.stream()
                .filter(LayerGroup.class::isInstance)
                .map(LayerGroup.class::cast)
                .toList();
        Set<String> below = groups.stream()
                .filter(group -> group.mode() != LayerGroup.Mode.SINGLE)
                .flatMap(group -> group.members().stream())
                .map(member -> member.layer().qualifiedName())
                .collect(Collectors.toSet());
        List<PublishedLayer> roots = new ArrayList<>();
        groups.stream().filter(group -> !below.contains(group.qualifiedName())).forEach(roots::add);
        visible.stream()
                .filter(layer -> !(layer instanceof LayerGroup) && !below.contains(layer.qualifiedName()))
                .forEach(roots::add);
        return roots;
    }

    private void layer(PublishedLayer layer) {
        Optional<LayerFacts.Facts> known = facts.of(layer);
        if (known.isEmpty()) {
            return;
        }
        if (layer instanceof LayerGroup group) {
            group(group, known.get());
        } else {
            data(layer, known.get());
        }
    }

    private void group(LayerGroup group, LayerFacts.Facts known) {
        xml.start("Layer", "queryable", group.queryable() ? "1" : "0");
        if (group.mode() != LayerGroup.Mode.CONTAINER) {
            xml.element("Name", page.name(group));
        }
        LayerElement element = new LayerElement(page, boxes, facts);
        element.described(group, known);
        if (group.mode() != LayerGroup.Mode.CONTAINER) {
            element.groupStyle(group);
        }
        if (group.mode() != LayerGroup.Mode.SINGLE && group.mode() != LayerGroup.Mode.OPAQUE_CONTAINER) {
            group.members().stream()
                    .map(LayerGroup.Member::layer)
                    .filter(PublishedLayer::advertised)
                    .forEach(this::layer);
        }
        xml.end();
    }

    private void data(PublishedLayer layer, LayerFacts.Facts known) {
        boolean opaque =
                layer instanceof FeatureLayer features && features.publication().opaque()
                        || layer instanceof CoverageLayer coverage
                                && coverage.publication().opaque();
        xml.start("Layer", "queryable", layer.queryable() ? "1" : "0", "opaque", opaque ? "1" : "0");
        xml.element("Name", page.name(layer));
        LayerElement element = new LayerElement(page, boxes, facts);
        element.described(layer, known);
        element.styles(layer, styles(layer));
        xml.end();
    }

    /** The default one first. */
    private static List<NamedStyle> styles(PublishedLayer layer) {
        List<NamedStyle> styles = new ArrayList<>();
        if (layer instanceof FeatureLayer features) {
            styles.add(features.defaultStyle());
            styles.addAll(features.otherStyles());
        } else if (layer instanceof CoverageLayer coverage) {
            styles.add(coverage.defaultStyle());
            styles.addAll(coverage.publication().otherStyles());
        }
        return styles;
    }

    /** What a layer is published in; empty for a group. */
    static Optional<Crs> declared(PublishedLayer layer) {
        if (layer instanceof FeatureLayer features) {
            return Optional.of(features.declaredCrs());
        }
        return layer instanceof CoverageLayer coverage
                ? Optional.of(coverage.extent().declaredCrs())
                : Optional.empty();
    }
}

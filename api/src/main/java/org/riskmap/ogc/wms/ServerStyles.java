package org.riskmap.ogc.wms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.XmlElement;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.Xml;
import org.riskmap.ogc.XmlText;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.w3c.dom.Element;

/**
 * The answer to GetStyles (OGC 02-070, 13.1): the styles of layers as the data directory has them, the default one first; a
 * group has none of its own. SLD 1.0 and SE 1.1 cannot stand in one document.
 */
final class ServerStyles {

    static final String MEDIA_TYPE = "application/vnd.ogc.sld+xml";

    private static final String SLD = "http://www.opengis.net/sld";
    private static final String SE = "http://www.opengis.net/se";

    private ServerStyles() {}

    /** A style of a layer, as its document has it. */
    private record Written(NamedStyle style, XmlElement element, boolean first) {

        /** Written for a symbology encoding of its own (SE 1.1), not for SLD 1.0. */
        boolean encoding() {
            return element.children().stream()
                    .anyMatch(child -> SE.equals(child.dom().getNamespaceURI()));
        }
    }

    private record Layer(PublishedLayer layer, List<Written> styles) {}

    static String document(Kvp kvp, LayerSelection selection) {
        String version = kvp.text("SLDVER").orElse("");
        if (!version.isEmpty() && !Set.of("1.0.0", "1.1.0").contains(version)) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "sldver",
                    "SLD version " + version + " is not there; ask for 1.0.0 or 1.1.0");
        }
        List<String> names = kvp.list("LAYERS");
        if (names.isEmpty()) {
            names = Optional.ofNullable(kvp.request().layer())
                    .map(List::of)
                    .orElseThrow(() -> WmsFailure.missing("LAYERS"));
        }
        List<Layer> layers = names.stream()
                .map(name -> selection.find(name, "layers"))
                .map(layer -> new Layer(layer, styles(layer)))
                .toList();
        return write(layers, oneVersion(layers, version));
    }

    private static String oneVersion(List<Layer> layers, String asked) {
        TreeSet<String> versions = new TreeSet<>();
        layers.forEach(layer -> layer.styles().forEach(style -> versions.add(style.encoding() ? "1.1.0" : "1.0.0")));
        String version = versions.isEmpty() ? "1.0.0" : versions.first();
        if (versions.size() > 1 || !asked.isEmpty() && !versions.isEmpty() && !asked.equals(version)) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "layers",
                    "These layers' styles are written in SLD " + String.join(" and ", versions)
                            + ", and one is not turned into the other; ask for layers of one version, and for that");
        }
        return version;
    }

    private static List<Written> styles(PublishedLayer layer) {
        List<NamedStyle> styles = new ArrayList<>();
        if (layer instanceof FeatureLayer features) {
            styles.add(features.defaultStyle());
            styles.addAll(features.otherStyles());
        } else if (layer instanceof CoverageLayer coverage) {
            styles.add(coverage.defaultStyle());
            styles.addAll(coverage.publication().otherStyles());
        }
        return styles.stream()
                .map(style -> new Written(style, element(style), style.equals(styles.get(0))))
                .toList();
    }

    /** The first style that the document writes out, which is the one that is drawn. */
    private static XmlElement element(NamedStyle style) {
        XmlElement root = XmlElement.read(
                style.name(), new ByteArrayInputStream(style.document().getBytes(StandardCharsets.UTF_8)));
        return root.children().stream()
                .flatMap(layer -> layer.children("UserStyle").stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a style without a UserStyle was read: " + style.name()));
    }

    private static String write(List<Layer> layers, String version) {
        Xml xml = Xml.document(new StringBuilder());
        String names = version.equals("1.1.0") ? "se:Name" : "Name";
        xml.start("StyledLayerDescriptor", "version", version, "xmlns", SLD, "xmlns:se", SE);
        for (Layer each : layers) {
            xml.start("NamedLayer").element(names, each.layer().qualifiedName());
            for (Written style : each.styles()) {
                xml.plain().append(text(style));
            }
            xml.end();
        }
        return xml.end().toString();
    }

    /** Under the name that requests use, and marked where it is the layer's default. */
    private static String text(Written style) {
        Element element = style.element().dom();
        style.element().child("Name").ifPresent(name -> element.removeChild(name.dom()));
        style.element().child("IsDefault").ifPresent(mark -> element.removeChild(mark.dom()));
        Element name = element.getOwnerDocument().createElementNS(style.encoding() ? SE : SLD, "Name");
        name.setTextContent(style.style().qualifiedName());
        element.insertBefore(name, element.getFirstChild());
        Element mark = element.getOwnerDocument().createElementNS(element.getNamespaceURI(), "IsDefault");
        mark.setTextContent(style.first() ? "1" : "0");
        XmlElement drawn = style.element().children().stream()
                .filter(child -> child.name().matches("(Feature|Coverage)TypeStyle"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "a style without rules was read: " + style.style().name()));
        element.insertBefore(mark, drawn.dom());
        return XmlText.of(element);
    }
}

package org.riskmap.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Directory.Document;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Translations;
import org.riskmap.kernel.XmlElement;

/** What feature types, coverages and groups are described with alike. */
final class LayerParts {

    private static final Pattern AUTHORITY = Pattern.compile("AUTHORITY\\[\"EPSG\",\\s*\"(\\d+)\"\\]");

    private LayerParts() {}

    static Description description(Document resource, String name, @Nullable Document layer) {
        return new Description(
                resource.text("title").orElse(name),
                translations(resource.root(), "internationalTitle"),
                resource.text("abstract").or(() -> resource.text("abstractTxt")).orElse(null),
                translations(resource.root(), "internationalAbstract"),
                keywords(resource),
                metadataLinks(resource),
                attribution(layer == null ? resource : layer),
                authorities(layer == null ? resource : layer));
    }

    /** Each without the language and vocabulary that GeoServer writes behind it: {@code town\\@language=en\\;}. */
    static List<String> keywords(Document document) {
        return document.root().child("keywords").stream()
                .flatMap(list -> list.children("string").stream())
                .map(keyword -> keyword.text().replaceFirst("(?s)\\\\@(?:language|vocabulary)=.*$", ""))
                .toList();
    }

    /** GeoServer names the elements by their language: {@code <internationalTitle><en>Rivers</en></internationalTitle>}. */
    static Translations translations(XmlElement parent, String name) {
        Map<String, String> texts = new HashMap<>();
        parent.child(name).stream()
                .flatMap(list -> list.children().stream())
                .forEach(text -> texts.put(text.name(), text.text()));
        return new Translations(texts);
    }

    private static Description.Authorities authorities(Document layer) {
        return new Description.Authorities(
                layer.root().child("authorityURLs").stream()
                        .flatMap(list -> list.children("AuthorityURL").stream())
                        .map(each -> new Description.Authority(
                                each.textAt("name").orElse(""),
                                each.textAt("href").orElse("")))
                        .filter(each -> !each.name().isEmpty() && !each.url().isEmpty())
                        .toList(),
                layer.root().child("identifiers").stream()
                        .flatMap(list -> list.children("Identifier").stream())
                        .map(each -> new Description.Identifier(
                                each.textAt("authority").orElse(""),
                                each.textAt("identifier").orElse("")))
                        .filter(each -> !each.authority().isEmpty())
                        .toList());
    }

    private static List<Description.MetadataLink> metadataLinks(Document resource) {
        return resource.root().child("metadataLinks").stream()
                .flatMap(list -> list.children("metadataLink").stream())
                .map(link -> new Description.MetadataLink(
                        link.textAt("metadataType").orElse("other"),
                        link.textAt("type").orElse("text/html"),
                        link.textAt("content").orElse("")))
                .filter(link -> !link.url().isEmpty())
                .toList();
    }

    private static Description.@Nullable Attribution attribution(Document layer) {
        Optional<String> title = layer.text("attribution", "title");
        Optional<String> url = layer.text("attribution", "href");
        Optional<Description.Logo> logo = layer.text("attribution", "logoURL")
                .map(address -> new Description.Logo(
                        address,
                        layer.text("attribution", "logoType").orElse("image/png"),
                        pixels(layer, "logoWidth"),
                        pixels(layer, "logoHeight")));
        return title.or(() -> url).isEmpty() && logo.isEmpty()
                ? null
                : new Description.Attribution(title.orElse(null), url.orElse(null), logo.orElse(null));
    }

    private static int pixels(Document layer, String name) {
        return layer.text("attribution", name)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Fails with {@link InvalidInput} where no known system is named. */
    static Extent extent(Document resource) {
        String declared = resource.text("srs")
                .orElseThrow(() -> new InvalidInput("srs", "it is missing", "name the layer's system as EPSG:4490"));
        Crs declaredCrs = Crs.parse("srs", declared).eastFirst();
        boolean asDeclared =
                resource.text("projectionPolicy").orElse("FORCE_DECLARED").equals("FORCE_DECLARED");
        Crs nativeCrs = asDeclared
                ? declaredCrs
                : resource.text("nativeCRS").flatMap(LayerParts::authority).orElse(declaredCrs);
        boolean fromData = resource.metadata("riskmap.bounds")
                .map(XmlElement::text)
                .orElse("")
                .equals("data");
        return new Extent(
                nativeCrs,
                declaredCrs,
                fromData
                        ? null
                        : resource.root()
                                .child("nativeBoundingBox")
                                .flatMap(LayerParts::box)
                                .orElse(null),
                fromData
                        ? null
                        : resource.root()
                                .child("latLonBoundingBox")
                                .flatMap(LayerParts::box)
                                .orElse(null));
    }

    /** The outermost code of a WKT definition, which stands last; {@code EPSG:n} as well. */
    private static Optional<Crs> authority(String definition) {
        if (definition.matches("EPSG:\\d+")) {
            return Optional.of(Crs.parse("nativeCRS", definition).eastFirst());
        }
        Matcher code = AUTHORITY.matcher(definition);
        Integer last = null;
        while (code.find()) {
            last = Integer.valueOf(code.group(1));
        }
        return last == null ? Optional.empty() : Optional.of(Crs.eastFirst(last));
    }

    /** Empty where a number is missing or the box is empty, as in layers that had no data when they were published. */
    static Optional<Envelope> box(XmlElement box) {
        try {
            double[] edges = new double[4];
            String[] names = {"minx", "miny", "maxx", "maxy"};
            for (int i = 0; i < 4; i++) {
                edges[i] = Double.parseDouble(box.textAt(names[i]).orElse("NaN"));
            }
            boolean usable = Double.isFinite(edges[0] + edges[1] + edges[2] + edges[3])
                    && edges[0] <= edges[2]
                    && edges[1] <= edges[3];
            return usable ? Optional.of(new Envelope(edges[0], edges[1], edges[2], edges[3])) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(box.name(), "it holds what is not a number", "give minx, miny, maxx and maxy");
        }
    }

    /** Fails with {@link InvalidInput} where the default style is missing or could not be read. */
    static Publication publication(Document resource, Document layer, StyleFiles styles, String workspace) {
        XmlElement reference = layer.root()
                .child("defaultStyle")
                .orElseThrow(() -> new InvalidInput("defaultStyle", "it is missing", "name a style"));
        NamedStyle first = styles.referred(reference, workspace)
                .orElseThrow(() -> new InvalidInput(
                        "defaultStyle",
                        "there is no such style, or it could not be read",
                        "name one that the directory holds"));
        List<NamedStyle> others = new ArrayList<>();
        layer.root().child("styles").stream()
                .flatMap(list -> list.children("style").stream())
                .flatMap(style -> styles.referred(style, workspace).stream())
                .filter(style -> !style.equals(first))
                .forEach(others::add);
        return new Publication(
                first,
                others,
                resource.flag("advertised", true) && layer.flag("advertised", true),
                layer.flag("queryable", true),
                layer.flag("opaque", false));
    }
}

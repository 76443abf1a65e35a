package org.riskmap.style;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Translations;
import org.riskmap.kernel.XmlElement;
import org.riskmap.style.StyleDocument.StyledLayer;

/** Reads SLD 1.0 and SE 1.1 documents. What is not known is reported and left out; what is wrong is refused. */
public final class StyleReader {

    private static final Set<String> RULE_PARTS = Set.of(
            "Name",
            "Title",
            "Abstract",
            "Description",
            "LegendGraphic",
            "Filter",
            "ElseFilter",
            "MinScaleDenominator",
            "MaxScaleDenominator",
            "VendorOption");
    private static final Set<String> STYLE_PARTS =
            Set.of("Name", "Title", "Abstract", "Description", "IsDefault", "FeatureTypeStyle", "VendorOption");
    private static final Set<String> FEATURE_TYPE_STYLE_PARTS = Set.of(
            "Name",
            "Title",
            "Abstract",
            "Description",
            "FeatureTypeName",
            "SemanticTypeIdentifier",
            "Transformation",
            "Rule",
            "VendorOption");

    private final String input;
    private final List<StyleProblem> problems = new ArrayList<>();
    private final Values values;
    private final Paints paints;
    private final Symbolizers symbolizers;

    private StyleReader(String input, List<Path> folders) {
        this.input = input;
        this.values = new Values(input);
        this.paints = new Paints(values, problems, folders);
        this.symbolizers = new Symbolizers(values, paints);
    }

    /**
     * @param input name of the file or parameter, for messages
     * @param text the document
     * @param folders where the pictures it names are, absolute, the first one first; empty where it may name none (a style
     *     that came with a request)
     * @throws InvalidInput where the text is not a style document, or a value in it cannot be understood; the message names
     *     line and element
     */
    public static StyleDocument read(String input, InputStream text, List<Path> folders) {
        XmlElement root = XmlElement.read(input, text);
        if (!root.name().equals("StyledLayerDescriptor")) {
            throw new InvalidInput(
                    input, "its root is <" + root.name() + ">", "give a StyledLayerDescriptor (SLD 1.0 or 1.1)");
        }
        return new StyleReader(input, folders).document(root);
    }

    private StyleDocument document(XmlElement root) {
        List<StyledLayer> layers = new ArrayList<>();
        for (XmlElement child : root.children()) {
            if (child.name().equals("NamedLayer") || child.name().equals("UserLayer")) {
                layers.add(new StyledLayer(
                        child.textAt("Name").orElse(null),
                        child.children("UserStyle").stream().map(this::style).toList(),
                        child.children("NamedStyle").stream()
                                .flatMap(named -> named.textAt("Name").stream())
                                .toList()));
            }
        }
        return new StyleDocument(layers, problems);
    }

    private Style style(XmlElement element) {
        report(element, STYLE_PARTS);
        return new Style(
                words(element, "Name"),
                words(element, "Title"),
                translations(element, "Title"),
                words(element, "Abstract"),
                element.children("FeatureTypeStyle").stream()
                        .map(this::featureTypeStyle)
                        .toList());
    }

    private FeatureTypeStyle featureTypeStyle(XmlElement element) {
        report(element, FEATURE_TYPE_STYLE_PARTS);
        return new FeatureTypeStyle(
                words(element, "FeatureTypeName"),
                element.child("Transformation").map(this::heatmap).orElse(null),
                element.children("Rule").stream().map(this::rule).toList(),
                Symbolizers.options(element));
    }

    /** {@code vec:Heatmap} with its parameters; any other transformation is reported and not made. */
    private @Nullable Heatmap heatmap(XmlElement transformation) {
        XmlElement function = transformation.child("Function").orElse(transformation);
        String name = function.attribute("name").orElse("");
        if (!name.equals("vec:Heatmap") && !name.equals("gs:Heatmap")) {
            paints.notDrawn(transformation, "the transformation '" + name + "' is not made; vec:Heatmap is");
            return null;
        }
        Map<String, XmlElement> parameters = new HashMap<>();
        for (XmlElement parameter : function.children("Function")) {
            List<XmlElement> parts = parameter.children();
            if (parts.size() == 2) {
                parameters.put(parts.get(0).text(), parts.get(1));
            }
        }
        return new Heatmap(
                parameter(parameters, "radiusPixels", 100),
                parameter(parameters, "pixelsPerCell", 1),
                Optional.ofNullable(parameters.get("weightAttr"))
                        .map(attribute -> Filters.ecqlExpression(input, attribute.text()))
                        .orElse(null));
    }

    private Expression parameter(Map<String, XmlElement> parameters, String name, int absent) {
        XmlElement value = parameters.get(name);
        return value == null ? Values.literal(absent) : Filters.xmlExpression(input, value.dom());
    }

    private Rule rule(XmlElement element) {
        List<Symbolizer> drawn = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (Symbolizers.isSymbolizer(child)) {
                symbolizers.read(child).ifPresent(drawn::add);
            } else if (!RULE_PARTS.contains(child.name())) {
                paints.unknown(child);
            }
        }
        return new Rule(
                words(element, "Name"),
                words(element, "Title"),
                translations(element, "Title"),
                words(element, "Abstract"),
                filter(element),
                element.child("ElseFilter").isPresent(),
                scales(element),
                drawn,
                Symbolizers.options(element),
                element.at("LegendGraphic", "Graphic").map(paints::graphic).orElse(null));
    }

    private @Nullable Filter filter(XmlElement rule) {
        return rule.child("Filter")
                .map(filter -> Filters.xml(input, filter.dom()))
                .orElse(null);
    }

    private ScaleRange scales(XmlElement rule) {
        return new ScaleRange(
                rule.child("MinScaleDenominator").map(values::number).orElse(0.0),
                rule.child("MaxScaleDenominator").map(values::number).orElse(Double.POSITIVE_INFINITY));
    }

    /** SLD 1.0 has titles as children, SE 1.1 below a description; translations inside are left away. */
    private static @Nullable String words(XmlElement element, String name) {
        return place(element, name)
                .map(XmlElement::ownText)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** GeoServer writes them inside: {@code <Title>水库<Localized lang="en">Reservoir</Localized></Title>}. */
    private static Translations translations(XmlElement element, String name) {
        Map<String, String> texts = new HashMap<>();
        place(element, name).stream()
                .flatMap(title -> title.children("Localized").stream())
                .forEach(text -> text.attribute("lang").ifPresent(language -> texts.put(language, text.text())));
        return new Translations(texts);
    }

    private static Optional<XmlElement> place(XmlElement element, String name) {
        return element.child(name).or(() -> element.at("Description", name));
    }

    private void report(XmlElement element, Set<String> known) {
        element.children().stream()
                .filter(child -> !known.contains(child.name()))
                .forEach(paints::unknown);
    }
}

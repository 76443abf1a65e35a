package org.riskmap.style;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.XmlElement;

/** Reads what fills, strokes and graphics are made of. */
final class Paints {

    private static final Set<String> GRAPHIC_PARTS = Set.of(
            "Mark",
            "ExternalGraphic",
            "Opacity",
            "Size",
            "Rotation",
            "AnchorPoint",
            "Displacement",
            "Gap",
            "InitialGap");

    private final Values values;
    private final List<StyleProblem> problems;
    private final List<Path> folders;

    /** @param folders where pictures are looked for; empty where none may be used */
    Paints(Values values, List<StyleProblem> problems, List<Path> folders) {
        this.values = values;
        this.problems = problems;
        this.folders = folders;
    }

    /** {@code CssParameter} and {@code SvgParameter} children by their name. */
    Map<String, XmlElement> parameters(XmlElement element) {
        Map<String, XmlElement> parameters = new HashMap<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals("CssParameter") || child.name().equals("SvgParameter")) {
                parameters.put(child.attribute("name").orElse(""), child);
            }
        }
        return parameters;
    }

    private Expression parameter(Map<String, XmlElement> parameters, String name, Object absent) {
        XmlElement element = parameters.get(name);
        return element == null || values.pieces(element).isEmpty() ? Values.literal(absent) : values.value(element);
    }

    Fill fill(XmlElement element) {
        Map<String, XmlElement> css = parameters(element);
        report(element, css, Set.of("fill", "fill-opacity"), Set.of("GraphicFill"));
        return new Fill(
                parameter(css, "fill", "#808080"),
                parameter(css, "fill-opacity", 1.0),
                element.at("GraphicFill", "Graphic").map(this::graphic).orElse(null));
    }

    Stroke stroke(XmlElement element) {
        Map<String, XmlElement> css = parameters(element);
        report(
                element,
                css,
                Set.of(
                        "stroke",
                        "stroke-opacity",
                        "stroke-width",
                        "stroke-linecap",
                        "stroke-linejoin",
                        "stroke-dasharray",
                        "stroke-dashoffset"),
                Set.of("GraphicStroke", "GraphicFill"));
        return new Stroke(
                parameter(css, "stroke", "#000000"),
                parameter(css, "stroke-opacity", 1.0),
                parameter(css, "stroke-width", 1.0),
                parameter(css, "stroke-linecap", "butt"),
                parameter(css, "stroke-linejoin", "miter"),
                dashes(css.get("stroke-dasharray")),
                parameter(css, "stroke-dashoffset", 0.0),
                element.at("GraphicStroke", "Graphic").map(this::graphic).orElse(null),
                element.at("GraphicFill", "Graphic").map(this::graphic).orElse(null));
    }

    private List<Expression> dashes(@Nullable XmlElement element) {
        List<Expression> dashes = new ArrayList<>();
        if (element == null) {
            return dashes;
        }
        for (Expression piece : values.pieces(element)) {
            if (piece instanceof Literal text && text.getValue() instanceof String written) {
                for (String number : written.strip().split("[\\s,]+")) {
                    if (!number.isEmpty()) {
                        dashes.add(Values.literal(dash(element, number)));
                    }
                }
            } else {
                dashes.add(piece);
            }
        }
        return dashes;
    }

    private double dash(XmlElement element, String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException notANumber) {
            throw values.invalid(element, "'" + written + "' is not a length", "write lengths as in 8 4");
        }
    }

    Graphic graphic(XmlElement element) {
        List<Graphic.Symbol> symbols = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals("Mark")) {
                symbols.add(mark(child));
            } else if (child.name().equals("ExternalGraphic")) {
                picture(child, symbols);
            } else if (!GRAPHIC_PARTS.contains(child.name())) {
                unknown(child);
            }
        }
        XmlElement anchor = element.child("AnchorPoint").orElse(element);
        XmlElement displacement = element.child("Displacement").orElse(element);
        return new Graphic(
                symbols,
                values.valueOr(element, "Opacity", 1.0),
                values.optional(element, "Size"),
                values.valueOr(element, "Rotation", 0.0),
                values.valueOr(anchor, "AnchorPointX", 0.5),
                values.valueOr(anchor, "AnchorPointY", 0.5),
                values.valueOr(displacement, "DisplacementX", 0.0),
                values.valueOr(displacement, "DisplacementY", 0.0));
    }

    private Graphic.Mark mark(XmlElement element) {
        element.children().stream()
                .filter(child -> !Set.of("WellKnownName", "Fill", "Stroke").contains(child.name()))
                .forEach(this::unknown);
        return new Graphic.Mark(
                markName(element),
                element.child("Fill").map(this::fill).orElse(null),
                element.child("Stroke").map(this::stroke).orElse(null));
    }

    private Expression markName(XmlElement element) {
        Expression name = values.valueOr(element, "WellKnownName", "square");
        return name instanceof Literal literal
                        && String.valueOf(literal.getValue()).contains("${")
                ? values.template(element, String.valueOf(literal.getValue()))
                : name;
    }

    private void picture(XmlElement element, List<Graphic.Symbol> symbols) {
        String href = element.child("OnlineResource")
                .flatMap(resource -> resource.attribute("href"))
                .orElse("")
                .strip();
        if (folders.isEmpty()) {
            notDrawn(element, "pictures are not fetched for a request's style");
            return;
        }
        Expression address = values.template(element, href);
        if (address instanceof Literal) {
            Optional<PictureFile> file = PictureFile.of(href, folders);
            if (file.isEmpty()) {
                notDrawn(element, "'" + href + "' is not fetched: put the file beside the style");
                return;
            }
            if (!Files.isRegularFile(file.get().file())) {
                notDrawn(element, "there is no file '" + href + "' beside the style");
                return;
            }
        }
        symbols.add(
                new Graphic.Picture(address, folders, element.textAt("Format").orElse(null)));
    }

    private void report(
            XmlElement element, Map<String, XmlElement> css, Set<String> knownParameters, Set<String> knownChildren) {
        css.forEach((name, parameter) -> {
            if (!knownParameters.contains(name)) {
                problems.add(new StyleProblem(
                        parameter.line(), parameter.name(), "the parameter '" + name + "' is not known here"));
            }
        });
        for (XmlElement child : element.children()) {
            if (!css.containsValue(child)
                    && !child.name().endsWith("Parameter")
                    && !knownChildren.contains(child.name())) {
                unknown(child);
            }
        }
    }

    void unknown(XmlElement element) {
        notDrawn(element, "it is not known here and not drawn");
    }

    void notDrawn(XmlElement element, String why) {
        problems.add(new StyleProblem(element.line(), element.name(), why));
    }
}

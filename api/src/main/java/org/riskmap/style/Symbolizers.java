package org.riskmap.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.XmlElement;
import org.riskmap.style.RasterSymbolizer.Channel;
import org.riskmap.style.RasterSymbolizer.Contrast;

/** Reads symbolizers (SLD 1.0, chapter 11; SE 1.1, chapter 11). */
final class Symbolizers {

    private static final Set<String> COMMON =
            Set.of("Name", "Description", "Geometry", "VendorOption", "BaseSymbolizer");

    private final Values values;
    private final Paints paints;

    Symbolizers(Values values, Paints paints) {
        this.values = values;
        this.paints = paints;
    }

    static boolean isSymbolizer(XmlElement element) {
        return element.name().endsWith("Symbolizer");
    }

    /** Empty where the kind is not known, which is reported. */
    Optional<Symbolizer> read(XmlElement element) {
        return switch (element.name()) {
            case "PolygonSymbolizer" -> Optional.of(polygon(element));
            case "LineSymbolizer" -> Optional.of(line(element));
            case "PointSymbolizer" -> Optional.of(point(element));
            case "TextSymbolizer" -> Optional.of(text(element));
            case "RasterSymbolizer" -> Optional.of(raster(element));
            default -> {
                paints.unknown(element);
                yield Optional.empty();
            }
        };
    }

    private PolygonSymbolizer polygon(XmlElement element) {
        report(element, Set.of("Fill", "Stroke", "PerpendicularOffset", "Displacement"));
        return new PolygonSymbolizer(
                geometry(element),
                uom(element),
                options(element),
                element.child("Fill").map(paints::fill).orElse(null),
                element.child("Stroke").map(paints::stroke).orElse(null),
                values.optional(element, "PerpendicularOffset"));
    }

    private LineSymbolizer line(XmlElement element) {
        report(element, Set.of("Stroke", "PerpendicularOffset"));
        return new LineSymbolizer(
                geometry(element),
                uom(element),
                options(element),
                element.child("Stroke").map(paints::stroke).orElse(null),
                values.optional(element, "PerpendicularOffset"));
    }

    private PointSymbolizer point(XmlElement element) {
        report(element, Set.of("Graphic"));
        XmlElement graphic = element.child("Graphic")
                .orElseThrow(() -> values.invalid(element, "it has no <Graphic>", "say what to draw"));
        return new PointSymbolizer(geometry(element), uom(element), options(element), paints.graphic(graphic));
    }

    private TextSymbolizer text(XmlElement element) {
        report(
                element,
                Set.of(
                        "Label",
                        "Font",
                        "LabelPlacement",
                        "Halo",
                        "Fill",
                        "Priority",
                        "Graphic",
                        "Snippet",
                        "FeatureDescription",
                        "OtherText"));
        return new TextSymbolizer(
                geometry(element),
                uom(element),
                options(element),
                values.valueOr(element, "Label", ""),
                element.children("Font").stream().map(this::font).toList(),
                element.child("LabelPlacement").map(this::placement).orElseGet(Symbolizers::defaultPlacement),
                element.child("Halo").map(this::halo).orElse(null),
                element.child("Fill").map(paints::fill).orElse(null),
                values.optional(element, "Priority"),
                element.child("Graphic").map(paints::graphic).orElse(null));
    }

    private Font font(XmlElement element) {
        Map<String, XmlElement> css = paints.parameters(element);
        return new Font(
                fontPart(css, "font-family", "Serif"),
                fontPart(css, "font-size", 10.0),
                fontPart(css, "font-style", "normal"),
                fontPart(css, "font-weight", "normal"));
    }

    private Expression fontPart(Map<String, XmlElement> css, String name, Object absent) {
        XmlElement element = css.get(name);
        return element == null ? Values.literal(absent) : values.value(element);
    }

    private Halo halo(XmlElement element) {
        return new Halo(
                element.child("Fill")
                        .map(paints::fill)
                        .orElseGet(() -> new Fill(Values.literal("#FFFFFF"), Values.literal(1.0), null)),
                values.valueOr(element, "Radius", 1.0));
    }

    private LabelPlacement placement(XmlElement element) {
        Optional<XmlElement> line = element.child("LinePlacement");
        if (line.isPresent()) {
            return new LabelPlacement.AlongLine(values.optional(line.get(), "PerpendicularOffset"));
        }
        XmlElement point = element.child("PointPlacement").orElse(element);
        XmlElement anchor = point.child("AnchorPoint").orElse(point);
        XmlElement displacement = point.child("Displacement").orElse(point);
        return new LabelPlacement.AtPoint(
                values.valueOr(anchor, "AnchorPointX", 0.0),
                values.valueOr(anchor, "AnchorPointY", 0.5),
                values.valueOr(displacement, "DisplacementX", 0.0),
                values.valueOr(displacement, "DisplacementY", 0.0),
                values.valueOr(point, "Rotation", 0.0));
    }

    private static LabelPlacement defaultPlacement() {
        Literal none = Values.literal(0.0);
        return new LabelPlacement.AtPoint(none, Values.literal(0.5), none, none, none);
    }

    private RasterSymbolizer raster(XmlElement element) {
        report(element, Set.of("Opacity", "ChannelSelection", "ColorMap", "ContrastEnhancement", "OverlapBehavior"));
        return new RasterSymbolizer(
                geometry(element),
                uom(element),
                options(element),
                values.optional(element, "Opacity"),
                element.child("ChannelSelection").map(this::channels).orElse(List.of()),
                element.child("ColorMap").map(this::colorMap).orElse(null),
                element.child("ContrastEnhancement").map(this::contrast).orElse(null));
    }

    private List<Channel> channels(XmlElement element) {
        List<Channel> bands = new ArrayList<>();
        for (XmlElement channel : element.children()) {
            XmlElement name = channel.child("SourceChannelName").orElse(channel);
            bands.add(new Channel(
                    (int) values.number(name),
                    channel.child("ContrastEnhancement").map(this::contrast).orElse(null)));
        }
        return bands;
    }

    private Contrast contrast(XmlElement element) {
        double gamma = element.child("GammaValue").map(values::number).orElse(1.0);
        if (!(gamma >= 0)) {
            throw values.invalid(element, "its gamma " + gamma + " is below 0", "1 changes nothing");
        }
        for (XmlElement child : element.children()) {
            switch (child.name()) {
                case "Normalize" -> {
                    return normalized(child, gamma);
                }
                case "Histogram" -> {
                    return new Contrast(Contrast.Method.HISTOGRAM, Double.NaN, Double.NaN, gamma);
                }
                case "Logarithmic" -> {
                    return new Contrast(Contrast.Method.LOGARITHMIC, Double.NaN, Double.NaN, gamma);
                }
                case "Exponential" -> {
                    return new Contrast(Contrast.Method.EXPONENTIAL, Double.NaN, Double.NaN, gamma);
                }
                case "GammaValue" -> {}
                default -> paints.unknown(child);
            }
        }
        return new Contrast(Contrast.Method.NONE, Double.NaN, Double.NaN, gamma);
    }

    private Contrast normalized(XmlElement element, double gamma) {
        Map<String, String> told = options(element);
        String algorithm = told.getOrDefault("algorithm", "");
        if (algorithm.isEmpty()) {
            return new Contrast(Contrast.Method.STRETCH, Double.NaN, Double.NaN, gamma);
        }
        Contrast.Method method =
                switch (algorithm) {
                    case "StretchToMinimumMaximum" -> Contrast.Method.STRETCH;
                    case "ClipToMinimumMaximum" -> Contrast.Method.CLIP;
                    case "ClipToZero" -> Contrast.Method.CLIP_TO_ZERO;
                    default ->
                        throw values.invalid(
                                element,
                                "its algorithm '" + algorithm + "' is not known",
                                "write StretchToMinimumMaximum, ClipToMinimumMaximum or ClipToZero");
                };
        return new Contrast(method, rangeEnd(element, told, "minValue"), rangeEnd(element, told, "maxValue"), gamma);
    }

    private double rangeEnd(XmlElement element, Map<String, String> told, String name) {
        try {
            return Double.parseDouble(told.getOrDefault(name, ""));
        } catch (NumberFormatException notANumber) {
            throw values.invalid(element, "its algorithm has no number as " + name, "give minValue and maxValue");
        }
    }

    private ColorMap colorMap(XmlElement element) {
        ColorMap.Kind kind =
                switch (element.attribute("type").orElse("ramp")) {
                    case "ramp" -> ColorMap.Kind.RAMP;
                    case "intervals" -> ColorMap.Kind.INTERVALS;
                    case "values" -> ColorMap.Kind.VALUES;
                    default ->
                        throw values.invalid(element, "its type is not known", "write ramp, intervals or values");
                };
        List<ColorMap.Entry> entries = new ArrayList<>();
        for (XmlElement entry : element.children("ColorMapEntry")) {
            entries.add(new ColorMap.Entry(
                    attributeNumber(entry, "quantity", Double.NaN),
                    color(entry),
                    attributeNumber(entry, "opacity", 1.0),
                    entry.attribute("label").filter(label -> !label.isBlank()).orElse(null)));
        }
        entries.sort(Comparator.comparingDouble(ColorMap.Entry::quantity));
        return new ColorMap(kind, entries);
    }

    private int color(XmlElement entry) {
        String written = entry.attribute("color").orElse("").strip();
        if (!written.matches("#[0-9A-Fa-f]{6}")) {
            throw values.invalid(entry, "'" + written + "' is not a colour", "write it as #rrggbb");
        }
        return Integer.parseInt(written.substring(1), 16);
    }

    private double attributeNumber(XmlElement entry, String name, double absent) {
        String written = entry.attribute(name).orElse("").strip();
        try {
            if (written.isEmpty() && !Double.isNaN(absent)) {
                return absent;
            }
            return Double.parseDouble(written);
        } catch (NumberFormatException notANumber) {
            throw values.invalid(entry, name + " '" + written + "' is not a number", "write a number");
        }
    }

    private @Nullable Expression geometry(XmlElement element) {
        return values.optional(element, "Geometry");
    }

    private Uom uom(XmlElement element) {
        String written = element.attribute("uom").orElse("");
        if (written.isEmpty() || written.endsWith("pixel")) {
            return Uom.PIXEL;
        }
        if (written.endsWith("metre") || written.endsWith("meter")) {
            return Uom.METRE;
        }
        if (written.endsWith("foot")) {
            return Uom.FOOT;
        }
        throw values.invalid(element, "its uom '" + written + "' is not known", "use pixel, metre or foot of SE 1.1");
    }

    static Map<String, String> options(XmlElement element) {
        Map<String, String> options = new HashMap<>();
        for (XmlElement option : element.children("VendorOption")) {
            options.put(option.attribute("name").orElse(""), option.text());
        }
        return options;
    }

    private void report(XmlElement element, Set<String> known) {
        element.children().stream()
                .filter(child -> !known.contains(child.name()) && !COMMON.contains(child.name()))
                .forEach(paints::unknown);
    }
}

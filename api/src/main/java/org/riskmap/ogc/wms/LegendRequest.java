package org.riskmap.ogc.wms;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.render.LegendEntry;
import org.riskmap.render.LegendLook;
import org.riskmap.render.LegendLook.Labels;
import org.riskmap.render.LegendLook.Letters;

/**
 * A GetLegendGraphic request (OGC 02-070, 12; LEGEND_OPTIONS as GeoServer has them).
 *
 * @param entries one for each layer, first on top
 * @param width of a symbol, pixels
 * @param height of a symbol, pixels
 * @param rule name of the only rule to show; null means all
 * @param scaleDenominator rules that do not draw at it are left out; null keeps all
 * @param asJson whether it is told as JSON instead of drawn
 * @param format of the picture
 * @param transparent whether nothing is below the symbols
 * @param background where something is
 * @param letters of all words
 * @param titled whether several layers have their titles above them
 * @param labels whether rules are named: {@code ON}, {@code OFF}, or {@code AUTO} where there are several
 * @param language of titles, where they have been translated; null means the directory's own
 */
record LegendRequest(
        List<Entry> entries,
        int width,
        int height,
        @Nullable String rule,
        @Nullable Double scaleDenominator,
        boolean asJson,
        MapFormat format,
        boolean transparent,
        Color background,
        Letters letters,
        boolean titled,
        Labels labels,
        @Nullable String language) {

    static final String JSON = "application/json";

    static final int SYMBOL_PX = 20;
    static final int FONT_PT = 12;
    private static final int LARGEST_SYMBOL_PX = 512;

    /**
     * @param layer what
     * @param style how it is drawn
     */
    record Entry(PublishedLayer layer, NamedStyle style) {}

    /** The layers with their titles as headings. */
    List<LegendEntry> drawn() {
        return entries.stream()
                .map(entry ->
                        new LegendEntry(title(entry.layer()), entry.style().style()))
                .toList();
    }

    /** A layer's title in the language asked for. */
    String title(PublishedLayer layer) {
        return language == null ? layer.title() : layer.title(List.of(language));
    }

    LegendLook look() {
        boolean clear = transparent && format.carriesTransparency();
        return new LegendLook(
                width, height, rule, scaleDenominator, clear ? null : background, letters, labels, titled, language);
    }

    static LegendRequest parse(Kvp kvp, Catalog catalog, TimeSelection time) {
        String format = kvp.text("FORMAT").orElse("image/png");
        boolean asJson = format.equalsIgnoreCase(JSON);
        return new LegendRequest(
                entries(kvp, new LayerSelection(catalog, kvp, time)),
                kvp.integer("WIDTH", 1, LARGEST_SYMBOL_PX).orElse(SYMBOL_PX),
                kvp.integer("HEIGHT", 1, LARGEST_SYMBOL_PX).orElse(SYMBOL_PX),
                kvp.text("RULE").orElse(null),
                kvp.number("SCALE").orElse(null),
                asJson,
                asJson ? MapFormat.PNG : picture(format),
                kvp.flag("TRANSPARENT"),
                MapRequest.colour(kvp.option("LEGEND_OPTIONS", "bgColor").orElse("0xFFFFFF")),
                letters(kvp),
                !option(kvp, "forceTitles").equals("off"),
                labels(kvp),
                kvp.text("LANGUAGE").orElse(null));
    }

    private static MapFormat picture(String format) {
        return MapFormat.named(format)
                .filter(MapFormat::forLegends)
                .orElseThrow(() -> new WmsFailure(
                        Code.INVALID_FORMAT, "format", "Invalid graphic format '" + format + "'; ask for image/png"));
    }

    private static List<Entry> entries(Kvp kvp, LayerSelection selection) {
        Optional<String> names = kvp.text("LAYER").or(() -> kvp.text("LAYERS"));
        String given = names.orElseThrow(() ->
                new WmsFailure(Code.MISSING_PARAMETER, "layer", "LAYER parameter not present for GetLegendGraphic"));
        List<String> styles = kvp.text("STYLE")
                .or(() -> kvp.text("STYLES"))
                .map(text -> Kvp.split(text, ','))
                .orElse(List.of());
        List<String> layers = Kvp.split(given, ',');
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            add(entries, selection.find(layers.get(i), "layer"), i < styles.size() ? styles.get(i) : "", selection);
        }
        return entries;
    }

    private static void add(List<Entry> entries, PublishedLayer layer, String style, LayerSelection selection) {
        if (layer instanceof LayerGroup group) {
            group.flat()
                    .forEach(member -> entries.add(new Entry(
                            member.layer(),
                            member.style() == null ? selection.style(member.layer(), "") : member.style())));
        } else {
            entries.add(new Entry(layer, selection.style(layer, style)));
        }
    }

    private static String option(Kvp kvp, String name) {
        return kvp.option("LEGEND_OPTIONS", name).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Smooth where nothing is said, unlike GeoServer's: small letters cannot be read otherwise. */
    private static Letters letters(Kvp kvp) {
        String style = option(kvp, "fontStyle");
        return new Letters(
                fontSize(kvp),
                kvp.option("LEGEND_OPTIONS", "fontName").orElse(null),
                style.contains("bold"),
                style.contains("italic"),
                MapRequest.colour(kvp.option("LEGEND_OPTIONS", "fontColor").orElse("0x000000")),
                !option(kvp, "fontAntiAliasing").equals("false"));
    }

    private static int fontSize(Kvp kvp) {
        String text = kvp.option("LEGEND_OPTIONS", "fontSize").orElse("" + FONT_PT);
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 4 || Integer.parseInt(text) > 100) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "legend_options",
                    "fontSize:" + text + " is not a whole number from 4 to 100");
        }
        return Integer.parseInt(text);
    }

    private static Labels labels(Kvp kvp) {
        return switch (option(kvp, "forceLabels")) {
            case "on" -> Labels.ON;
            case "off" -> Labels.OFF;
            default -> Labels.AUTO;
        };
    }
}

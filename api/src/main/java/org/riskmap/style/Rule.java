package org.riskmap.style;

import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Translations;

/**
 * Symbolizers for the features that fulfil a condition at some scales.
 *
 * @param name in requests; null where it has none
 * @param title in the legend; null where it has none
 * @param titles the title in other languages
 * @param abstractText for people; null where it has none
 * @param filter null means every feature
 * @param elseRule holds for features that no rule with a filter or without took
 * @param scales where it is drawn
 * @param symbolizers drawn in their order
 * @param options vendor options by name
 * @param legendGraphic what the legend shows instead of the symbolizers; null where it shows them
 */
public record Rule(
        @Nullable String name,
        @Nullable String title,
        Translations titles,
        @Nullable String abstractText,
        @Nullable Filter filter,
        boolean elseRule,
        ScaleRange scales,
        List<Symbolizer> symbolizers,
        Map<String, String> options,
        @Nullable Graphic legendGraphic) {

    public Rule {
        symbolizers = List.copyOf(symbolizers);
        options = Map.copyOf(options);
    }

    /** The title in a language; the one without a language where that is null or there is none in it. */
    public @Nullable String title(@Nullable String language) {
        return language == null ? title : titles.in(language).orElse(title);
    }

    /** Whether the map shows it: not where the vendor option {@code inclusion} is {@code legendOnly}. */
    public boolean onMap() {
        return !"legendOnly".equalsIgnoreCase(options.get("inclusion"));
    }

    /** Whether the legend shows it: not where the vendor option {@code inclusion} is {@code mapOnly}. */
    public boolean inLegend() {
        return !"mapOnly".equalsIgnoreCase(options.get("inclusion"));
    }
}

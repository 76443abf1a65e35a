package org.riskmap.style;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Translations;

/**
 * How a layer is drawn: one user style of SLD.
 *
 * @param name as in the document; null where it has none
 * @param title for people; null where it has none
 * @param titles the title in other languages
 * @param abstractText for people; null where it has none
 * @param featureTypeStyles drawn one after another over the whole layer, first to last
 */
public record Style(
        @Nullable String name,
        @Nullable String title,
        Translations titles,
        @Nullable String abstractText,
        List<FeatureTypeStyle> featureTypeStyles) {

    public Style {
        featureTypeStyles = List.copyOf(featureTypeStyles);
    }

    /** Whether any symbolizer draws a raster. */
    public boolean drawsRaster() {
        return featureTypeStyles.stream()
                .flatMap(part -> part.rules().stream())
                .flatMap(rule -> rule.symbolizers().stream())
                .anyMatch(RasterSymbolizer.class::isInstance);
    }
}

package org.riskmap.style;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole SLD document.
 *
 * @param layers in the document's order, drawn first to last
 * @param problems what was not understood
 */
public record StyleDocument(List<StyledLayer> layers, List<StyleProblem> problems) {

    public StyleDocument {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
    }

    /**
     * A named or user layer.
     *
     * @param name null where the document gives none
     * @param styles written out in the document
     * @param namedStyles names of styles that the server has
     */
    public record StyledLayer(@Nullable String name, List<Style> styles, List<String> namedStyles) {

        public StyledLayer {
            styles = List.copyOf(styles);
            namedStyles = List.copyOf(namedStyles);
        }
    }

    /** All styles that are written out, in the document's order. */
    public Stream<Style> styles() {
        return layers.stream().flatMap(layer -> layer.styles().stream());
    }
}

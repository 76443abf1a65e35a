package org.riskmap.style;

import java.nio.file.Path;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A mark or picture.
 *
 * @param symbols the first that can be drawn is; empty means a square mark
 * @param opacity 0–1
 * @param size height in the symbolizer's unit; null means the symbol's own
 * @param rotation degrees clockwise
 * @param anchorX part of the symbol's width, from its left side, that lies on the point
 * @param anchorY part of the symbol's height, from its lower side, that lies on the point
 * @param displacementX to the right, in the symbolizer's unit
 * @param displacementY downwards, in the symbolizer's unit (SLD says upwards; GeoServer draws it so)
 */
public record Graphic(
        List<Symbol> symbols,
        Expression opacity,
        @Nullable Expression size,
        Expression rotation,
        Expression anchorX,
        Expression anchorY,
        Expression displacementX,
        Expression displacementY) {

    public Graphic {
        symbols = List.copyOf(symbols);
    }

    /** What is drawn. */
    public sealed interface Symbol permits Mark, Picture {}

    /**
     * A shape.
     *
     * @param wellKnownName {@code circle}, {@code shape://slash}, {@code ttf://Font#0x41}, …
     * @param fill null where the inside stays empty
     * @param stroke null where there is no outline
     */
    public record Mark(
            Expression wellKnownName,
            @Nullable Fill fill,
            @Nullable Stroke stroke) implements Symbol {}

    /**
     * A file.
     *
     * @param address what {@link PictureFile#of} finds below the folders; may be computed of the feature
     * @param folders where pictures may be taken from, absolute
     * @param format media type as written; null where it is not
     */
    public record Picture(
            Expression address,
            List<Path> folders,
            @Nullable String format) implements Symbol {

        public Picture {
            folders = List.copyOf(folders);
        }
    }
}

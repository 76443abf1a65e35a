package org.riskmap.render;

import java.awt.Color;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a map is drawn on.
 *
 * @param background null means transparent
 * @param smoothLines whether edges are smoothed
 * @param smoothText whether letters are smoothed
 * @param labelGutter how far outside the area that is shown the picture goes on all sides, pixels; labels are set so that a
 *     neighbouring picture with the same gutter has the same where both show it
 * @param limit longest time to draw
 */
public record Canvas(
        @Nullable Color background, boolean smoothLines, boolean smoothText, int labelGutter, Duration limit) {

    /** A picture that is shown whole. */
    public Canvas(@Nullable Color background, boolean smoothLines, boolean smoothText, Duration limit) {
        this(background, smoothLines, smoothText, 0, limit);
    }
}

package org.riskmap.render;

import java.awt.Color;
import java.awt.Font;
import org.jspecify.annotations.Nullable;

/**
 * How a legend looks.
 *
 * @param symbolWidth pixels
 * @param symbolHeight pixels
 * @param rule name of the only rule to show; null means all
 * @param scaleDenominator rules that do not draw at it are left out; null keeps all
 * @param background null means transparent
 * @param letters of all words
 * @param labels whether rules are named
 * @param titled whether several layers have their titles above them
 * @param language of their names; null means the style's own
 */
public record LegendLook(
        int symbolWidth,
        int symbolHeight,
        @Nullable String rule,
        @Nullable Double scaleDenominator,
        @Nullable Color background,
        Letters letters,
        Labels labels,
        boolean titled,
        @Nullable String language) {

    /**
     * How words are written.
     *
     * @param sizePx height
     * @param family null means a font of the service's own
     * @param bold whether they are
     * @param italic whether they are
     * @param color of them
     * @param smooth whether their edges are smoothed
     */
    public record Letters(
            int sizePx, @Nullable String family, boolean bold, boolean italic, Color color, boolean smooth) {

        /** Black ones of the service's own font. */
        public static Letters plain(int sizePx) {
            return new Letters(sizePx, null, false, false, Color.BLACK, true);
        }

        int style() {
            return (bold ? Font.BOLD : Font.PLAIN) | (italic ? Font.ITALIC : Font.PLAIN);
        }
    }

    /** Whether rules are named. */
    public enum Labels {
        /** Where there are several of them, or several layers. */
        AUTO,
        ON,
        OFF
    }
}

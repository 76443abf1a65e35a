package org.riskmap.render;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a legend looks.
 *
 * @param symbolWidth pixels
 * @param symbolHeight pixels
 * @param rule name of the only rule to show; null means all
 * @param scaleDenominator rules that do not draw at it are left out; null keeps all
 * @param background null means transparent
 * @param fontSizePx height of letters
 * @param fontName null means a font of the service's own
 * @param labels whether rules are named
 * @param language of their names; null means the style's own
 */
public record LegendLook(
        int symbolWidth,
        int symbolHeight,
        @Nullable String rule,
        @Nullable Double scaleDenominator,
        @Nullable Color background,
        int fontSizePx,
        @Nullable String fontName,
        Labels labels,
        @Nullable String language) {

    /** Whether rules are named. */
    public enum Labels {
        /** Where there are several of them, or several layers. */
        AUTO,
        ON,
        OFF
    }
}

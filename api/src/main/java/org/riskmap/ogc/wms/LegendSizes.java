package org.riskmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.render.LegendEntry;
import org.riskmap.render.LegendLook;
import org.riskmap.render.Legends;

/** How large the legend of a style is, measured once for each catalog. Safe for many threads. */
final class LegendSizes {

    /** Pixels. */
    record Size(int width, int height) {}

    private final Legends legends;
    private final Map<NamedStyle, Size> known = new IdentityHashMap<>();
    private long sequence;

    LegendSizes(Legends legends) {
        this.legends = legends;
    }

    /** @param catalogSequence of the catalog that holds the style */
    synchronized Size of(NamedStyle style, long catalogSequence) {
        if (sequence != catalogSequence) {
            known.clear();
            sequence = catalogSequence;
        }
        return known.computeIfAbsent(style, this::measured);
    }

    private Size measured(NamedStyle style) {
        LegendLook look = new LegendLook(
                LegendRequest.SYMBOL_PX,
                LegendRequest.SYMBOL_PX,
                null,
                null,
                null,
                LegendLook.Letters.plain(LegendRequest.FONT_PT),
                LegendLook.Labels.AUTO,
                true,
                null);
        BufferedImage drawn = legends.draw(List.of(new LegendEntry(style.title(), style.style())), look);
        return new Size(drawn.getWidth(), drawn.getHeight());
    }
}

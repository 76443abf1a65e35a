package org.riskmap.style;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values to colours.
 *
 * @param kind how values between the entries are coloured
 * @param entries ascending by quantity
 */
public record ColorMap(Kind kind, List<Entry> entries) {

    public ColorMap {
        entries = List.copyOf(entries);
    }

    /** {@code RAMP} mixes neighbours, {@code INTERVALS} colours what lies below an entry, {@code VALUES} exact values. */
    public enum Kind {
        RAMP,
        INTERVALS,
        VALUES
    }

    /**
     * @param quantity in the raster's unit
     * @param rgb 0xRRGGBB
     * @param opacity 0–1
     * @param label in the legend; null where it has none
     */
    public record Entry(
            double quantity,
            int rgb,
            double opacity,
            @Nullable String label) {}
}

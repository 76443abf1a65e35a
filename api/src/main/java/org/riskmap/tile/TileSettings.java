package org.riskmap.tile;

import org.riskmap.kernel.InvalidInput;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tiles are drawn and kept, {@code riskmap.tiles.*}.
 *
 * @param quotaMb most room on disk, MB of 1024² bytes; what was asked for longest ago goes first; 0 keeps nothing
 * @param memoryMb most room in memory for tiles that are asked for again and again
 * @param metatile tiles on a side that are drawn as one picture
 * @param gutterPx how much more is drawn around it, pixels: labels of points up to twice as wide go over its border
 */
@ConfigurationProperties("riskmap.tiles")
public record TileSettings(
        @DefaultValue("2048") int quotaMb,
        @DefaultValue("64") int memoryMb,
        @DefaultValue("4") int metatile,
        @DefaultValue("64") int gutterPx) {

    public TileSettings {
        if (quotaMb < 0 || memoryMb < 1 || metatile < 1 || metatile > 16 || gutterPx < 0 || gutterPx > 512) {
            throw new InvalidInput(
                    "riskmap.tiles",
                    "quota-mb, memory-mb, metatile or gutter-px is out of range",
                    "give at least 0, at least 1, 1 to 16 and 0 to 512");
        }
    }
}

package org.riskmap.raster;

/** How a number is found between the centres of cells. */
public enum Resampling {
    /** The cell that holds the position. */
    NEAREST,
    /** Weighted by distance among the four nearest centres; cells without data do not count. */
    BILINEAR
}

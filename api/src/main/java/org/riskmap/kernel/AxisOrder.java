package org.riskmap.kernel;

/** In which order a text gives the two coordinates of a position. */
public enum AxisOrder {
    /** x, y: longitude or easting first. */
    EAST_NORTH,
    /** y, x: latitude or northing first. */
    NORTH_EAST
}

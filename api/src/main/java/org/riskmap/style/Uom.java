package org.riskmap.style;

/** The unit of a symbolizer's lengths (SE 1.1, 10.1.3). */
public enum Uom {
    PIXEL,
    METRE,
    FOOT
}

package org.riskmap.exposure;

/** On which side of a polygon's edge its rings lie. Points and lines have no inside: around them all is outside. */
public enum Side {
    /** In the hazard and around it. */
    BOTH,
    /** Around the hazard; what lies in a polygon of any hazard is left out. */
    OUTSIDE,
    /** From the edge inwards: distances are those to the edge of a polygon that holds the thing. */
    INSIDE
}

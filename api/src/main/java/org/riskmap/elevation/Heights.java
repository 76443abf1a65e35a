package org.riskmap.elevation;

/** Heights of the ground from one version of one model. Safe for many threads. */
public interface Heights {

    /**
     * The height in metres at a position in degrees (EPSG:4490, longitude first), bilinear between the four cells around
     * it; NaN outside the model and where one of the four is void.
     */
    double metresAt(double lon, double lat);

    /** Distance between neighbouring cells in metres, greater than 0; sampling more finely shows nothing new. */
    double spacingM();

    /** Names the data: equal versions give equal heights. */
    String version();
}

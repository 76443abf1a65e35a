package org.riskmap.render;

import org.riskmap.raster.RasterFile;
import org.riskmap.style.Style;

/** A layer of a map. */
public sealed interface DrawnLayer {

    /** For log and errors. */
    String name();

    Style style();

    /** A layer of features. */
    record OfFeatures(String name, FeatureSource source, Style style) implements DrawnLayer {}

    /**
     * A layer of pixels.
     *
     * @param smooth whether values between pixels are mixed
     */
    record OfRaster(String name, RasterFile file, Style style, boolean smooth) implements DrawnLayer {}
}

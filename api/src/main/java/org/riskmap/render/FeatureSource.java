package org.riskmap.render;

import java.util.Set;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;

/** Where the features of a layer come from. */
public interface FeatureSource {

    /** What their coordinates are in, east first. */
    Crs crs();

    /** The features that a map needs; the caller closes the answer. */
    Rows open(Wanted wanted);

    /**
     * @param bounds in the source's system: features whose envelope meets it
     * @param properties names of the columns that the style reads, geometry excluded
     * @param resolution size of a pixel in the source's unit: finer detail is not seen
     */
    record Wanted(Envelope bounds, Set<String> properties, double resolution) {}

    /** Features one after another. */
    interface Rows extends AutoCloseable {

        /** Whether there is another feature. */
        boolean next();

        /** The feature that {@link #next} moved to. */
        Feature feature();

        @Override
        void close();
    }
}

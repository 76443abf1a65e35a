package org.riskmap.render;

import java.util.Set;
import org.jspecify.annotations.Nullable;
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
     * @param map what is drawn, so that geometries may be given in its system; null where the style computes with them and
     *     they are wanted as they are
     */
    record Wanted(
            Envelope bounds,
            Set<String> properties,
            double resolution,
            @Nullable Viewport map) {}

    /** Features one after another. */
    interface Rows extends AutoCloseable {

        /** What the coordinates are in, east first: the source's system or, where it was offered, the map's. */
        Crs crs();

        /** Whether they are made for the map already, and are to be drawn as they are. */
        boolean ready();

        /** Whether there is another feature. */
        boolean next();

        /** The feature that {@link #next} moved to. */
        Feature feature();

        @Override
        void close();
    }
}

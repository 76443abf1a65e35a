package org.riskmap.memory;

import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCursor;

/** Features of a table as it was when the cursor was opened, whatever changes meanwhile. One thread only. */
public final class MemoryCursor implements FeatureCursor {

    private final List<Segment> segments;
    private final List<BitSet> hits;
    private final @Nullable MapScale scale;
    private final Crs crs;
    private int segment;
    private int number = -1;
    private int readySegment = -1;
    private @Nullable ReadyFeatures ready; // those of that segment

    MemoryCursor(List<Segment> segments, List<BitSet> hits, @Nullable MapScale scale, Crs crs) {
        this.segments = segments;
        this.hits = hits;
        this.scale = scale;
        this.crs = crs;
    }

    /** What the geometries' coordinates are in, east first. */
    public Crs crs() {
        return crs;
    }

    @Override
    public boolean next() {
        while (segment < segments.size()) {
            number = hits.get(segment).nextSetBit(number + 1);
            if (number >= 0) {
                return true;
            }
            segment++;
        }
        return false;
    }

    /** Its geometry is empty where the system cannot show it. */
    @Override
    public Feature feature() {
        if (number < 0 || segment == segments.size()) {
            throw new NoSuchElementException("the cursor stands on no feature");
        }
        return scale == null
                ? segments.get(segment).feature(number)
                : ready(scale).feature(number);
    }

    private ReadyFeatures ready(MapScale wanted) {
        ReadyFeatures known = ready;
        if (known == null || readySegment != segment) {
            known = segments.get(segment).ready(wanted);
            ready = known;
            readySegment = segment;
        }
        return known;
    }

    @Override
    public void close() {
        // holds nothing
    }
}

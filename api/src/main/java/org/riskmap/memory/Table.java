package org.riskmap.memory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;

/**
 * All features of a layer at one moment: segments, of which some features count no more. Never changes; a change makes
 * another one that shares the segments.
 */
final class Table {

    private static final int MOST_SEGMENTS = 8;

    private final Crs crs;
    private final List<Segment> segments;
    private final List<BitSet> gone;

    private Table(Crs crs, List<Segment> segments, List<BitSet> gone) {
        this.crs = crs;
        this.segments = segments;
        this.gone = gone;
    }

    static Table of(Crs crs, List<Feature> features) {
        return new Table(crs, List.of(new Segment(crs, features)), List.of(new BitSet()));
    }

    long bytes() {
        return segments.stream().mapToLong(Segment::bytes).sum();
    }

    int size() {
        int size = 0;
        for (int i = 0; i < segments.size(); i++) {
            size += segments.get(i).size() - gone.get(i).cardinality();
        }
        return size;
    }

    void forgetReady() {
        segments.forEach(Segment::forgetReady);
    }

    /** How many features have an envelope that meets the bounds. */
    int count(Envelope bounds) {
        int count = 0;
        for (int i = 0; i < segments.size(); i++) {
            count += meeting(i, bounds).cardinality();
        }
        return count;
    }

    /** @param bounds in the layer's native system */
    MemoryCursor cursor(Envelope bounds, @org.jspecify.annotations.Nullable MapScale scale) {
        List<BitSet> hits = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            hits.add(meeting(i, bounds));
        }
        return new MemoryCursor(segments, hits, scale, scale == null ? crs : scale.crs());
    }

    private BitSet meeting(int segment, Envelope bounds) {
        BitSet hits = segments.get(segment).meeting(bounds);
        hits.andNot(gone.get(segment));
        return hits;
    }

    /**
     * This table after a change.
     *
     * @param bounds holds the old and the new place of every feature that changed
     * @param fresh all features in them as they are now, perhaps with some beside them
     */
    Table changed(Envelope bounds, List<Feature> fresh) {
        Set<String> again = new HashSet<>();
        fresh.forEach(feature -> again.add(feature.id()));
        List<BitSet> without = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            BitSet left = (BitSet) gone.get(i).clone();
            left.or(segments.get(i).meeting(bounds));
            segments.get(i).numbersById(again).forEach(left::set);
            without.add(left);
        }
        if (fresh.isEmpty()) {
            return new Table(crs, segments, without);
        }
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(new Segment(crs, fresh));
        without.add(new BitSet());
        Table changed = new Table(crs, List.copyOf(longer), without);
        return longer.size() > MOST_SEGMENTS ? changed.merged() : changed;
    }

    /** The small segments as one; the first, by far the largest as a rule, stays with all that was made ready of it. */
    private Table merged() {
        List<Feature> small = new ArrayList<>();
        for (int i = 1; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            BitSet left = gone.get(i);
            for (int number = left.nextClearBit(0); number < segment.size(); number = left.nextClearBit(number + 1)) {
                small.add(segment.feature(number));
            }
        }
        return new Table(crs, List.of(segments.get(0), new Segment(crs, small)), List.of(gone.get(0), new BitSet()));
    }
}

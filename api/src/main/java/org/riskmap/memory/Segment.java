package org.riskmap.memory;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;

/** Features that were read together, in the order of their reading, with an index of their envelopes. Never changes. */
final class Segment {

    /** Estimates of what a feature and each of its vertices take. */
    static final int BYTES_OF_FEATURE = 260;

    static final int BYTES_OF_VERTEX = 16;

    private final Crs crs;
    private final Feature[] features;
    private final HPRtree tree = new HPRtree();
    private final org.locationtech.jts.geom.Envelope whole = new org.locationtech.jts.geom.Envelope();
    private final long bytes;
    private final Map<MapScale.Level, ReadyFeatures> ready = new ConcurrentHashMap<>();

    /** @param read with geometries in the system, none null */
    Segment(Crs crs, List<Feature> read) {
        this.crs = crs;
        this.features = read.toArray(Feature[]::new);
        long size = 0;
        for (int i = 0; i < features.length; i++) {
            Geometry geometry = features[i].geometry();
            whole.expandToInclude(geometry.getEnvelopeInternal());
            tree.insert(geometry.getEnvelopeInternal(), i);
            size += BYTES_OF_FEATURE + (long) BYTES_OF_VERTEX * geometry.getNumPoints();
        }
        tree.build();
        this.bytes = size;
    }

    int size() {
        return features.length;
    }

    Feature feature(int number) {
        return features[number];
    }

    /** Estimated, with what was made ready. */
    long bytes() {
        long sum = bytes;
        for (ReadyFeatures made : ready.values()) {
            sum += made.bytes();
        }
        return sum;
    }

    /** Numbers of the features whose envelope shares a point with the bounds. */
    BitSet meeting(Envelope bounds) {
        BitSet hits = new BitSet(features.length);
        org.locationtech.jts.geom.Envelope box =
                new org.locationtech.jts.geom.Envelope(bounds.minX(), bounds.maxX(), bounds.minY(), bounds.maxY());
        if (box.contains(whole)) {
            hits.set(0, features.length);
        } else if (features.length > 0) {
            tree.query(box, number -> hits.set((Integer) number));
        }
        return hits;
    }

    /** The features with geometries for a scale. */
    ReadyFeatures ready(MapScale scale) {
        return ready.computeIfAbsent(scale.level(), level -> new ReadyFeatures(features, crs, scale.crs(), level));
    }

    /** Gives up what was made ready. */
    void forgetReady() {
        ready.clear();
    }

    /** Numbers of the features that have one of the ids. */
    IntStream numbersById(Set<String> ids) {
        return ids.isEmpty()
                ? IntStream.empty()
                : IntStream.range(0, features.length).filter(i -> ids.contains(features[i].id()));
    }
}

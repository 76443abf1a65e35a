package org.riskmap.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;

/** Features with geometries in a reference system and without detail that a resolution does not show; each made when first asked for. */
final class ReadyFeatures {

    /** Detail below this part of a pixel is left out. */
    private static final double PART_OF_PIXEL = 0.5;

    private static final int BYTES_OF_FEATURE = 150;
    private static final int FEW_VERTICES = 5;

    private final Feature[] source;
    private final Reprojection reprojection;
    private final double tolerance;
    private final AtomicReferenceArray<Feature> made;
    private final AtomicLong bytes = new AtomicLong();

    ReadyFeatures(Feature[] source, Crs from, Crs to, MapScale.Level level) {
        this.source = source;
        this.reprojection = Reprojection.between(from, to);
        this.tolerance = PART_OF_PIXEL * level.finestResolution();
        this.made = new AtomicReferenceArray<>(source.length);
        bytes.addAndGet(4L * source.length);
    }

    long bytes() {
        return bytes.get();
    }

    /** Its geometry is empty where the system cannot show it. */
    Feature feature(int number) {
        Feature known = made.getAcquire(number);
        if (known != null) {
            return known;
        }
        Feature fresh = make(source[number]);
        made.setRelease(number, fresh);
        bytes.addAndGet(BYTES_OF_FEATURE
                + (long) Segment.BYTES_OF_VERTEX * fresh.geometry().getNumPoints());
        return fresh;
    }

    private Feature make(Feature feature) {
        Geometry geometry = feature.geometry();
        try {
            geometry = simplified(reprojection.apply(geometry));
        } catch (InvalidInput elsewhere) {
            geometry = geometry.getFactory().createEmpty(geometry.getDimension()); // has no place in the system
        }
        geometry.getEnvelopeInternal(); // computed before other threads see the geometry
        return new Feature(feature.id(), geometry, feature.properties());
    }

    /** Nothing vanishes: what would collapse stays whole. */
    private Geometry simplified(Geometry geometry) {
        if (geometry instanceof Puntal || geometry.getNumPoints() <= FEW_VERTICES) {
            return geometry;
        }
        Geometry simple = geometry instanceof Polygon polygon ? thinned(polygon) : thinned(geometry);
        return simple.isEmpty() || simple.getNumGeometries() < geometry.getNumGeometries() ? geometry : simple;
    }

    /** Ring by ring: of a whole polygon the simplifier asks first whether it is valid, for nothing here, and for twice the time. */
    private Geometry thinned(Polygon polygon) {
        Geometry exterior = thinned((Geometry) polygon.getExteriorRing());
        if (!(exterior instanceof LinearRing shell) || shell.isEmpty()) {
            return polygon;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            if (thinned((Geometry) polygon.getInteriorRingN(i)) instanceof LinearRing hole && !hole.isEmpty()) {
                holes.add(hole);
            }
        }
        return polygon.getFactory().createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private Geometry thinned(Geometry geometry) {
        DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(geometry);
        simplifier.setEnsureValid(false);
        simplifier.setDistanceTolerance(tolerance);
        return simplifier.getResultGeometry();
    }
}

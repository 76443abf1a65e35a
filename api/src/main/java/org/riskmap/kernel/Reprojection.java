package org.riskmap.kernel;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * From one reference system to another, east first on both sides. Safe for use by many threads.
 *
 * <p>Between CGCS2000 (4490), WGS 84 (4326) and TWD97 (3824) nothing moves: they agree within a metre, and PROJ calls the
 * step ballpark. A position that the target cannot show becomes NaN; {@link #apply(Geometry)} refuses it.
 */
public final class Reprojection {

    /** Geodetic systems on GRS 80 or WGS 84 that are one within a metre. */
    private static final Set<Integer> ONE_WITHIN_A_METRE = Set.of(4490, 4326, 3824, 4258);

    private static final Set<Integer> WEB_MERCATOR = Set.of(3857, 900913, 3785);

    private static final int EDGE_STEPS = 16;
    private static final Map<Long, Reprojection> KNOWN = new ConcurrentHashMap<>();

    private final Crs from;
    private final Crs to;
    private final boolean identity;

    private Reprojection(Crs from, Crs to) {
        this.from = from;
        this.to = to;
        this.identity = from.sameSystem(to)
                || ONE_WITHIN_A_METRE.contains(from.code()) && ONE_WITHIN_A_METRE.contains(to.code());
    }

    /** The step between two systems; kept, so that asking again costs nothing. */
    public static Reprojection between(Crs from, Crs to) {
        long key = (long) from.code() << 32 | to.code();
        return KNOWN.computeIfAbsent(key, unused -> new Reprojection(from.eastFirst(), to.eastFirst()));
    }

    /** Whether no coordinate changes. */
    public boolean identity() {
        return identity;
    }

    /**
     * Transforms {@code count} positions in place.
     *
     * @param xy x0, y0, x1, y1, …; NaN, NaN afterwards where the target system cannot show a position
     */
    public void apply(double[] xy, int count) {
        apply(xy, 0, count);
    }

    /** As {@link #apply(double[], int)} for the positions from a place in the array on. */
    public void apply(double[] xy, int from, int count) {
        if (identity) {
            return;
        }
        Step step = step();
        for (int i = from; i < from + 2 * count; i += 2) {
            step.apply(xy[i], xy[i + 1]);
            xy[i] = step.x();
            xy[i + 1] = step.y();
        }
    }

    /**
     * A transformed copy.
     *
     * @throws InvalidInput where a vertex lies where the target system is not defined
     */
    public Geometry apply(Geometry geometry) {
        if (identity) {
            return geometry;
        }
        Geometry copy = geometry.copy();
        Step step = step();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                step.apply(sequence.getX(i), sequence.getY(i));
                if (Double.isNaN(step.x())) {
                    throw new InvalidInput(
                            "geometry",
                            "the position " + sequence.getX(i) + " " + sequence.getY(i) + " cannot be shown in "
                                    + to.epsgName(),
                            "ask for a system whose area of use holds it");
                }
                sequence.setOrdinate(i, 0, step.x());
                sequence.setOrdinate(i, 1, step.y());
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    /**
     * The envelope that holds the transformed rectangle, its edges followed at {@value #EDGE_STEPS} points each and its
     * inside on a grid of as many; parts that the target cannot show are left out.
     *
     * @throws InvalidInput where no part can be shown
     */
    public Envelope apply(Envelope envelope) {
        if (identity) {
            return envelope;
        }
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        Step step = step();
        for (int i = 0; i <= EDGE_STEPS; i++) {
            for (int j = 0; j <= EDGE_STEPS; j++) {
                step.apply(
                        envelope.minX() + envelope.width() * i / EDGE_STEPS,
                        envelope.minY() + envelope.height() * j / EDGE_STEPS);
                if (!Double.isNaN(step.x())) {
                    minX = Math.min(minX, step.x());
                    minY = Math.min(minY, step.y());
                    maxX = Math.max(maxX, step.x());
                    maxY = Math.max(maxY, step.y());
                }
            }
        }
        if (minX > maxX) {
            throw new InvalidInput(
                    "envelope",
                    envelope + " cannot be shown in " + to.epsgName(),
                    "ask for a rectangle in its area of use");
        }
        return new Envelope(minX, minY, maxX, maxY);
    }

    private Step step() {
        if (ONE_WITHIN_A_METRE.contains(from.code()) && WEB_MERCATOR.contains(to.code())) {
            return new WebMercator.Forward();
        }
        if (WEB_MERCATOR.contains(from.code()) && ONE_WITHIN_A_METRE.contains(to.code())) {
            return new WebMercator.Inverse();
        }
        return new Proj4jStep(new BasicCoordinateTransform(from.definition(), to.definition()));
    }

    /** One thread's working place: takes a position, holds the transformed one, NaN where there is none. */
    interface Step {
        void apply(double x, double y);

        double x();

        double y();
    }

    /** proj4j's transform and its two coordinates are not to be shared between threads. */
    private static final class Proj4jStep implements Step {
        private final BasicCoordinateTransform transform;
        private final ProjCoordinate in = new ProjCoordinate();
        private final ProjCoordinate out = new ProjCoordinate();

        Proj4jStep(BasicCoordinateTransform transform) {
            this.transform = transform;
        }

        @Override
        public void apply(double x, double y) {
            in.setValue(x, y);
            try {
                transform.transform(in, out);
            } catch (Proj4jException | IllegalStateException outside) {
                out.setValue(Double.NaN, Double.NaN); // said to the caller as NaN
            }
            if (!Double.isFinite(out.x) || !Double.isFinite(out.y)) {
                out.setValue(Double.NaN, Double.NaN);
            }
        }

        @Override
        public double x() {
            return out.x;
        }

        @Override
        public double y() {
            return out.y;
        }
    }
}

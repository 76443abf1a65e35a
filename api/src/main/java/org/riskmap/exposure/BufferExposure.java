package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.riskmap.kernel.Feature;

/**
 * Rings around hazards and what lies in them. A feature belongs to the innermost ring by its geodesic distance to the
 * nearest hazard, whatever the drawn ring looks like; nothing counts twice. Edges are great circles, as PostGIS draws them
 * on {@code geography}; within {@value #AT_THE_LIMIT_M} m of a limit is at the limit.
 */
public final class BufferExposure {

    private static final double AT_THE_LIMIT_M = 1e-6;

    private final List<Feature> hazards;
    private final double[] distancesM;
    private final List<ExposedLayer> layers;
    private final boolean dissolve;
    private final List<Feature> areas;
    private final List<String> repaired = new ArrayList<>();

    /**
     * @param hazards sorted by id; points, lines, polygons or collections in EPSG:4490, longitude first
     * @param distancesM ascending, each greater than 0
     * @param layers features sorted by id
     * @param dissolve false: {@link Exposure#hazardRings} too
     */
    public BufferExposure(List<Feature> hazards, double[] distancesM, List<ExposedLayer> layers, boolean dissolve) {
        this(hazards, distancesM, layers, dissolve, List.of());
    }

    /** @param areas administrative areas, by which everything is summed up too; with {@code code} and {@code name} */
    public BufferExposure(
            List<Feature> hazards,
            double[] distancesM,
            List<ExposedLayer> layers,
            boolean dissolve,
            List<Feature> areas) {
        this.hazards = hazards;
        this.distancesM = distancesM.clone();
        this.layers = layers;
        this.dissolve = dissolve;
        this.areas = areas;
    }

    /**
     * @param percent told how far the work is; may throw to stop it
     * @throws org.riskmap.kernel.InvalidInput where a feature's population is not a number of persons
     */
    public Exposure compute(IntConsumer percent) {
        List<Geometry> geometries = hazards.stream().map(this::prepared).toList();
        percent.accept(5);
        HazardIndex index = new HazardIndex(geometries);
        List<Exposed> exposed = exposed(index, percent);
        percent.accept(60);
        RingAreas drawn = RingAreas.of(geometries, distancesM, !dissolve, percent);
        percent.accept(90);
        double[] radiusErrors = IntStream.range(0, distancesM.length)
                .mapToDouble(ring -> RadiusError.of(drawn.together().get(ring), index, distancesM[ring]))
                .toArray();
        return new Counting(hazards, distancesM, layers, exposed, drawn, new Townships(areas), radiusErrors)
                .exposure(dissolve, repaired);
    }

    private Geometry prepared(Feature hazard) {
        Geometry geometry = hazard.geometry();
        if (!geometry.isValid()) {
            repaired.add(hazard.id());
            geometry = GeometryFixer.fix(geometry);
        }
        return Ellipsoid.followed(geometry);
    }

    private List<Exposed> exposed(HazardIndex index, IntConsumer percent) {
        int all = layers.stream().mapToInt(layer -> layer.features().size()).sum();
        AtomicInteger done = new AtomicInteger();
        List<Exposed> result = new ArrayList<>();
        for (ExposedLayer layer : layers) {
            List<@Nullable Exposed> found = IntStream.range(0, layer.features().size())
                    .parallel()
                    .<@Nullable Exposed>mapToObj(i -> {
                        if (done.incrementAndGet() % 1000 == 0) {
                            percent.accept(5 + (int) (55L * done.get() / all));
                        }
                        return exposed(index, layer, layer.features().get(i)).orElse(null);
                    })
                    .toList();
            found.stream().filter(Objects::nonNull).forEach(result::add);
        }
        return result;
    }

    private Optional<Exposed> exposed(HazardIndex index, ExposedLayer layer, Feature feature) {
        double mostM = distancesM[distancesM.length - 1] + AT_THE_LIMIT_M;
        return index.nearest(Ellipsoid.followed(feature.geometry()), mostM).map(nearness -> {
            int ring = 0;
            while (nearness.distanceM() > distancesM[ring] + AT_THE_LIMIT_M) {
                ring++;
            }
            return new Exposed(
                    layer.name(),
                    feature,
                    ring,
                    nearness.distanceM(),
                    hazards.get(nearness.hazard()).id(),
                    layer.countsPeople() ? People.of(layer.name(), feature, "population") : null,
                    layer.countsPeople() ? People.of(layer.name(), feature, "households") : null);
        });
    }
}

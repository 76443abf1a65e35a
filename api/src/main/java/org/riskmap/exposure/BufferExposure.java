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
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/**
 * Rings around hazards and what lies in them. A feature belongs to the innermost ring by its geodesic distance to the
 * nearest hazard, whatever the drawn ring looks like; nothing counts twice. Edges are great circles, as PostGIS draws them
 * on {@code geography}; within a micrometre of a limit is at the limit.
 */
public final class BufferExposure {

    private final Question question;
    private final List<String> repaired = new ArrayList<>();

    /**
     * The same distances around all hazards, on both sides.
     *
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
        this(new Question(hazards, Distances.same(distancesM), Side.BOTH, layers, dissolve, true, areas));
    }

    public BufferExposure(Question question) {
        this.question = question;
    }

    /**
     * @param percent told how far the work is; may throw to stop it
     * @throws InvalidInput where a feature's population is not a number of persons, or the inside of a point or line is
     *     asked for
     */
    public Exposure compute(IntConsumer percent) {
        if (!question.drawn()) {
            refuseWhatMustBeDrawn();
        }
        Distances distances = question.distances();
        Side side = question.side();
        List<Geometry> geometries =
                question.hazards().stream().map(this::prepared).toList();
        percent.accept(5);
        HazardIndex index = new HazardIndex(geometries);
        MultiPolygon polygons = Buffers.polygons(side == Side.OUTSIDE ? geometries : List.of());
        List<Met> met = met(new Reach(index, distances, side, polygons), percent);
        percent.accept(60);
        RadiusError error = new RadiusError(index, distances, side);
        RingAreas drawn = question.drawn()
                ? RingAreas.of(geometries, distances, side, polygons, !question.dissolve(), error, percent)
                : RingAreas.nothing(side, distances.rings());
        percent.accept(90);
        double[] radiusErrors = IntStream.range(0, distances.rings())
                .mapToDouble(ring -> question.drawn() ? error.of(drawn.circles().get(ring), ring) : Double.NaN)
                .toArray();
        return new Counting(question, met, drawn, radiusErrors).exposure(repaired);
    }

    /** Shares of people, lengths and areas are read off drawn rings. */
    private void refuseWhatMustBeDrawn() {
        if (!question.dissolve()) {
            throw new InvalidInput("detail", "numbers by hazard need drawn rings", "leave detail or dissolve out");
        }
        for (ExposedLayer layer : question.layers()) {
            for (Feature feature : layer.features()) {
                if (feature.geometry().getDimension() > 0) {
                    throw new InvalidInput(
                            "detail",
                            "'" + feature.id() + "' of " + layer.name() + " is a "
                                    + feature.geometry().getGeometryType() + ", which is measured in drawn rings",
                            "leave detail out, or ask for points only, such as risk:settlement");
                }
            }
        }
    }

    private Geometry prepared(Feature hazard) {
        Geometry geometry = hazard.geometry();
        if (question.side() == Side.INSIDE && !(geometry instanceof Polygonal)) {
            throw new InvalidInput(
                    "side",
                    "the hazard '" + hazard.id() + "' is a " + geometry.getGeometryType() + ", which has no inside",
                    "select polygons, or leave side out");
        }
        if (!geometry.isValid()) {
            repaired.add(hazard.id());
            geometry = GeometryFixer.fix(geometry);
        }
        return Ellipsoid.followed(geometry);
    }

    private List<Met> met(Reach reach, IntConsumer percent) {
        int all = question.layers().stream()
                .mapToInt(layer -> layer.features().size())
                .sum();
        AtomicInteger done = new AtomicInteger();
        List<Met> result = new ArrayList<>();
        for (ExposedLayer layer : question.layers()) {
            List<@Nullable Met> found = IntStream.range(0, layer.features().size())
                    .parallel()
                    .<@Nullable Met>mapToObj(i -> {
                        if (done.incrementAndGet() % 1000 == 0) {
                            percent.accept(5 + (int) (55L * done.get() / all));
                        }
                        return met(reach, layer, layer.features().get(i)).orElse(null);
                    })
                    .toList();
            found.stream().filter(Objects::nonNull).forEach(result::add);
        }
        return result;
    }

    private Optional<Met> met(Reach reach, ExposedLayer layer, Feature feature) {
        Geometry thing = Ellipsoid.followed(feature.geometry());
        return reach.innermost(thing)
                .map(hit -> new Met(
                        new Exposed(
                                layer.name(),
                                feature,
                                hit.ring(),
                                hit.distanceM(),
                                question.hazards().get(hit.hazard()).id(),
                                layer.countsPeople() ? People.of(layer.name(), feature, "population") : null,
                                layer.countsPeople() ? People.of(layer.name(), feature, "households") : null),
                        question.dissolve() ? List.of() : reach.all(thing)));
    }
}

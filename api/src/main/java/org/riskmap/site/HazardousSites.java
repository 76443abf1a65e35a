package org.riskmap.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.ExposedLayer;
import org.riskmap.exposure.Neighbours;
import org.riskmap.exposure.Neighbours.Neighbour;
import org.riskmap.exposure.People;
import org.riskmap.kernel.Feature;
import org.riskmap.standard.Threshold;

/** What GB 18218 asks of an installation's neighbourhood, and what stands too near. */
public final class HazardousSites {

    private final List<Feature> sites;
    private final List<Threshold> alpha;
    private final List<Threshold> classes;
    private final List<Threshold> setbacks;

    /**
     * @param sites points, or the plants' grounds as polygons, sorted by id
     * @param alpha rows of {@code exposure_alpha} for {@code persons_within_500m}
     * @param classes rows of {@code major_hazard_source}
     * @param setbacks rows of {@code setback} in metres; classes {@code kind/kind of facility}, {@code kind/*},
     *     {@code *}{@code /kind of facility}, {@code *}
     */
    public HazardousSites(
            List<Feature> sites, List<Threshold> alpha, List<Threshold> classes, List<Threshold> setbacks) {
        this.sites = sites;
        this.alpha = alpha;
        this.classes = classes;
        this.setbacks = setbacks;
    }

    /**
     * People within the radius of each installation and the α that they give.
     *
     * @param sums Σ β·q/Q by id of the installation, as far as known
     * @throws IllegalStateException where the standards table has no α for a number of persons
     */
    public List<SiteRow> rows(List<Feature> settlements, double radiusM, Map<String, Double> sums) {
        long[] persons = new long[sites.size()];
        int[] places = new int[sites.size()];
        Neighbours neighbours = new Neighbours(sites);
        for (Feature settlement : settlements) {
            Long population = People.of("people", settlement, "population");
            for (Neighbour one : neighbours.of(settlement.geometry(), radiusM)) {
                if (!one.inside()) {
                    persons[one.number()] += population == null ? 0 : population;
                    places[one.number()]++;
                }
            }
        }
        List<SiteRow> rows = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            long near = persons[i];
            Threshold row = in(alpha, near)
                    .orElseThrow(() -> new IllegalStateException("no exposure_alpha for " + near + " persons"));
            Double sum = sums.get(sites.get(i).id());
            Double r = sum == null ? null : Objects.requireNonNull(row.value()) * sum;
            rows.add(new SiteRow(
                    sites.get(i),
                    near,
                    places[i],
                    row,
                    r,
                    r == null ? null : in(classes, r).orElse(null)));
        }
        return rows;
    }

    private static Optional<Threshold> in(List<Threshold> rows, double number) {
        return rows.stream().filter(row -> row.holds(number)).findFirst();
    }

    /** Facilities that are nearer than a setback allows, those that lack most of it first. */
    public List<Conflict> conflicts(List<ExposedLayer> facilities) {
        double mostM = setbacks.stream()
                .mapToDouble(row -> Objects.requireNonNull(row.value()))
                .max()
                .orElse(0);
        Neighbours neighbours = new Neighbours(sites);
        List<Conflict> conflicts = new ArrayList<>();
        for (ExposedLayer layer : facilities) {
            for (Feature facility : layer.features()) {
                for (Neighbour near : neighbours.of(facility.geometry(), mostM)) {
                    Feature site = sites.get(near.number());
                    Threshold setback = setback(text(site, "kind"), kind(layer, facility));
                    if (setback != null && near.distanceM() < Objects.requireNonNull(setback.value())) {
                        conflicts.add(new Conflict(site, layer.name(), facility, near.distanceM(), setback));
                    }
                }
            }
        }
        conflicts.sort(Comparator.comparingDouble((Conflict one) ->
                        one.distanceM() - Objects.requireNonNull(one.setback().value()))
                .thenComparing(one -> one.site().id())
                .thenComparing(Conflict::layer)
                .thenComparing(one -> one.facility().id()));
        return conflicts;
    }

    private static @Nullable String kind(ExposedLayer layer, Feature facility) {
        return layer.name().equals("risk:shelter") ? "shelter" : text(facility, "kind");
    }

    private static @Nullable String text(Feature feature, String property) {
        Object value = feature.properties().get(property);
        return value == null ? null : value.toString();
    }

    private @Nullable Threshold setback(@Nullable String kind, @Nullable String facility) {
        for (String name : List.of(kind + "/" + facility, kind + "/*", "*/" + facility, "*")) {
            for (Threshold row : setbacks) {
                if (row.category().equals(name)) {
                    return row;
                }
            }
        }
        return null;
    }
}

package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.BufferExposure;
import org.riskmap.exposure.ExposedLayer;
import org.riskmap.exposure.Exposure;
import org.riskmap.exposure.Question;
import org.riskmap.exposure.Side;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.standard.Standards;
import org.springframework.stereotype.Component;

/** The process {@code buffer-exposure}: hazards, distances and exposed things to rings and what lies in them. */
@Component
final class BufferExposureProcess implements Analysis {

    private static final int MOST_LAYERS = 20;
    private static final List<String> DEFAULT_EXPOSED =
            List.of("risk:settlement", "risk:shelter", "risk:hazard_site", "risk:road");

    private final ProcessDescription description = ProcessDescription.load("buffer-exposure");
    private final Selections selections;
    private final TownshipAreas areas;
    private final Standards standards;

    BufferExposureProcess(Selections selections, TownshipAreas areas, Standards standards) {
        this.selections = selections;
        this.areas = areas;
        this.standards = standards;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        Request request = new Request(
                SelectionInput.readWithGeometry(inputs.get("hazards")),
                HazardDistances.read(inputs, standards),
                Side.valueOf(inputs.get("side")
                        .wordOr("both", List.of("both", "outside", "inside"))
                        .toUpperCase(Locale.ROOT)),
                exposed(inputs.get("exposed")),
                inputs.get("dissolve").flagOr(true),
                inputs.get("detail").wordOr("full", List.of("full", "counts")).equals("counts"),
                inputs.get("groupBy").wordOr("township", List.of("township", "village", "none")));
        selections.check(request.selections());
        return request;
    }

    private static List<Selection> exposed(Input input) {
        List<Selection> selections = new ArrayList<>();
        if (!input.given()) {
            DEFAULT_EXPOSED.forEach(layer -> selections.add(new Selection.OfLayer("exposed", layer, null)));
            return selections;
        }
        for (Input item : input.items(1, MOST_LAYERS)) {
            selections.add(item.isObject() ? SelectionInput.read(item) : SelectionInput.layer(item));
        }
        return selections;
    }

    private final class Request implements Task {

        private final Selection hazards;
        private final HazardDistances distances;
        private final Side side;
        private final List<Selection> exposed;
        private final boolean dissolve;
        private final boolean counts;
        private final String groupBy;

        Request(
                Selection hazards,
                HazardDistances distances,
                Side side,
                List<Selection> exposed,
                boolean dissolve,
                boolean counts,
                String groupBy) {
            this.hazards = hazards;
            this.distances = distances;
            this.side = side;
            this.exposed = exposed;
            this.dissolve = dissolve;
            this.counts = counts;
            this.groupBy = groupBy;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            parameters.put("hazards", hazards.parameter());
            distances.addTo(parameters);
            parameters.put("side", side.name().toLowerCase(Locale.ROOT));
            parameters.put("exposed", exposed.stream().map(Selection::parameter).toList());
            parameters.put("dissolve", dissolve);
            parameters.put("detail", counts ? "counts" : "full");
            parameters.put("groupBy", groupBy);
            return parameters;
        }

        @Override
        public List<Selection> selections() {
            List<Selection> all = new ArrayList<>(exposed);
            all.add(hazards);
            return all;
        }

        @Override
        public Set<String> otherTables() {
            Set<String> tables = new TreeSet<>();
            if (!groupBy.equals("none")) {
                tables.add("admin_area");
            }
            if (distances.readsStandards()) {
                tables.add("standard_threshold");
            }
            return tables;
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            List<Feature> hazardFeatures = selections.features(hazards);
            List<ExposedLayer> layers = layers();
            progress.at(10, "measuring");
            Question question = new Question(
                    hazardFeatures,
                    distances.of(hazardFeatures),
                    side,
                    layers,
                    dissolve,
                    !counts,
                    groupBy.equals("none") ? List.of() : areas.of(groupBy));
            Exposure exposure =
                    new BufferExposure(question).compute(percent -> progress.at(10 + percent * 8 / 10, "measuring"));
            progress.at(90, "writing");
            return new BufferExposureOutcome(exposure, counts).outcome();
        }

        /** Layers in the order of the request; what two selections of one layer share stands once. */
        private List<ExposedLayer> layers() {
            Map<String, Map<String, Feature>> byName = new LinkedHashMap<>();
            for (Selection selection : exposed) {
                String name = selection instanceof Selection.OfLayer layer ? layer.layer() : "inline";
                Map<String, Feature> features = byName.computeIfAbsent(name, unused -> new TreeMap<>());
                for (Feature feature : selections.features(selection)) {
                    if (features.put(feature.id(), feature) != null && name.equals("inline")) {
                        throw new InvalidInput(
                                selection.path(),
                                "the id '" + feature.id() + "' stands in another inline selection too",
                                "give every feature an id of its own");
                    }
                }
            }
            List<ExposedLayer> layers = new ArrayList<>();
            byName.forEach((name, features) -> layers.add(new ExposedLayer(
                    name, name.equals("inline") || name.equals("risk:settlement"), List.copyOf(features.values()))));
            return layers;
        }
    }
}

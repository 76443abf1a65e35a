package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.ExposedLayer;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.site.HazardousSites;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;
import org.springframework.stereotype.Component;

/** The process {@code hazardous-sites}: α of GB 18218 for each installation, and what stands too near to it. */
@Component
final class HazardousSitesProcess implements Analysis {

    private static final double MOST_M = 100_000;
    private static final double MOST_SUM = 1e9;
    private static final List<String> FACILITIES = List.of("risk:facility", "risk:shelter");

    private final ProcessDescription description = ProcessDescription.load("hazardous-sites");
    private final Selections selections;
    private final Standards standards;

    HazardousSitesProcess(Selections selections, Standards standards) {
        this.selections = selections;
        this.standards = standards;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        DayStandards of = DayStandards.read(inputs.get("day"), standards);
        Threshold radius = of.one("exposure_alpha", "radius");
        Request request = new Request(
                SelectionInput.readOr(inputs, "sites", "risk:hazard_site"),
                SelectionInput.readOr(inputs, "people", "risk:settlement"),
                facilities(inputs.get("facilities")),
                sums(inputs.get("sums")),
                DayStandards.numberOr(inputs.get("radius_m"), radius, 1, MOST_M),
                of);
        selections.check(request.selections());
        return request;
    }

    private static List<Selection> facilities(Input input) {
        List<Selection> facilities = new ArrayList<>();
        if (!input.given()) {
            FACILITIES.forEach(layer -> facilities.add(new Selection.OfLayer("facilities", layer, null)));
            return facilities;
        }
        for (Input item : input.items(1, 20)) {
            facilities.add(item.isObject() ? SelectionInput.read(item) : SelectionInput.layer(item));
        }
        return facilities;
    }

    private static Map<String, Double> sums(Input input) {
        Map<String, Double> sums = new TreeMap<>();
        if (input.given()) {
            if (!input.isObject()) {
                throw input.wrong("it is not an object", "give Σ β·q/Q by the site's id: {\"site-1\": 12.5}");
            }
            for (String id : input.json().propertyNames()) {
                sums.put(id, input.member(id).number(0, MOST_SUM));
            }
        }
        return sums;
    }

    private final class Request implements Task {

        private final Selection sites;
        private final Selection people;
        private final List<Selection> facilities;
        private final Map<String, Double> sums;
        private final double radiusM;
        private final List<Threshold> alpha;
        private final List<Threshold> classes;
        private final List<Threshold> setbacks;
        private final String day;

        Request(
                Selection sites,
                Selection people,
                List<Selection> facilities,
                Map<String, Double> sums,
                double radiusM,
                DayStandards of) {
            this.sites = sites;
            this.people = people;
            this.facilities = facilities;
            this.sums = sums;
            this.radiusM = radiusM;
            this.alpha = of.of("exposure_alpha", "persons_within_500m");
            this.classes = of.of("major_hazard_source");
            this.setbacks = of.of("setback", "distance").stream()
                    .filter(row -> row.value() != null)
                    .toList();
            this.day = of.day().toString();
        }

        @Override
        public List<Selection> selections() {
            List<Selection> all = new ArrayList<>(facilities);
            all.add(sites);
            all.add(people);
            return all;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            parameters.put("sites", sites.parameter());
            parameters.put("people", people.parameter());
            parameters.put(
                    "facilities", facilities.stream().map(Selection::parameter).toList());
            parameters.put("sums", sums);
            parameters.put("radius_m", radiusM);
            parameters.put("day", day);
            return parameters;
        }

        @Override
        public Set<String> otherTables() {
            return Set.of("standard_threshold");
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            List<Feature> features = selections.features(sites);
            Set<String> ids = new TreeSet<>();
            features.forEach(site -> ids.add(site.id()));
            for (String id : sums.keySet()) {
                if (!ids.contains(id)) {
                    throw new InvalidInput(
                            "sums." + id, "no such site is selected", "name only sites that are selected");
                }
            }
            HazardousSites hazardous = new HazardousSites(features, alpha, classes, setbacks);
            progress.at(20, "people");
            var rows = hazardous.rows(selections.features(people), radiusM, sums);
            progress.at(60, "facilities");
            var conflicts = hazardous.conflicts(layers());
            progress.at(90, "writing");
            List<Threshold> used = new ArrayList<>(alpha);
            used.addAll(classes);
            used.addAll(setbacks);
            return new HazardousSitesOutcome(rows, conflicts, radiusM, used).outcome();
        }

        private List<ExposedLayer> layers() {
            List<ExposedLayer> layers = new ArrayList<>();
            for (Selection one : facilities) {
                String name = one instanceof Selection.OfLayer layer ? layer.layer() : "inline";
                layers.add(new ExposedLayer(name, false, selections.features(one)));
            }
            return layers;
        }
    }
}

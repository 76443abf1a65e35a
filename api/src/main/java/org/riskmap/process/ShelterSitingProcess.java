package org.riskmap.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Shelter;
import org.riskmap.evacuation.ShelterSiting;
import org.riskmap.evacuation.Siting;
import org.riskmap.evacuation.SitingQuestion;
import org.riskmap.evacuation.SitingQuestion.Aim;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;
import org.springframework.stereotype.Component;

/** The process {@code shelter-siting}: candidates to the next best sites, with a bound. */
@Component
final class ShelterSitingProcess implements Analysis {

    private static final int MOST_SITES = 200;
    private static final int MOST_CANDIDATES = 5_000;
    private static final int GAP_DIGITS = 6;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ProcessDescription description = ProcessDescription.load("shelter-siting");
    private final Selections selections;
    private final CoverageQuestions questions;
    private final ShelterSiting siting;

    ShelterSitingProcess(Selections selections, CoverageQuestions questions, ShelterSiting siting) {
        this.selections = selections;
        this.questions = questions;
        this.siting = siting;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        Input capacity = inputs.get("candidate_capacity");
        Request request = new Request(
                questions.read(inputs),
                SelectionInput.read(inputs.get("candidates")),
                optional(inputs.get("required")),
                optional(inputs.get("excluded")),
                inputs.get("count").wholeNumber(1, MOST_SITES),
                capacity.given() ? capacity.wholeNumber(0, Integer.MAX_VALUE) : null,
                inputs.get("objective").wordOr("coverage", List.of("coverage", "p-median")));
        selections.check(request.selections());
        return request;
    }

    private static @Nullable Selection optional(Input input) {
        return input.given() ? SelectionInput.read(input) : null;
    }

    private final class Request extends CoverageTask {

        private final Selection candidates;
        private final @Nullable Selection required;
        private final @Nullable Selection excluded;
        private final int count;
        private final @Nullable Integer capacity;
        private final String objective;

        Request(
                CoverageQuestions.Asked asked,
                Selection candidates,
                @Nullable Selection required,
                @Nullable Selection excluded,
                int count,
                @Nullable Integer capacity,
                String objective) {
            super(asked);
            this.candidates = candidates;
            this.required = required;
            this.excluded = excluded;
            this.count = count;
            this.capacity = capacity;
            this.objective = objective;
        }

        @Override
        public List<Selection> selections() {
            List<Selection> all = new ArrayList<>(super.selections());
            Stream.of(candidates, required, excluded).filter(Objects::nonNull).forEach(all::add);
            return all;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = asked.parameters();
            parameters.put("candidates", candidates.parameter());
            if (required != null) {
                parameters.put("required", required.parameter());
            }
            if (excluded != null) {
                parameters.put("excluded", excluded.parameter());
            }
            parameters.put("count", count);
            if (capacity != null) {
                parameters.put("candidate_capacity", capacity);
            }
            parameters.put("objective", objective);
            return parameters;
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            PeopleAndPlaces reader = asked.reader();
            Question base = asked.question(reader);
            Set<String> wanted = ids(required);
            List<Shelter> places = candidates(base, wanted);
            boolean[] isRequired = new boolean[places.size()];
            for (int i = 0; i < isRequired.length; i++) {
                isRequired[i] = wanted.remove(places.get(i).id());
            }
            if (!wanted.isEmpty()) {
                throw new InvalidInput(
                        "required",
                        "no candidate has the id " + wanted.stream().limit(5).toList(),
                        "select them among the candidates too");
            }
            SitingQuestion question = new SitingQuestion(
                    base, places, isRequired, count, objective.equals("coverage") ? Aim.PERSONS : Aim.PERSON_TIME);
            Siting answer = siting.solve(question, progress::at);
            return outcome(question, answer, asked.warnings(reader, answer.warnings()));
        }

        private Set<String> ids(@Nullable Selection selection) {
            Set<String> ids = new TreeSet<>();
            if (selection != null) {
                selections.features(selection).forEach(feature -> ids.add(feature.id()));
            }
            return ids;
        }

        private List<Shelter> candidates(Question base, Set<String> wanted) {
            Set<String> out = ids(excluded);
            Set<String> known = new HashSet<>();
            base.shelters().forEach(shelter -> known.add(shelter.id()));
            List<Shelter> places = new ArrayList<>();
            for (Feature feature : selections.features(candidates)) {
                if (out.contains(feature.id()) && !wanted.contains(feature.id())) {
                    continue;
                }
                if (!known.add(feature.id())) {
                    throw new InvalidInput(
                            "candidates",
                            "'" + feature.id() + "' is a shelter already",
                            "leave it out, or take it out of shelters by a filter");
                }
                places.add(candidate(feature, base.capacity()));
            }
            if (places.isEmpty() || places.size() > MOST_CANDIDATES) {
                throw new InvalidInput(
                        "candidates",
                        places.size() + " are selected",
                        "select 1 to " + MOST_CANDIDATES + "; a filter helps");
            }
            return places;
        }

        private Shelter candidate(Feature feature, boolean capacityCounts) {
            Object own = feature.properties().get("capacity");
            Integer places =
                    own instanceof Number number && number.intValue() >= 0 ? (Integer) number.intValue() : capacity;
            if (places == null && capacityCounts) {
                throw new InvalidInput(
                        "candidate_capacity",
                        "the candidate '" + feature.id() + "' has no capacity",
                        "give the capacity of a new shelter, or \"capacity\": false");
            }
            Coordinate at = PeopleAndPlaces.place(java.util.Objects.requireNonNull(feature.geometry()));
            Object name = feature.properties().get("name");
            return new Shelter(
                    feature.id(), name == null ? null : name.toString(), at.x, at.y, places == null ? 0 : places, true);
        }
    }

    private static Outcome outcome(SitingQuestion question, Siting answer, List<String> warnings) {
        List<Feature> sites = new ArrayList<>();
        List<Feature> rows = new ArrayList<>();
        List<Map<String, Object>> curve = new ArrayList<>();
        for (Siting.Site site : answer.sites()) {
            int rank = sites.size() + 1;
            Shelter place = question.candidates().get(site.candidate());
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", place.name());
            row.put("site_id", place.id());
            row.put("rank", rank);
            row.put("required", site.required());
            row.put("capacity", question.base().capacity() ? place.capacity() : null);
            row.put("adds", inWords(question, site.adds()));
            row.put("total", inWords(question, site.total()));
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("id", place.id());
            properties.putAll(row);
            properties.remove("site_id");
            var point = FACTORY.createPoint(new Coordinate(place.lon(), place.lat()));
            sites.add(new Feature(place.id(), point, properties));
            rows.add(new Feature("", point, row));
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("sites", rank);
            step.put("adds", inWords(question, site.total()));
            curve.add(step);
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        bound.put("adds", inWords(question, answer.added()));
        bound.put("at_most", inWords(question, answer.bound()));
        bound.put("unit", question.aim() == Aim.PERSONS ? "persons" : "person-" + unit(question));
        bound.put("candidates", answer.usable());
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("sites", new Output.Features(sites));
        outputs.put(
                "before", new Output.Json(new EvacuationCoverageOutcome(question.base(), answer.before()).summary()));
        outputs.put(
                "after",
                new Output.Json(new EvacuationCoverageOutcome(answer.afterQuestion(), answer.after()).summary()));
        outputs.put("gap", new Output.Json(CanonicalJson.decimals(answer.gap(), GAP_DIGITS)));
        outputs.put("bound", new Output.Json(bound));
        outputs.put("curve", new Output.Json(curve));
        return new Outcome(outputs, warnings, List.of(new RunRows("run_site", rows)));
    }

    private static String unit(SitingQuestion question) {
        return question.base().limit().least() == org.riskmap.network.TravelRule.Least.TIME ? "seconds" : "metres";
    }

    /** Persons as they are; person-milliseconds and person-millimetres as whole person-seconds and person-metres. */
    private static long inWords(SitingQuestion question, long value) {
        return question.aim() == Aim.PERSONS ? value : value / 1000;
    }
}

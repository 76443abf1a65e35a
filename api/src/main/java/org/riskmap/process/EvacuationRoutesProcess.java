package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.evacuation.EvacuationRoutes;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Route;
import org.riskmap.evacuation.Routes;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;
import org.springframework.stereotype.Component;

/** The process {@code evacuation-routes}: settlements, or who lives inside hazards, to their ways to a shelter. */
@Component
final class EvacuationRoutesProcess implements Analysis {

    private static final int DISTANCE_DIGITS = 3;
    private static final int CLIMB_DIGITS = 1;

    private final ProcessDescription description = ProcessDescription.load("evacuation-routes");
    private final Selections selections;
    private final CoverageQuestions questions;
    private final EvacuationRoutes routes;
    private final EarlierRuns earlier;

    EvacuationRoutesProcess(
            Selections selections, CoverageQuestions questions, EvacuationRoutes routes, EarlierRuns earlier) {
        this.selections = selections;
        this.questions = questions;
        this.routes = routes;
        this.earlier = earlier;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        Input hazards = inputs.get("hazards");
        EarlierRun run = inputs.get("run").given() ? earlier.coverage(inputs, description) : null;
        Request request = new Request(
                questions.read(run == null ? inputs : run.inputs()),
                hazards.given() ? SelectionInput.readWithGeometry(hazards) : null,
                inputs.get("to").wordOr("assigned", List.of("assigned", "nearest")),
                run);
        if (!request.asked.inputs().onRoads()) {
            throw new InvalidInput("travel.network", "a straight line has no route", "give \"road\"");
        }
        selections.check(request.selections());
        return request;
    }

    private final class Request extends CoverageTask {

        private final @Nullable Selection hazards;
        private final String to;
        private final @Nullable EarlierRun run;

        Request(CoverageQuestions.Asked asked, @Nullable Selection hazards, String to, @Nullable EarlierRun run) {
            super(asked);
            this.hazards = hazards;
            this.to = to;
            this.run = run;
        }

        @Override
        public List<Selection> selections() {
            List<Selection> all = new ArrayList<>(super.selections());
            if (hazards != null) {
                all.add(hazards);
            }
            return all;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = asked.parameters();
            if (hazards != null) {
                parameters.put("hazards", hazards.parameter());
            }
            parameters.put("to", to);
            if (run != null) {
                parameters.put("run", run.id());
            }
            return parameters;
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            PeopleAndPlaces reader = asked.reader();
            List<Settlement> settlements = asked.settlements(reader);
            Geometry avoid = asked.avoid();
            if (hazards != null) {
                Geometry area = questions.union(List.of(hazards));
                settlements = inside(settlements, area);
                avoid = avoid.isEmpty() ? area : UnaryUnionOp.union(List.of(avoid, area));
            }
            Question question = asked.question(settlements, asked.shelters(reader), avoid);
            Routes answer = routes.solve(question, to.equals("assigned"), progress::at);
            progress.at(90, "writing");
            List<String> warnings = asked.warnings(reader, answer.warnings());
            if (run != null) {
                warnings.addAll(run.warnings(asked, answer.coverage(), question));
            }
            return outcome(question, answer, warnings);
        }

        private static List<Settlement> inside(List<Settlement> settlements, Geometry area) {
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
            return settlements.stream()
                    .filter(one -> locator.locate(new Coordinate(one.lon(), one.lat())) != Location.EXTERIOR)
                    .toList();
        }
    }

    private static Outcome outcome(Question question, Routes answer, List<String> warnings) {
        List<Feature> features = new ArrayList<>();
        List<Feature> rows = new ArrayList<>();
        for (Route route : answer.routes()) {
            Settlement from = question.settlements().get(route.settlement());
            Shelter to = question.shelters().get(route.shelter());
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", from.name());
            row.put("demand_id", from.id());
            row.put("shelter_id", to.id());
            row.put("persons", route.persons());
            row.put("travel_time_s", route.travelTimeS());
            row.put("distance_m", CanonicalJson.decimals(route.mm() / 1000.0, DISTANCE_DIGITS));
            row.put("climb_m", metres(route.climbM()));
            rows.add(new Feature("", route.line(), row));
            Map<String, @Nullable Object> properties = new LinkedHashMap<>(row);
            properties.put("shelter_name", to.name());
            properties.put("descent_m", metres(route.descentM()));
            properties.put("avoided_roads", route.closedRoads());
            properties.put("avoided_land", route.avoidsLand());
            properties.put("longer_s", (route.longerMs() + 999) / 1000);
            features.add(new Feature(from.id() + "-" + to.id(), route.line(), properties));
        }
        Map<String, @Nullable Object> summary = new EvacuationCoverageOutcome(question, answer.coverage()).summary();
        summary.put("routes", features.size());
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary));
        outputs.put("routes", new Output.Features(features));
        outputs.put("without", new Output.Json(without(question, answer)));
        return new Outcome(outputs, warnings, List.of(new RunRows("run_route", rows)));
    }

    /** Who has no place, and why. */
    private static List<Map<String, @Nullable Object>> without(Question question, Routes answer) {
        List<Map<String, @Nullable Object>> without = new ArrayList<>();
        for (int i = 0; i < answer.coverage().served().size(); i++) {
            var served = answer.coverage().served().get(i);
            if (served.reason() != null && served.unassigned() > 0) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("demand_id", question.settlements().get(i).id());
                row.put("name", question.settlements().get(i).name());
                row.put("persons", served.unassigned());
                row.put("reason", served.reason().name().toLowerCase(java.util.Locale.ROOT));
                without.add(row);
            }
        }
        return without;
    }

    private static @Nullable Object metres(@Nullable Double metres) {
        return metres == null ? null : CanonicalJson.decimals(metres, CLIMB_DIGITS);
    }
}

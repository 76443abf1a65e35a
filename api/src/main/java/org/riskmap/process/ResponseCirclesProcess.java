package org.riskmap.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.evacuation.Circles;
import org.riskmap.evacuation.CirclesQuestion;
import org.riskmap.evacuation.CirclesQuestion.Station;
import org.riskmap.evacuation.ResponseCircles;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Travel;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.RunRows;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;
import org.springframework.stereotype.Component;

/** The process {@code response-circles}: stations and times to the land and the people they reach, and the gaps. */
@Component
final class ResponseCirclesProcess implements Analysis {

    private static final int MOST_LIMITS = 10;
    private static final double MOST_S = 86_400;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ProcessDescription description = ProcessDescription.load("response-circles");
    private final Selections selections;
    private final CoverageQuestions questions;
    private final ResponseCircles circles;
    private final Standards standards;

    ResponseCirclesProcess(
            Selections selections, CoverageQuestions questions, ResponseCircles circles, Standards standards) {
        this.selections = selections;
        this.questions = questions;
        this.circles = circles;
        this.standards = standards;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        Request request = new Request(
                questions.read(inputs.withDefault("travel", "mode", "drive")),
                SelectionInput.readOr(inputs, "stations", "risk:rescue_station"),
                limits(inputs.get("limits_s")),
                inputs.get("turnout_s").numberOr(0, 0, MOST_S));
        if (!request.asked.inputs().onRoads()) {
            throw new InvalidInput(
                    "travel.network", "circles are drawn on roads", "give \"road\"; buffers are buffer-exposure");
        }
        selections.check(List.of(request.stations));
        return request;
    }

    private List<Double> limits(Input input) {
        if (!input.given()) {
            return usualLimitsS();
        }
        List<Double> limits = new ArrayList<>();
        for (Input item : input.items(1, MOST_LIMITS)) {
            double limit = item.number(1, MOST_S);
            if (!limits.isEmpty() && limit <= limits.get(limits.size() - 1)) {
                throw item.wrong(item.shown() + " does not exceed the one before", "give times in ascending order");
            }
            limits.add(limit);
        }
        return limits;
    }

    /** The circles of the standards of today, seconds, ascending. */
    private List<Double> usualLimitsS() {
        List<Double> limits = standards.valid("response_circle", DayStandards.today()).stream()
                .map(Threshold::value)
                .filter(Objects::nonNull)
                .map(Double.class::cast)
                .sorted()
                .distinct()
                .toList();
        if (limits.isEmpty()) {
            throw new InvalidInput(
                    "limits_s",
                    "it is not given, and the standards table has no response_circle that is valid today",
                    "give times in seconds, or let some be added to the table");
        }
        return limits;
    }

    private final class Request extends CoverageTask {

        private final Selection stations;
        private final List<Double> limitsS;
        private final double turnoutS;

        Request(CoverageQuestions.Asked asked, Selection stations, List<Double> limitsS, double turnoutS) {
            super(asked);
            this.stations = stations;
            this.limitsS = limitsS;
            this.turnoutS = turnoutS;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = asked.parameters();
            List.of("shelters", "limit", "capacity", "groupBy").forEach(parameters::remove);
            parameters.put("stations", stations.parameter());
            parameters.put("limits_s", limitsS);
            parameters.put("turnout_s", turnoutS);
            return parameters;
        }

        /** Those of a coverage, stations instead of shelters. */
        @Override
        public List<Selection> selections() {
            List<Selection> all = new ArrayList<>(super.selections());
            all.remove(asked.inputs().shelters());
            all.add(stations);
            return all;
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            PeopleAndPlaces reader = asked.reader();
            List<Settlement> settlements = asked.settlements(reader);
            List<Station> from = new ArrayList<>();
            for (Feature feature : selections.features(stations)) {
                Coordinate at = PeopleAndPlaces.place(java.util.Objects.requireNonNull(feature.geometry()));
                Object name = feature.properties().get("name");
                from.add(new Station(feature.id(), name == null ? null : name.toString(), at.x, at.y));
            }
            CirclesQuestion question = new CirclesQuestion(
                    settlements,
                    from,
                    asked.avoid(),
                    asked.closedRoads(),
                    (Travel.Roads) asked.inputs().travel(),
                    limitsS.stream()
                            .mapToLong(limit -> Math.round(limit * 1000))
                            .toArray(),
                    Math.round(turnoutS * 1000));
            Circles answer = circles.solve(question, progress::at);
            progress.at(90, "writing");
            return new Writer(question, answer, limitsS).outcome(asked.warnings(reader, answer.warnings()));
        }
    }

    private record Writer(CirclesQuestion question, Circles answer, List<Double> limitsS) {

        Outcome outcome(List<String> warnings) {
            List<Feature> circles = new ArrayList<>();
            List<Feature> rows = new ArrayList<>();
            for (int i = 0; i < limitsS.size(); i++) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("name", Math.round(limitsS.get(i)) + " s");
                row.put("limit_s", limitsS.get(i));
                row.put("population", within(i));
                circles.add(new Feature("circle-" + (i + 1), answer.land().get(i), row));
                if (!answer.land().get(i).isEmpty()) {
                    rows.add(new Feature("", answer.land().get(i), row));
                }
            }
            java.util.Collections.reverse(rows); // the largest first: drawn beneath the others
            Map<String, Output> outputs = new LinkedHashMap<>();
            outputs.put("summary", new Output.Json(summary()));
            outputs.put("circles", new Output.Features(circles));
            outputs.put("zones", new Output.Features(zones()));
            outputs.put("demand", new Output.Features(demand()));
            outputs.put("stations", new Output.Features(stations()));
            outputs.put("gaps", new Output.Json(gaps()));
            return new Outcome(outputs, warnings, List.of(new RunRows("run_circle", rows)));
        }

        /** Persons reached within a limit; not by drawing: by their own way. */
        private long within(int limit) {
            long persons = 0;
            for (int i = 0; i < question.settlements().size(); i++) {
                Circles.First first = answer.arrivals().get(i);
                boolean reached = first != null && first.ms() <= question.limitsMs()[limit];
                persons += reached ? question.settlements().get(i).population() : 0;
            }
            return persons;
        }

        private Map<String, Object> summary() {
            long population = question.settlements().stream()
                    .mapToLong(Settlement::population)
                    .sum();
            List<Map<String, Object>> inside = new ArrayList<>();
            for (int i = 0; i < limitsS.size(); i++) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("limit_s", limitsS.get(i));
                one.put("population", within(i));
                inside.add(one);
            }
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("population", population);
            summary.put("inside", inside);
            summary.put("outside", population - within(limitsS.size() - 1));
            summary.put("stations", question.stations().size());
            return summary;
        }

        private List<Feature> zones() {
            List<Feature> zones = new ArrayList<>();
            for (Circles.Zone zone : answer.zones()) {
                Station station = question.stations().get(zone.station());
                Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                properties.put("station_id", station.id());
                properties.put("name", station.name());
                zones.add(new Feature(station.id(), zone.land(), properties));
            }
            return zones;
        }

        private Map<String, @Nullable Object> of(int i) {
            Settlement settlement = question.settlements().get(i);
            Circles.First first = answer.arrivals().get(i);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", settlement.name());
            row.put("population", settlement.population());
            row.put(
                    "station_id",
                    first == null
                            ? null
                            : question.stations().get(first.station()).id());
            row.put("travel_time_s", first == null ? null : first.travelTimeS());
            row.put("distance_m", first == null ? null : CanonicalJson.decimals(first.mm() / 1000.0, 3));
            Double limit = null;
            for (int k = limitsS.size() - 1; k >= 0; k--) {
                limit = first != null && first.ms() <= question.limitsMs()[k] ? limitsS.get(k) : limit;
            }
            row.put("limit_s", limit);
            return row;
        }

        private List<Feature> demand() {
            List<Feature> demand = new ArrayList<>();
            for (int i = 0; i < question.settlements().size(); i++) {
                Settlement settlement = question.settlements().get(i);
                Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                properties.put("id", settlement.id());
                properties.putAll(of(i));
                demand.add(new Feature(
                        settlement.id(),
                        FACTORY.createPoint(new Coordinate(settlement.lon(), settlement.lat())),
                        properties));
            }
            return demand;
        }

        private List<Feature> stations() {
            long[] first = new long[question.stations().size()];
            for (int i = 0; i < question.settlements().size(); i++) {
                Circles.First arrival = answer.arrivals().get(i);
                if (arrival != null && arrival.ms() <= question.limitsMs()[limitsS.size() - 1]) {
                    first[arrival.station()] += question.settlements().get(i).population();
                }
            }
            List<Feature> stations = new ArrayList<>();
            for (int i = 0; i < first.length; i++) {
                Station station = question.stations().get(i);
                Double snapM = answer.stationSnapM().get(i);
                Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                properties.put("id", station.id());
                properties.put("name", station.name());
                properties.put("first_population", first[i]);
                properties.put("snap_m", snapM == null ? null : CanonicalJson.decimals(snapM, 3));
                stations.add(new Feature(
                        station.id(), FACTORY.createPoint(new Coordinate(station.lon(), station.lat())), properties));
            }
            return stations;
        }

        /** Settlements outside all circles, most people first. */
        private List<Map<String, @Nullable Object>> gaps() {
            List<Integer> outside = new ArrayList<>();
            for (int i = 0; i < question.settlements().size(); i++) {
                Circles.First first = answer.arrivals().get(i);
                boolean inside = first != null && first.ms() <= question.limitsMs()[limitsS.size() - 1];
                if (!inside && question.settlements().get(i).population() > 0) {
                    outside.add(i);
                }
            }
            outside.sort(Comparator.<Integer>comparingInt(
                            i -> -question.settlements().get(i).population())
                    .thenComparing(i -> question.settlements().get(i).id()));
            List<Map<String, @Nullable Object>> gaps = new ArrayList<>();
            for (int i : outside) {
                Map<String, @Nullable Object> gap = new LinkedHashMap<>();
                gap.put("demand_id", question.settlements().get(i).id());
                gap.putAll(of(i));
                gap.remove("limit_s");
                gaps.add(gap);
            }
            return gaps;
        }
    }
}

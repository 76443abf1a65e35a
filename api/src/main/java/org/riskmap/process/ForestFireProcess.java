package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riskmap.forest.DangerOfTheDay;
import org.riskmap.forest.ForestFire;
import org.riskmap.forest.ForestQuestion;
import org.riskmap.forest.ForestResult;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;
import org.springframework.stereotype.Component;

/** The process {@code forest-fire}: fire zones on one day, their belts, their edge, their borders and their fires. */
@Component
final class ForestFireProcess implements Analysis {

    private static final double MOST_M = 10_000;
    private static final double MOST_WIDTH_M = 1_000;
    private static final double MOST_INDEX = 1_000;
    private static final double SLIVER = 0.01;
    private static final List<String> NAMES = List.of("zones", "belts", "people", "fires");
    private static final List<String> LAYERS =
            List.of("risk:fire_zone", "risk:firebreak", "risk:settlement", "risk:fire_point");

    private final ProcessDescription description = ProcessDescription.load("forest-fire");
    private final Selections selections;
    private final TownshipAreas areas;
    private final Standards standards;

    ForestFireProcess(Selections selections, TownshipAreas areas, Standards standards) {
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
        DayStandards of = DayStandards.read(inputs.get("day"), standards);
        List<Selection> selected = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            selected.add(SelectionInput.readOr(inputs, NAMES.get(i), LAYERS.get(i)));
        }
        selections.check(selected);
        Threshold edge = of.one("forest_edge", "reach");
        List<Threshold> widths = of.of("belt_width");
        Map<String, Double> widthsM = new TreeMap<>();
        widths.forEach(row -> widthsM.put(row.category(), Objects.requireNonNull(row.value())));
        widthsM.putAll(numbers(inputs.get("belt_widths_m"), 0.1, MOST_WIDTH_M, "kind"));
        return new Request(
                selected,
                numbers(inputs.get("weather"), 0, MOST_INDEX, "code of the township"),
                widthsM,
                DayStandards.numberOr(inputs.get("edge_m"), edge, 0, MOST_M),
                inputs.get("sliver").numberOr(SLIVER, 0, 0.5),
                of);
    }

    /** An object of numbers. */
    private static Map<String, Double> numbers(Input input, double least, double most, String by) {
        Map<String, Double> numbers = new TreeMap<>();
        if (input.given()) {
            if (!input.isObject()) {
                throw input.wrong("it is not an object", "give numbers by the " + by);
            }
            for (String name : input.json().propertyNames()) {
                numbers.put(name, input.member(name).number(least, most));
            }
        }
        return numbers;
    }

    private final class Request implements Task {

        private final List<Selection> selected;
        private final Map<String, Double> weather;
        private final Map<String, Double> widthsM;
        private final double edgeM;
        private final double sliver;
        private final DayStandards of;
        private final List<Threshold> indexes;
        private final List<Threshold> today;

        Request(
                List<Selection> selected,
                Map<String, Double> weather,
                Map<String, Double> widthsM,
                double edgeM,
                double sliver,
                DayStandards of) {
            this.selected = selected;
            this.weather = weather;
            this.widthsM = widthsM;
            this.edgeM = edgeM;
            this.sliver = sliver;
            this.of = of;
            this.indexes = of.of("fire_danger", "index");
            this.today = of.of("fire_danger_today", "class");
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            for (int i = 0; i < NAMES.size(); i++) {
                parameters.put(NAMES.get(i), selected.get(i).parameter());
            }
            parameters.put("weather", weather);
            parameters.put("belt_widths_m", widthsM);
            parameters.put("edge_m", edgeM);
            parameters.put("sliver", sliver);
            parameters.put("day", of.day().toString());
            return parameters;
        }

        @Override
        public List<Selection> selections() {
            return selected;
        }

        @Override
        public Set<String> otherTables() {
            return Set.of("admin_area", "standard_threshold");
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            List<Feature> townships = areas.of("township");
            Set<String> codes = new TreeSet<>();
            townships.forEach(area -> codes.add(area.id()));
            for (String code : weather.keySet()) {
                if (!codes.contains(code)) {
                    throw new InvalidInput(
                            "weather." + code, "there is no township with this code", "give codes of risk:admin_area");
                }
            }
            ForestQuestion question = new ForestQuestion(
                    selections.polygons(selected.get(0)),
                    selections.features(selected.get(1)),
                    selections.features(selected.get(2)),
                    selections.features(selected.get(3)),
                    townships,
                    weather,
                    widthsM,
                    edgeM,
                    sliver);
            progress.at(20, "measuring");
            ForestResult result = new ForestFire(question, new DangerOfTheDay(indexes, today)).find();
            progress.at(90, "writing");
            List<Threshold> used = new ArrayList<>(indexes);
            used.addAll(today);
            used.add(of.one("forest_edge", "reach"));
            used.addAll(of.of("belt_width"));
            return new ForestFireOutcome(result, used).outcome();
        }
    }
}

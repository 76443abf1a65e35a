package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.register.CheckRules;
import org.riskmap.register.Checked;
import org.riskmap.register.Grades;
import org.riskmap.register.Register;
import org.riskmap.register.RegisterCheck;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;
import org.springframework.stereotype.Component;

/** The process {@code register-check}: the register of geohazards beside the map (双控). */
@Component
final class RegisterCheckProcess implements Analysis {

    private static final double MOST_M = 10_000;

    private final ProcessDescription description = ProcessDescription.load("register-check");
    private final Selections selections;
    private final TownshipAreas areas;
    private final Standards standards;

    RegisterCheckProcess(Selections selections, TownshipAreas areas, Standards standards) {
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
        List<Threshold> used = new ArrayList<>();
        double[] numbers = new double[4];
        List<String> names = List.of("point_reach", "line_reach", "outside_zone", "tolerance");
        for (int i = 0; i < numbers.length; i++) {
            Threshold standard = of.one("register_check", names.get(i));
            boolean share = names.get(i).equals("tolerance");
            Input input = inputs.get(names.get(i) + (share ? "" : "_m"));
            numbers[i] = DayStandards.numberOr(input, standard, 0, share ? 10 : MOST_M);
            if (!input.given()) {
                used.add(standard);
            }
        }
        List<Threshold> grades = of.of("geohazard_danger");
        used.addAll(grades);
        Request request = new Request(
                List.of(
                        SelectionInput.readOr(inputs, "zones", "risk:geohazard_zone"),
                        SelectionInput.readOr(inputs, "points", "risk:geohazard_point"),
                        SelectionInput.readOr(inputs, "lines", "risk:geohazard_line"),
                        SelectionInput.readOr(inputs, "people", "risk:settlement")),
                new CheckRules(new Grades(grades), numbers[0], numbers[1], numbers[2], numbers[3], of.day()),
                used);
        selections.check(request.selected);
        return request;
    }

    private final class Request implements Task {

        private final List<Selection> selected;
        private final CheckRules rules;
        private final List<Threshold> used;

        /** @param selected zones, points, lines, people */
        Request(List<Selection> selected, CheckRules rules, List<Threshold> used) {
            this.selected = selected;
            this.rules = rules;
            this.used = used;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            List<String> names = List.of("zones", "points", "lines", "people");
            for (int i = 0; i < names.size(); i++) {
                parameters.put(names.get(i), selected.get(i).parameter());
            }
            parameters.put("point_reach_m", rules.pointReachM());
            parameters.put("line_reach_m", rules.lineReachM());
            parameters.put("outside_zone_m", rules.outsideZoneM());
            parameters.put("tolerance", rules.tolerance());
            parameters.put("day", rules.day().toString());
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
            Register register = new Register(
                    selections.polygons(selected.get(0)),
                    selections.features(selected.get(1)),
                    selections.features(selected.get(2)),
                    selections.features(selected.get(3)),
                    areas.of("township"));
            progress.at(20, "checking");
            Checked checked = new RegisterCheck(register, rules).check();
            progress.at(90, "writing");
            return new RegisterCheckOutcome(register, checked, rules, used).outcome();
        }
    }
}

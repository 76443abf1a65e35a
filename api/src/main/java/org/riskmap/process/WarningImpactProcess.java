package org.riskmap.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.evacuation.Coverage;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.kernel.Feature;
import org.riskmap.network.ClosuresInForce;
import org.riskmap.network.ClosuresInForce.Closed;
import org.riskmap.standard.Standards;
import org.riskmap.warning.Impact;
import org.riskmap.warning.Impacts;
import org.riskmap.warning.Rule;
import org.riskmap.warning.RulesTable;
import org.riskmap.warning.WarnedArea;
import org.springframework.stereotype.Component;

/** The process {@code warning-impact}: a warned area and a level to what is closed, who moves, and where they find a place. */
@Component
final class WarningImpactProcess implements Analysis {

    private final ProcessDescription description = ProcessDescription.load("warning-impact");
    private final Selections selections;
    private final WarnedArea areas;
    private final RulesTable rulesTable;
    private final Impacts impacts;
    private final EvacuationCoverage coverage;
    private final ClosuresInForce closures;
    private final Standards standards;

    WarningImpactProcess(
            Selections selections,
            WarnedArea areas,
            RulesTable rulesTable,
            Impacts impacts,
            EvacuationCoverage coverage,
            ClosuresInForce closures,
            Standards standards) {
        this.selections = selections;
        this.areas = areas;
        this.rulesTable = rulesTable;
        this.impacts = impacts;
        this.coverage = coverage;
        this.closures = closures;
        this.standards = standards;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        WarningImpactInputs read = WarningImpactInputs.read(inputs, () -> DayStandards.walkKmh(standards));
        selections.check(read.selections());
        Geometry area = area(read);
        RulesTable.Version version = read.rules() == null ? rulesTable.newest(areas.county(area)) : null;
        Rule rule = (version == null ? read.rules() : version.rules()).of(read.hazard(), read.level());
        Closed closed = read.coverage().closuresHold() ? closures.now() : Closed.nothing();
        return new Request(read, area, rule, version == null ? "given" : version.name(), closed);
    }

    private Geometry area(WarningImpactInputs read) {
        if (read.polygons() != null) {
            return WarnedArea.ofPolygons(
                    read.polygons().path(),
                    selections.features(read.polygons()).stream()
                            .<@Nullable Geometry>map(Feature::geometry)
                            .toList());
        }
        return read.catchments().isEmpty()
                ? areas.ofCodes("admin_codes", read.codes())
                : areas.ofCatchments("catchments", read.catchments());
    }

    private final class Request implements Task {

        private final WarningImpactInputs inputs;
        private final Geometry area;
        private final Rule rule;
        private final String rulesName;
        private final Closed closed;

        Request(WarningImpactInputs inputs, Geometry area, Rule rule, String rulesName, Closed closed) {
            this.inputs = inputs;
            this.area = area;
            this.rule = rule;
            this.rulesName = rulesName;
            this.closed = closed;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = inputs.parameters();
            parameters.put("rules", rulesName);
            parameters.put("rule", rule.json());
            if (!closed.isEmpty()) {
                parameters.put("closures", closed.ids());
            }
            return parameters;
        }

        @Override
        public List<Selection> selections() {
            return inputs.selections();
        }

        @Override
        public Set<String> otherTables() {
            Set<String> tables = new TreeSet<>(Impacts.TABLES);
            if (!inputs.catchments().isEmpty()) {
                tables.add("small_catchment");
            }
            return tables;
        }

        @Override
        public Map<String, String> otherVersions() {
            Map<String, String> versions = new TreeMap<>();
            if (inputs.coverage().slopesMatter()) {
                coverage.heightsVersion().ifPresent(version -> versions.put("dem", version));
            }
            if (!closed.isEmpty()) {
                versions.put("closures in force", closed.version());
            }
            return versions;
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "impact");
            Impact impact = impacts.of(area, rule);
            progress.at(20, "reading");
            PeopleAndPlaces given =
                    new PeopleAndPlaces(inputs.hazard(), inputs.coverage().capacity());
            List<Settlement> movers = given.settlements(impact.movers().stream()
                    .map(Impact.Mover::settlement)
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .toList());
            List<Shelter> shelters =
                    given.shelters(selections.features(inputs.coverage().shelters()));
            Question question = new Question(
                    movers,
                    shelters,
                    closedLand(impact),
                    closedRoads(impact),
                    inputs.coverage().travel(),
                    inputs.coverage().limit(),
                    inputs.coverage().capacity(),
                    inputs.coverage().groupBy());
            Coverage answer = coverage.solve(question, (percent, step) -> progress.at(25 + percent * 7 / 10, step));
            progress.at(96, "writing");
            List<String> warnings = new ArrayList<>(inputs.coverage().warnings());
            if (!closed.isEmpty()) {
                warnings.add("Closures in force count: " + String.join(", ", closed.ids()) + ".");
            }
            warnings.addAll(given.warnings());
            warnings.addAll(answer.warnings());
            return new WarningImpactOutcome(impact, rule)
                    .outcome(new EvacuationCoverageOutcome(question, answer).outcome(warnings));
        }

        private Geometry closedLand(Impact impact) {
            Geometry land = Impacts.land(impact.closed());
            return closed.land().isEmpty()
                    ? land
                    : land.isEmpty() ? closed.land() : UnaryUnionOp.union(List.of(land, closed.land()));
        }

        private Set<String> closedRoads(Impact impact) {
            Set<String> roads = new TreeSet<>(closed.roads());
            roads.addAll(impact.closedRoads());
            return roads;
        }
    }
}

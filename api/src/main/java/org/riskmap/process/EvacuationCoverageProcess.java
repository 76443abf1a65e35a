package org.riskmap.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.evacuation.Coverage;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.springframework.stereotype.Component;

/** The process {@code evacuation-coverage}: people, shelters, closures and a limit to who finds a place where. */
@Component
final class EvacuationCoverageProcess implements Analysis {

    private final ProcessDescription description = ProcessDescription.load("evacuation-coverage");
    private final Selections selections;
    private final EvacuationCoverage coverage;

    EvacuationCoverageProcess(Selections selections, EvacuationCoverage coverage) {
        this.selections = selections;
        this.coverage = coverage;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        EvacuationCoverageInputs read = EvacuationCoverageInputs.read(inputs);
        selections.check(read.selections());
        return new Request(read);
    }

    private final class Request implements Task {

        private final EvacuationCoverageInputs inputs;

        Request(EvacuationCoverageInputs inputs) {
            this.inputs = inputs;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            return inputs.parameters();
        }

        @Override
        public Set<String> tables() {
            Set<String> tables = new TreeSet<>(selections.tables(inputs.selections()));
            tables.add("admin_area");
            if (inputs.onRoads()) {
                tables.addAll(Set.of("road", "river"));
            }
            return tables;
        }

        @Override
        public Map<String, String> otherVersions() {
            return inputs.slopesMatter()
                    ? coverage.heightsVersion()
                            .map(version -> Map.of("dem", version))
                            .orElse(Map.of())
                    : Map.of();
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            PeopleAndPlaces given = new PeopleAndPlaces(inputs.hazard(), inputs.capacity());
            List<Settlement> settlements = given.settlements(selections.features(inputs.demand()));
            List<Shelter> shelters = given.shelters(selections.features(inputs.shelters()));
            Question question = new Question(
                    settlements,
                    shelters,
                    avoid(),
                    closedRoads(),
                    inputs.travel(),
                    inputs.limit(),
                    inputs.capacity(),
                    inputs.groupBy());
            Coverage answer = coverage.solve(question, progress::at);
            progress.at(95, "writing");
            List<String> warnings = new ArrayList<>(inputs.warnings());
            warnings.addAll(given.warnings());
            warnings.addAll(answer.warnings());
            return new EvacuationCoverageOutcome(question, answer).outcome(warnings);
        }

        private Geometry avoid() {
            List<Geometry> areas = new ArrayList<>();
            for (Selection selection : inputs.avoid()) {
                for (Feature feature : selections.features(selection)) {
                    if (!(feature.geometry() instanceof Polygonal)) {
                        throw new InvalidInput(
                                selection.path(),
                                "the feature '" + feature.id() + "' is a "
                                        + feature.geometry().getGeometryType(),
                                "select polygons; make them of lines and points with a buffer");
                    }
                    areas.addAll(validParts(feature.geometry()));
                }
            }
            return areas.isEmpty() ? new GeometryFactory().createPolygon() : UnaryUnionOp.union(areas);
        }

        /** Part by part, because repairing a whole whose parts overlap would cut holes into it. */
        private static List<Geometry> validParts(Geometry polygons) {
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < polygons.getNumGeometries(); i++) {
                Geometry part = polygons.getGeometryN(i);
                parts.add(part.isValid() ? part : GeometryFixer.fix(part));
            }
            return parts;
        }

        private Set<String> closedRoads() {
            Set<String> ids = new TreeSet<>();
            if (inputs.closedRoads() != null) {
                selections.features(inputs.closedRoads()).forEach(feature -> ids.add(feature.id()));
            }
            return ids;
        }
    }
}

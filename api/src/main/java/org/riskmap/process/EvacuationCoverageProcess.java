package org.riskmap.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.riskmap.network.ClosuresInForce;
import org.riskmap.network.ClosuresInForce.Closed;
import org.springframework.stereotype.Component;

/** The process {@code evacuation-coverage}: people, shelters, closures and a limit to who finds a place where. */
@Component
final class EvacuationCoverageProcess implements Analysis {

    private final ProcessDescription description = ProcessDescription.load("evacuation-coverage");
    private final Selections selections;
    private final EvacuationCoverage coverage;
    private final ClosuresInForce closures;

    EvacuationCoverageProcess(Selections selections, EvacuationCoverage coverage, ClosuresInForce closures) {
        this.selections = selections;
        this.coverage = coverage;
        this.closures = closures;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        EvacuationCoverageInputs read = EvacuationCoverageInputs.read(inputs);
        selections.check(read.selections());
        return new Request(read, read.closuresHold() ? closures.now() : Closed.nothing());
    }

    private final class Request implements Task {

        private final EvacuationCoverageInputs inputs;
        /** As it was when the request was read: the answer is of that moment. */
        private final Closed closed;

        Request(EvacuationCoverageInputs inputs, Closed closed) {
            this.inputs = inputs;
            this.closed = closed;
        }

        /** Closures in force stand among them; where there are none, the run is the one without closures. */
        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = inputs.parameters();
            if (!closed.isEmpty()) {
                parameters.put("closures", closed.ids());
            }
            return parameters;
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
            Map<String, String> versions = new TreeMap<>();
            if (inputs.slopesMatter()) {
                coverage.heightsVersion().ifPresent(version -> versions.put("dem", version));
            }
            if (!closed.isEmpty()) {
                versions.put("closures in force", closed.version());
            }
            return versions;
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
            if (!closed.isEmpty()) {
                warnings.add("Closures in force count: " + String.join(", ", closed.ids()) + ".");
            }
            warnings.addAll(given.warnings());
            warnings.addAll(answer.warnings());
            return new EvacuationCoverageOutcome(question, answer).outcome(warnings);
        }

        private Geometry avoid() {
            List<Geometry> areas = new ArrayList<>();
            if (!closed.land().isEmpty()) {
                areas.add(closed.land());
            }
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
            Set<String> ids = new TreeSet<>(closed.roads());
            if (inputs.closedRoads() != null) {
                selections.features(inputs.closedRoads()).forEach(feature -> ids.add(feature.id()));
            }
            return ids;
        }
    }
}

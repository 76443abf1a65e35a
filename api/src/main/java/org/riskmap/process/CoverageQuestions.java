package org.riskmap.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.ClosuresInForce;
import org.riskmap.network.ClosuresInForce.Closed;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;
import org.springframework.stereotype.Component;

/** Inputs that several analyses share go in; questions about evacuation come out. */
@Component
final class CoverageQuestions {

    private final Selections selections;
    private final EvacuationCoverage coverage;
    private final ClosuresInForce closures;
    private final Standards standards;

    CoverageQuestions(
            Selections selections, EvacuationCoverage coverage, ClosuresInForce closures, Standards standards) {
        this.selections = selections;
        this.coverage = coverage;
        this.closures = closures;
        this.standards = standards;
    }

    /**
     * Reads and checks the inputs, without touching features.
     *
     * @throws InvalidInput naming the input, where one cannot be used
     */
    Asked read(Inputs inputs) {
        EvacuationCoverageInputs read = EvacuationCoverageInputs.read(inputs, () -> DayStandards.walkKmh(standards));
        selections.check(read.selections());
        return new Asked(read, read.closuresHold() ? closures.now() : Closed.nothing());
    }

    /**
     * The union of the polygons that selections take, made valid part by part, because repairing a whole whose parts overlap
     * would cut holes into it.
     */
    Geometry union(List<Selection> polygons) {
        List<Geometry> areas = new ArrayList<>();
        for (Selection selection : polygons) {
            for (Feature feature : selections.features(selection)) {
                if (!(feature.geometry() instanceof Polygonal)) {
                    throw new InvalidInput(
                            selection.path(),
                            "the feature '" + feature.id() + "' is a "
                                    + feature.geometry().getGeometryType(),
                            "select polygons; make them of lines and points with a buffer");
                }
                for (int i = 0; i < feature.geometry().getNumGeometries(); i++) {
                    Geometry part = feature.geometry().getGeometryN(i);
                    areas.add(part.isValid() ? part : GeometryFixer.fix(part));
                }
            }
        }
        return areas.isEmpty() ? new GeometryFactory().createPolygon() : UnaryUnionOp.union(areas);
    }

    /** What was asked, with the closures of that moment. */
    final class Asked {

        private final EvacuationCoverageInputs inputs;
        private final Closed closed;

        private Asked(EvacuationCoverageInputs inputs, Closed closed) {
            this.inputs = inputs;
            this.closed = closed;
        }

        EvacuationCoverageInputs inputs() {
            return inputs;
        }

        /** Closures in force stand among them; where there are none, the run is the one without closures. */
        Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = inputs.parameters();
            if (!closed.isEmpty()) {
                parameters.put("closures", closed.ids());
            }
            return parameters;
        }

        /** The selections of the shared inputs. */
        List<Selection> selections() {
            return inputs.selections();
        }

        /** Tables that no selection names. */
        Set<String> otherTables() {
            Set<String> tables = new TreeSet<>(Set.of("admin_area"));
            if (inputs.onRoads()) {
                tables.addAll(Set.of("road", "river"));
            }
            if (inputs.capacityMayMiss()) {
                tables.add("standard_threshold");
            }
            return tables;
        }

        /** Versions of what lies in no table. */
        Map<String, String> otherVersions() {
            Map<String, String> versions = new TreeMap<>();
            if (inputs.slopesMatter()) {
                coverage.heightsVersion().ifPresent(version -> versions.put("dem", version));
            }
            if (!closed.isEmpty()) {
                versions.put("closures in force", closed.version());
            }
            return versions;
        }

        /** A reader of people and places that keeps its warnings. */
        PeopleAndPlaces reader() {
            if (!inputs.capacityMayMiss()) {
                return new PeopleAndPlaces(inputs.hazard(), inputs.capacity());
            }
            Threshold area = standards.valid("gb51143_area", DayStandards.today()).stream()
                    .filter(one -> one.category().equals(inputs.areaStandard()))
                    .findFirst()
                    .orElse(null);
            return area == null || area.value() == null
                    ? new PeopleAndPlaces(inputs.hazard(), inputs.capacity())
                    : new PeopleAndPlaces(inputs.hazard(), inputs.capacity(), area.value(), area.source());
        }

        /** The question as it was asked. */
        Question question(PeopleAndPlaces reader) {
            return question(settlements(reader), shelters(reader), avoid());
        }

        Question question(List<Settlement> settlements, List<Shelter> shelters, Geometry avoid) {
            return new Question(
                    settlements,
                    shelters,
                    avoid,
                    closedRoads(),
                    inputs.travel(),
                    inputs.limit(),
                    inputs.capacity(),
                    inputs.vulnerableFirst() && inputs.capacity(),
                    inputs.groupBy());
        }

        List<Settlement> settlements(PeopleAndPlaces reader) {
            return reader.settlements(selections.features(inputs.demand()));
        }

        /** Shelters there are and those beside them, by id, with the capacities that were given for them. */
        List<Shelter> shelters(PeopleAndPlaces reader) {
            List<Shelter> shelters = new ArrayList<>(reader.shelters(selections.features(inputs.shelters())));
            if (inputs.extraShelters() != null) {
                Set<String> known = new HashSet<>();
                shelters.forEach(shelter -> known.add(shelter.id()));
                for (Shelter extra : reader.shelters(selections.features(inputs.extraShelters()))) {
                    if (!known.add(extra.id())) {
                        throw new InvalidInput(
                                inputs.extraShelters().path(),
                                "the id '" + extra.id() + "' is that of another shelter",
                                "give it an id of its own; capacities changes the capacity of a shelter there is");
                    }
                    shelters.add(extra);
                }
                shelters.sort(Comparator.comparing(Shelter::id));
            }
            return withCapacities(shelters);
        }

        private List<Shelter> withCapacities(List<Shelter> shelters) {
            Set<String> missing = new TreeSet<>(inputs.capacities().keySet());
            List<Shelter> changed = new ArrayList<>();
            for (Shelter one : shelters) {
                Integer capacity = inputs.capacities().getOrDefault(one.id(), one.capacity());
                missing.remove(one.id());
                changed.add(one.withCapacity(capacity));
            }
            if (!missing.isEmpty()) {
                throw new InvalidInput(
                        "capacities",
                        "there is no shelter " + missing.stream().limit(5).toList() + " among those selected",
                        "name open shelters by their id");
            }
            return changed;
        }

        Geometry avoid() {
            Geometry asked = union(inputs.avoid());
            return closed.land().isEmpty()
                    ? asked
                    : asked.isEmpty() ? closed.land() : UnaryUnionOp.union(List.of(asked, closed.land()));
        }

        Set<String> closedRoads() {
            Set<String> ids = new TreeSet<>(closed.roads());
            if (inputs.closedRoads() != null) {
                selections.features(inputs.closedRoads()).forEach(feature -> ids.add(feature.id()));
            }
            return ids;
        }

        /** Warnings in their order: about inputs, about people and places, about the answer. */
        List<String> warnings(PeopleAndPlaces reader, List<String> solved) {
            List<String> warnings = new ArrayList<>(inputs.warnings());
            if (!closed.isEmpty()) {
                warnings.add("Closures in force count: " + String.join(", ", closed.ids()) + ".");
            }
            warnings.addAll(reader.warnings());
            warnings.addAll(solved);
            return warnings;
        }
    }
}

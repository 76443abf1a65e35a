package org.riskmap.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.Neighbours;
import org.riskmap.exposure.Neighbours.Neighbour;
import org.riskmap.exposure.People;
import org.riskmap.exposure.Townships;
import org.riskmap.kernel.Feature;

/**
 * Checks the register of geohazards against itself and against the map (双控, 点线面). The people of a zone are those who live
 * in it and those whom its points and lines threaten, each counted once.
 */
public final class RegisterCheck {

    static final String ZONE = "risk:geohazard_zone";
    static final String POINT = "risk:geohazard_point";
    static final String LINE = "risk:geohazard_line";

    private final Register register;
    private final CheckRules rules;
    private final Townships townships;
    private final Map<String, Feature> zones = new LinkedHashMap<>();
    private final Map<String, List<Part>> parts = new LinkedHashMap<>();
    private final List<Part> alone = new ArrayList<>();
    private final Map<Feature, Set<Integer>> reached = new LinkedHashMap<>();

    /** A point or line of the register. */
    record Part(String layer, Feature feature, @Nullable String zoneId) {}

    public RegisterCheck(Register register, CheckRules rules) {
        this.register = register;
        this.rules = rules;
        this.townships = new Townships(register.areas());
        register.zones().forEach(zone -> zones.put(zone.id(), zone));
        register.points().forEach(point -> link(POINT, point));
        register.lines().forEach(line -> link(LINE, line));
        reach(register.zones(), 0);
        reach(register.points(), rules.pointReachM());
        reach(register.lines(), rules.lineReachM());
    }

    private void link(String layer, Feature feature) {
        Object named = feature.properties().get("zone_id");
        Part part = new Part(layer, feature, named == null ? null : named.toString());
        if (part.zoneId != null && zones.containsKey(part.zoneId)) {
            parts.computeIfAbsent(part.zoneId, unused -> new ArrayList<>()).add(part);
        } else {
            alone.add(part);
        }
    }

    private void reach(List<Feature> hazards, double mostM) {
        Neighbours neighbours = new Neighbours(hazards);
        hazards.forEach(hazard -> reached.put(hazard, new TreeSet<>()));
        for (int i = 0; i < register.settlements().size(); i++) {
            for (Neighbour one : neighbours.of(register.settlements().get(i).geometry(), mostM)) {
                reached.get(hazards.get(one.number())).add(i);
            }
        }
    }

    /**
     * @throws org.riskmap.kernel.InvalidInput where a settlement's population is not a number of persons
     */
    public Checked check() {
        List<Row> rows = new ArrayList<>();
        zones.values().forEach(zone -> rows.add(row(ZONE, zone, parts.getOrDefault(zone.id(), List.of()))));
        alone.forEach(part -> rows.add(row(part.layer, part.feature, List.of())));
        List<Finding> findings = new Consistency(zones, parts, alone, rules).findings();
        rows.forEach(row -> new RowFindings(row, rules).addTo(findings));
        Set<Integer> all = new TreeSet<>();
        reached.values().forEach(all::addAll);
        return new Checked(
                rows,
                findings,
                people(all),
                rows.stream().mapToLong(Row::counted).sum(),
                rows.stream()
                        .mapToDouble(row -> row.persons().least() == null
                                ? 0
                                : row.persons().least())
                        .sum());
    }

    private Row row(String layer, Feature hazard, List<Part> own) {
        Set<Integer> union = new TreeSet<>(reached.get(hazard));
        long inZone = people(union);
        long naive = inZone;
        for (Part part : own) {
            Set<Integer> more = reached.get(part.feature);
            naive += people(more);
            union.addAll(more);
        }
        Registered persons = Registered.of(hazard.properties().get("threatened_persons"));
        Object grade = hazard.properties().get("danger_grade");
        Double propertyWan =
                hazard.properties().get("threatened_property_wan") instanceof Number wan ? wan.doubleValue() : null;
        long counted = people(union);
        int area = townships.of(hazard.geometry());
        Object code = area == Townships.NOWHERE
                ? null
                : townships.areas().get(area).properties().get("code");
        return new Row(
                layer,
                hazard,
                own.stream().map(part -> part.feature.id()).toList(),
                persons,
                counted,
                layer.equals(ZONE) ? inZone : 0,
                naive,
                union.stream().map(i -> register.settlements().get(i).id()).toList(),
                grade == null ? null : grade.toString(),
                rules.grades().of(persons.least(), propertyWan),
                rules.grades().of((double) counted, propertyWan),
                code == null ? null : code.toString());
    }

    private long people(Set<Integer> settlements) {
        long people = 0;
        for (int i : settlements) {
            Long population = People.of("people", register.settlements().get(i), "population");
            people += population == null ? 0 : population;
        }
        return people;
    }
}

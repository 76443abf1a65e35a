package org.riskmap.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.Neighbours;
import org.riskmap.exposure.Neighbours.Neighbour;
import org.riskmap.kernel.Feature;
import org.riskmap.register.Finding.Code;
import org.riskmap.register.RegisterCheck.Part;

/** Whether points, lines and zones belong to each other as the register says. */
final class Consistency {

    private static final List<String> RISKS = List.of("watch", "low", "medium", "high");
    private static final double FARTHEST_M = 100_000;

    private final Map<String, Feature> zones;
    private final Map<String, List<Part>> parts;
    private final List<Part> alone;
    private final CheckRules rules;
    private final List<Feature> ordered;
    private final Neighbours neighbours;
    private final List<Finding> findings = new ArrayList<>();

    Consistency(Map<String, Feature> zones, Map<String, List<Part>> parts, List<Part> alone, CheckRules rules) {
        this.zones = zones;
        this.parts = parts;
        this.alone = alone;
        this.rules = rules;
        this.ordered = List.copyOf(zones.values());
        this.neighbours = new Neighbours(ordered);
    }

    List<Finding> findings() {
        zones.forEach((id, zone) -> {
            List<Part> own = parts.getOrDefault(id, List.of());
            if (own.isEmpty()) {
                findings.add(new Finding(Code.ZONE_EMPTY, RegisterCheck.ZONE, zone, id, null));
            }
            own.forEach(part -> linked(part, zone));
        });
        alone.forEach(this::unlinked);
        return findings;
    }

    private void linked(Part part, Feature zone) {
        List<Neighbour> near = neighbours.of(part.feature().geometry(), rules.outsideZoneM());
        boolean beside = near.stream().anyMatch(one -> ordered.get(one.number()) == zone);
        Feature holding = near.stream()
                .filter(Neighbour::inside)
                .map(one -> ordered.get(one.number()))
                .filter(one -> one != zone)
                .findFirst()
                .orElse(null);
        boolean inOwn = near.stream().anyMatch(one -> one.distanceM() == 0 && ordered.get(one.number()) == zone);
        if (!inOwn && holding != null) {
            add(Code.IN_OTHER_ZONE, part, holding.id());
        } else if (!beside) {
            add(Code.OUTSIDE_ZONE, part, metres(part, zone));
        }
        Registered own = Registered.of(part.feature().properties().get("threatened_persons"));
        Registered whole = Registered.of(zone.properties().get("threatened_persons"));
        if (own.least() != null && whole.isNumber() && whole.most() != null && own.least() > whole.most()) {
            add(Code.PART_EXCEEDS_ZONE, part, own.words());
        }
        int risk = RISKS.indexOf(String.valueOf(part.feature().properties().get("risk")));
        int zoneRisk = RISKS.indexOf(String.valueOf(zone.properties().get("risk")));
        if (zoneRisk >= 0 && risk > zoneRisk) {
            add(Code.RISK_BELOW_PART, part, RISKS.get(risk));
        }
    }

    private String metres(Part part, Feature zone) {
        return new Neighbours(List.of(zone))
                .of(part.feature().geometry(), FARTHEST_M).stream()
                        .map(one -> String.valueOf(Math.round(one.distanceM())))
                        .findFirst()
                        .orElse("> " + (int) FARTHEST_M);
    }

    private void unlinked(Part part) {
        if (part.zoneId() != null) {
            add(Code.ZONE_MISSING, part, null);
            return;
        }
        neighbours.of(part.feature().geometry(), 0).stream()
                .filter(Neighbour::inside)
                .findFirst()
                .ifPresent(one -> findings.add(new Finding(
                        Code.NOT_LINKED,
                        part.layer(),
                        part.feature(),
                        null,
                        ordered.get(one.number()).id())));
    }

    private void add(Code code, Part part, @Nullable String detail) {
        findings.add(new Finding(code, part.layer(), part.feature(), part.zoneId(), detail));
    }
}

package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.warning.Level;
import org.riskmap.warning.WarningRules;

/**
 * The inputs of {@code warning-impact}, checked.
 *
 * @param polygons the warned land; null where codes are given
 * @param codes of administrative areas, sorted; empty where polygons are given
 * @param level of the warning
 * @param hazard of the warning; shelters must suit it
 * @param rules given in the request; null: those of the rules table
 * @param coverage how those who leave are placed
 */
record WarningImpactInputs(
        @Nullable Selection polygons,
        List<String> codes,
        Level level,
        String hazard,
        @Nullable WarningRules rules,
        EvacuationCoverageInputs coverage) {

    private static final int MOST_CODES = 500;
    private static final int LONGEST_CODE = 40;

    static WarningImpactInputs read(Inputs inputs) {
        Input areas = inputs.get("areas");
        Input codes = inputs.get("admin_codes");
        if (areas.isObject() && areas.json().has("admin_codes")) {
            codes = areas.object("admin_codes").member("admin_codes");
            areas = inputs.get("no areas");
        }
        if (areas.given() == codes.given()) {
            throw new InvalidInput(
                    "areas",
                    areas.given() ? "areas and admin_codes are both given" : "it is missing",
                    "give polygons (GeoJSON or a selection) in areas, or codes of administrative areas in admin_codes");
        }
        Input rules = inputs.get("rules");
        return new WarningImpactInputs(
                areas.given() ? SelectionInput.readWithGeometry(areas) : null,
                codes.given()
                        ? codes.items(1, MOST_CODES).stream()
                                .map(code -> code.text(LONGEST_CODE))
                                .distinct()
                                .sorted()
                                .toList()
                        : List.of(),
                Level.of(inputs.get("level").word(Level.words())),
                inputs.get("hazard").word(WarningRules.HAZARDS),
                rules.given() ? WarningRules.parse("rules", rules.json()) : null,
                EvacuationCoverageInputs.read(inputs));
    }

    List<Selection> selections() {
        List<Selection> all = new ArrayList<>();
        all.add(coverage.shelters());
        if (polygons != null) {
            all.add(polygons);
        }
        return all;
    }

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        if (polygons != null) {
            parameters.put("areas", polygons.parameter());
        } else {
            parameters.put("admin_codes", codes);
        }
        parameters.put("level", level.word());
        parameters.putAll(coverage.parameters());
        parameters.keySet().removeAll(List.of("demand", "avoid", "closedRoads"));
        return parameters;
    }
}

package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.warning.Level;
import org.riskmap.warning.WarningRules;

/**
 * The inputs of {@code warning-impact}, checked.
 *
 * @param polygons the warned land; null where another input says it
 * @param codes of administrative areas, sorted; empty where another input says the land
 * @param catchments ids of small catchments, sorted; empty where another input says the land
 * @param level of the warning
 * @param hazard of the warning; shelters must suit it
 * @param rules given in the request; null: those of the rules table
 * @param coverage how those who leave are placed
 */
record WarningImpactInputs(
        @Nullable Selection polygons,
        List<String> codes,
        List<String> catchments,
        Level level,
        String hazard,
        @Nullable WarningRules rules,
        EvacuationCoverageInputs coverage) {

    private static final int MOST_CODES = 500;
    private static final int LONGEST_CODE = 64;

    static WarningImpactInputs read(Inputs inputs, DoubleSupplier usualWalkKmh) {
        Input areas = inputs.get("areas");
        Input codes = inputs.get("admin_codes");
        if (areas.isObject() && areas.json().has("admin_codes")) {
            codes = areas.object("admin_codes").member("admin_codes");
            areas = inputs.get("no areas");
        }
        Input catchments = inputs.get("catchments");
        long given = Stream.of(areas, codes, catchments).filter(Input::given).count();
        if (given != 1) {
            throw new InvalidInput(
                    "areas",
                    given == 0 ? "it is missing" : "more than one of areas, admin_codes, catchments is given",
                    "give polygons (GeoJSON or a selection) in areas, codes of administrative areas in admin_codes, or"
                            + " ids of small catchments in catchments");
        }
        Input rules = inputs.get("rules");
        return new WarningImpactInputs(
                areas.given() ? SelectionInput.readWithGeometry(areas) : null,
                words(codes),
                words(catchments),
                Level.of(inputs.get("level").word(Level.words())),
                inputs.get("hazard").word(WarningRules.HAZARDS),
                rules.given() ? WarningRules.parse("rules", rules.json()) : null,
                EvacuationCoverageInputs.read(inputs, usualWalkKmh));
    }

    private static List<String> words(Input input) {
        return input.given()
                ? input.items(1, MOST_CODES).stream()
                        .map(code -> code.text(LONGEST_CODE))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
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
        } else if (catchments.isEmpty()) {
            parameters.put("admin_codes", codes);
        } else {
            parameters.put("catchments", catchments);
        }
        parameters.put("level", level.word());
        parameters.putAll(coverage.parameters());
        parameters.keySet().removeAll(List.of("demand", "avoid", "closedRoads"));
        return parameters;
    }
}

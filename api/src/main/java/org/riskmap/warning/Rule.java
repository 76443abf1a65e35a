package org.riskmap.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a warning of some hazards and one level means.
 *
 * @param hazards that it is for
 * @param level that it is for
 * @param moves who must leave, the first first; a settlement belongs to the first that holds for it
 * @param closings what is closed while the warning lasts
 * @param steps what else is to be done (断禁停撤疏)
 */
public record Rule(List<String> hazards, Level level, List<Move> moves, List<Closing> closings, List<Step> steps) {

    /**
     * Settlements in the warned area (or in land that the warning closes) that are near something in it.
     *
     * @param near what: a word of {@link Place}
     * @param classes of it that count ({@code high}, {@code 5}); empty: all
     * @param withinM geodesic distance, metres, inclusive; 0: inside
     * @param why what a planner reads
     */
    public record Move(String near, List<String> classes, double withinM, String why) {}

    /**
     * Either land or roads.
     *
     * @param land whose polygons in the warned area are closed: {@code area}, {@code geohazard_zone}, {@code fire_zone};
     *     null: roads are closed
     * @param classes of the land ({@code high}) or of the roads (OSM highway values); of land empty: all
     */
    public record Closing(@Nullable String land, List<String> classes) {}

    /**
     * One measure.
     *
     * @param step 断、禁、停、撤、疏
     * @param text what is to be done
     */
    public record Step(String step, String text) {}

    /** JSON-like, as {@link WarningRules#parse} reads it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hazards", hazards);
        json.put("level", level.word());
        json.put("move", moves.stream().map(Rule::json).toList());
        json.put("close", closings.stream().map(Rule::json).toList());
        List<Map<String, Object>> written = new ArrayList<>();
        steps.forEach(step -> written.add(json("step", step.step(), "text", step.text())));
        json.put("steps", written);
        return json;
    }

    private static Map<String, Object> json(Move move) {
        return json("near", move.near(), "classes", move.classes(), "within_m", move.withinM(), "why", move.why());
    }

    private static Map<String, Object> json(Closing closing) {
        return closing.land() == null
                ? json("roads", closing.classes())
                : json("land", closing.land(), "classes", closing.classes());
    }

    private static Map<String, Object> json(Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return json;
    }
}

package org.riskmap.warning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.warning.Rule.Closing;
import org.riskmap.warning.Rule.Move;
import org.riskmap.warning.Rule.Step;
import tools.jackson.databind.JsonNode;

/**
 * What warnings mean, by hazard and level: at most one rule for each pair.
 *
 * @param rules in the order given
 */
public record WarningRules(List<Rule> rules) {

    /** Hazards that one can warn of, those that shelters are suited to. */
    public static final List<String> HAZARDS =
            List.of("flood", "typhoon", "geohazard", "earthquake", "fire", "tsunami");

    private static final List<String> STEPS = List.of("断", "禁", "停", "撤", "疏");
    private static final List<String> LAND =
            List.of(Place.AREA.word(), Place.GEOHAZARD_ZONE.word(), Place.FIRE_ZONE.word());
    private static final int MOST = 100;
    private static final int LONGEST = 500;
    private static final double FARTHEST_M = 20_000;

    /**
     * Reads {@code [{"hazards":["flood"],"level":"orange","move":[{"near":"geohazard_zone","classes":["high"],"within_m":0,
     * "why":"…"}],"close":[{"land":"geohazard_zone","classes":["high"]},{"roads":["track"]}],"steps":[{"step":"断","text":
     * "…"}]}]}; {@code move}, {@code close} and {@code steps} may be missing.
     *
     * @param path of the list in the request, for errors
     * @throws InvalidInput naming the member that is wrong
     */
    public static WarningRules parse(String path, JsonNode json) {
        List<Rule> rules = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (RuleJson rule : new RuleJson(path, json).items(MOST)) {
            rule.only("hazards", "level", "move", "close", "steps");
            Level level = Level.of(rule.at("level").word(Level.words()));
            List<String> hazards = rule.at("hazards").words(HAZARDS, 1);
            for (String hazard : hazards) {
                if (!known.add(hazard + level)) {
                    throw rule.wrong(
                            "there is another rule for " + hazard + ", " + level.word(), "give one for each pair");
                }
            }
            rules.add(new Rule(
                    hazards,
                    level,
                    rule.at("move").itemsOrNone(MOST).stream()
                            .map(WarningRules::move)
                            .toList(),
                    rule.at("close").itemsOrNone(MOST).stream()
                            .map(WarningRules::closing)
                            .toList(),
                    rule.at("steps").itemsOrNone(MOST).stream()
                            .map(WarningRules::step)
                            .toList()));
        }
        return new WarningRules(List.copyOf(rules));
    }

    private static Move move(RuleJson json) {
        json.only("near", "classes", "within_m", "why");
        return new Move(
                json.at("near").word(Place.words()),
                json.at("classes").textsOrNone(),
                json.at("within_m").number(0, FARTHEST_M),
                json.at("why").text(LONGEST));
    }

    private static Closing closing(RuleJson json) {
        json.only("land", "classes", "roads");
        if (json.has("roads") == json.has("land")) {
            throw json.wrong("it closes neither land nor roads, or both", "give either land or roads");
        }
        if (json.has("land")) {
            return new Closing(json.at("land").word(LAND), json.at("classes").textsOrNone());
        }
        List<String> classes = json.at("roads").textsOrNone();
        for (String roadClass : classes) {
            if (!roadClass.matches("[a-z_]{1,40}")) {
                throw json.at("roads").wrong("'" + roadClass + "' is no class", "give OSM highway values");
            }
        }
        if (classes.isEmpty()) {
            throw json.at("roads").wrong("it is empty", "give OSM highway values such as track");
        }
        return new Closing(null, classes);
    }

    private static Step step(RuleJson json) {
        json.only("step", "text");
        return new Step(json.at("step").word(STEPS), json.at("text").text(LONGEST));
    }

    /**
     * The rule for a hazard and a level.
     *
     * @throws InvalidInput ({@code rules}) where there is none
     */
    public Rule of(String hazard, Level level) {
        @Nullable
        Rule found = rules.stream()
                .filter(rule -> rule.level() == level && rule.hazards().contains(hazard))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw new InvalidInput(
                    "rules",
                    "there is no rule for " + hazard + ", " + level.word(),
                    "give rules in the request, or add one to the rules table");
        }
        return found;
    }

    /** JSON-like, as {@link #parse} reads it. */
    public List<Map<String, Object>> json() {
        return rules.stream().map(Rule::json).toList();
    }
}

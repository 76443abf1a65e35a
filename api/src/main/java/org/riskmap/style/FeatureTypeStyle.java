package org.riskmap.style;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are tried on each feature in their order; all that hold draw, or only the first where the vendor option
 * {@code ruleEvaluation} is {@code first}.
 *
 * @param featureTypeName the type it is for; null or {@code Feature} means any
 * @param heatmap what the data are made into before the rules; null where nothing
 * @param rules in the document's order
 * @param options vendor options by name
 */
public record FeatureTypeStyle(
        @Nullable String featureTypeName, @Nullable Heatmap heatmap, List<Rule> rules, Map<String, String> options) {

    public FeatureTypeStyle {
        rules = List.copyOf(rules);
        options = Map.copyOf(options);
    }

    /** Whether the map shows it: not where the vendor option {@code inclusion} is {@code legendOnly}. */
    public boolean onMap() {
        return !"legendOnly".equalsIgnoreCase(options.get("inclusion"));
    }

    /** Whether the legend shows it: not where the vendor option {@code inclusion} is {@code mapOnly}. */
    public boolean inLegend() {
        return !"mapOnly".equalsIgnoreCase(options.get("inclusion"));
    }

    /** Whether it begins a group that is laid on the map as a whole: the vendor option {@code composite-base}. */
    public boolean compositeBase() {
        return "true".equalsIgnoreCase(options.get("composite-base"));
    }

    /** Whether a feature is drawn by the first rule that holds, and by no other. */
    public boolean firstMatchOnly() {
        return "first".equalsIgnoreCase(options.get("ruleEvaluation"));
    }
}

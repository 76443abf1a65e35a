package org.riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;

/** Rules are told by their place in the list of conditions; the last is the one for what no other took. */
class RuleChoiceTest {

    @Test
    void the_same_values_are_asked_about_once() {
        int[] asked = {0};
        Filter low = Filters.ecql("filter", "grade < 3");
        ActiveStyle.Active rule = new ActiveStyle.Active(
                feature -> {
                    asked[0]++;
                    return Filters.predicate(low).test(feature);
                },
                List.of());
        RuleChoice choice = new RuleChoice(false, List.of(rule), List.of(), List.of(low));

        for (int i = 0; i < 30; i++) {
            assertThat(choice.of(feature("f" + i, Map.of("grade", i % 5)))).hasSize(i % 5 < 3 ? 1 : 0);
        }
        assertThat(asked[0]).isEqualTo(5);
    }

    @Test
    void all_that_hold_draw_or_only_the_first_and_what_none_took_the_other() {
        String[] conditions = {"kind = 'a'", "grade BETWEEN 2 AND 4", "kind LIKE 'a%' AND grade > 1"};

        assertThat(chosen(false, conditions, Map.of("kind", "a", "grade", 3))).containsExactly(0, 1, 2);
        assertThat(chosen(true, conditions, Map.of("kind", "a", "grade", 3))).containsExactly(0);
        assertThat(chosen(true, conditions, Map.of("kind", "b", "grade", 9))).containsExactly(3);
    }

    @Test
    void null_is_a_value() {
        Map<String, Object> without = new LinkedHashMap<>(Collections.singletonMap("kind", null));

        assertThat(chosen(false, new String[] {"kind IS NULL", "kind = 'a'"}, without))
                .containsExactly(0);
        assertThat(chosen(false, new String[] {"NOT (kind = 'a')"}, without)).containsExactly(0);
    }

    @Test
    void what_looks_at_the_id_or_calls_a_function_is_asked_about_each_feature() {
        Filter one = Filters.ecql("filter", "IN ('f1')");
        Filter called = Filters.ecql("filter", "strLength(kind) = 1");
        for (Filter condition : List.of(one, called)) {
            ActiveStyle.Active rule = new ActiveStyle.Active(Filters.predicate(condition), List.of());
            RuleChoice choice = new RuleChoice(false, List.of(rule), List.of(), List.of(condition));
            assertThat(choice.of(feature("f1", Map.of("kind", "a")))).hasSize(1);
            assertThat(choice.of(feature("f2", Map.of("kind", "aa")))).isEmpty();
            assertThat(choice.of(feature("f1", Map.of("kind", "b")))).hasSize(1);
        }
    }

    private static List<Integer> chosen(boolean firstOnly, String[] conditions, Map<String, Object> properties) {
        List<Filter> filters = new ArrayList<>();
        List<ActiveStyle.Active> rules = new ArrayList<>();
        for (String condition : conditions) {
            Filter filter = Filters.ecql("filter", condition);
            filters.add(filter);
            rules.add(new ActiveStyle.Active(Filters.predicate(filter), List.of()));
        }
        ActiveStyle.Active otherwise = new ActiveStyle.Active(null, List.of());
        RuleChoice choice = new RuleChoice(firstOnly, rules, List.of(otherwise), filters);
        choice.of(feature("before", properties)); // the second time it is remembered
        List<Integer> places = new ArrayList<>();
        for (ActiveStyle.Active rule : choice.of(feature("now", properties))) {
            places.add(rule == otherwise ? rules.size() : rules.indexOf(rule));
        }
        return places;
    }

    private static Feature feature(String id, Map<String, Object> properties) {
        return new Feature(id, null, properties);
    }
}

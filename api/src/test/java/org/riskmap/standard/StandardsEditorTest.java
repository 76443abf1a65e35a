package org.riskmap.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.SqlQuery;
import tools.jackson.databind.json.JsonMapper;

class StandardsEditorTest {

    @AutoClose
    private TestDatabase test;

    private StandardsEditor editor;
    private Standards standards;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        editor = new StandardsEditor(test.database(), new Audit(test.database()));
        standards = new Standards(test.database());
    }

    private int add(String thresholds) {
        return editor.add(
                JsonMapper.shared().readTree("{\"note\":\"试验\",\"thresholds\":[" + thresholds + "]}"), "tester");
    }

    private static String range(String category, String bounds) {
        return "{\"topic\":\"geohazard_danger\",\"class\":\"" + category + "\",\"quantity\":\"threatened_persons\","
                + bounds + ",\"source\":\"新预案\",\"certainty\":\"sure\",\"valid_from\":\"2026-01-01\"}";
    }

    private String grade(String day, double persons) {
        return standards
                .classOf("geohazard_danger", "threatened_persons", persons, LocalDate.parse(day))
                .map(Threshold::category)
                .orElse("none");
    }

    @Test
    void a_new_version_holds_from_its_day_and_the_day_before_keeps_its_own() {
        assertThat(add(
                        "{\"topic\":\"walking\",\"class\":\"flat\",\"quantity\":\"speed\",\"value\":3.6,\"source\":\"本县实测\","
                                + "\"certainty\":\"sure\",\"valid_from\":\"2026-01-01\"}"))
                .isEqualTo(1);
        assertThat(standards.valid("walking", LocalDate.parse("2025-12-31")))
                .singleElement()
                .satisfies(old -> assertThat(old.value()).isEqualTo(4.0));
        assertThat(standards.valid("walking", LocalDate.parse("2026-01-01")))
                .singleElement()
                .satisfies(fresh -> {
                    assertThat(fresh.value()).isEqualTo(3.6);
                    assertThat(fresh.unit()).as("kept from before").isEqualTo("km/h");
                    assertThat(fresh.source()).isEqualTo("本县实测");
                });
        assertThat(test.database()
                        .list(
                                SqlQuery.of("select who || ' ' || action || ' ' || subject from risk.audit"),
                                row -> row.text(1)))
                .containsExactly("tester standard-changed walking/flat/speed");
    }

    @Test
    void a_border_between_classes_is_moved_on_both_sides_at_once_or_not_at_all() {
        assertThatThrownBy(() -> add(range("大型", "\"lower_bound\":400,\"upper_bound\":1000")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("overlap")
                .hasMessageContaining("中型");
        assertThat(grade("2026-06-01", 450)).as("nothing was kept").isEqualTo("中型");
        add(range("大型", "\"lower_bound\":400,\"upper_bound\":1000") + ","
                + range("中型", "\"lower_bound\":100,\"upper_bound\":400"));
        assertThat(grade("2025-06-01", 450)).isEqualTo("中型");
        assertThat(grade("2026-06-01", 450)).isEqualTo("大型");
        assertThat(grade("2026-06-01", 399)).isEqualTo("中型");
    }

    @Test
    void what_has_been_in_force_is_not_changed() {
        String before = "{\"topic\":\"walking\",\"class\":\"flat\",\"quantity\":\"speed\",\"value\":5,\"source\":\"x\","
                + "\"certainty\":\"sure\",\"valid_from\":\"1990-01-01\"}";
        assertThatThrownBy(() -> add(before)).hasMessageContaining("already begins on 1993-02-01");
        for (String wrong : List.of(
                "update risk.standard_threshold set value = 9 where topic = 'walking'",
                "delete from risk.standard_threshold where topic = 'walking'")) {
            assertThatThrownBy(() -> test.database().client().sql(wrong).update())
                    .hasMessageContaining("is a record");
        }
    }

    @Test
    void source_and_certainty_are_needed() {
        assertThatThrownBy(() -> add(
                        "{\"topic\":\"walking\",\"class\":\"flat\",\"quantity\":\"speed\",\"value\":5,\"source\":\"\","
                                + "\"certainty\":\"sure\",\"valid_from\":\"2026-01-01\"}"))
                .hasMessageContaining("thresholds[0].source");
        assertThatThrownBy(() -> add(
                        "{\"topic\":\"walking\",\"class\":\"flat\",\"quantity\":\"speed\",\"value\":5,\"source\":\"x\","
                                + "\"certainty\":\"perhaps\",\"valid_from\":\"2026-01-01\"}"))
                .hasMessageContaining("thresholds[0].certainty");
    }
}

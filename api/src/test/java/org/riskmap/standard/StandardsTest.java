package org.riskmap.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;

class StandardsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

    @AutoClose
    private static TestDatabase test;

    private static Standards standards;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        standards = new Standards(test.database());
    }

    private static double alpha(int persons) {
        return standards
                .classOf("exposure_alpha", "persons_within_500m", persons, DAY)
                .orElseThrow()
                .value();
    }

    @Test
    void alpha_by_residents_within_500_m_as_gb_18218_has_it() {
        assertThat(new double[] {alpha(0), alpha(1), alpha(29), alpha(30), alpha(50), alpha(99), alpha(100), alpha(5000)
                })
                .containsExactly(0.5, 1.0, 1.0, 1.2, 1.5, 1.5, 2.0, 2.0);
    }

    @Test
    void a_threshold_tells_where_it_is_from_and_how_sure_that_is() {
        Threshold large = standards
                .classOf("geohazard_danger", "threatened_persons", 1000, DAY)
                .orElseThrow();
        assertThat(large.category()).isEqualTo("特大型");
        assertThat(large.certainty()).isEqualTo("sure");
        assertThat(large.source()).contains("突发地质灾害应急预案");
    }

    @Test
    void a_threshold_that_was_replaced_holds_until_its_last_day() {
        test.database().client().sql("""
                        update risk.standard_threshold set valid_to = '2024-06-30' where topic = 'walking' and class = 'flat'
                        """).update();
        assertThat(standards.valid("walking", LocalDate.of(2024, 6, 30)))
                .extracting(Threshold::value)
                .containsExactly(4.0);
        assertThat(standards.valid("walking", DAY)).isEmpty();
        assertThat(standards.valid("walking", LocalDate.of(1990, 1, 1))).isEmpty();
        assertThat(standards.valid("nothing", DAY)).isEmpty();
    }
}

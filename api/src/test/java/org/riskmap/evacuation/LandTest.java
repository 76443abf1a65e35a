package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandTest {

    private static final Way TWELVE_SECONDS = new Way(0, 11_001, 15_000);

    @Test
    void the_longest_time_is_that_of_the_settlements_that_have_a_way() {
        assertThat(Land.longer(null, null)).isNull();
        assertThat(Land.longer(null, TWELVE_SECONDS)).isEqualTo(12);
        assertThat(Land.longer(12L, null)).isEqualTo(12);
        assertThat(Land.longer(7L, TWELVE_SECONDS)).isEqualTo(12);
        assertThat(Land.longer(30L, TWELVE_SECONDS)).isEqualTo(30);
    }
}

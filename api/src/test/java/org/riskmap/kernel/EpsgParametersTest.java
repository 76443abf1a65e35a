package org.riskmap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.proj4j.CRSFactory;

class EpsgParametersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                4326, 4490, 4214, 4610, 3857, 3826, 4491, 4507, 4513, 4546, 4549, 4554, 32650, 32751, 2056, 27700, 3035,
                23030
            })
    void a_code_is_what_proj4j_reads_itself(int code) {
        CRSFactory theirs = new CRSFactory();

        String parameters = EpsgParameters.of(code).orElseThrow();

        assertThat(theirs.createFromParameters("EPSG:" + code, parameters).getParameterString())
                .isEqualTo(theirs.createFromName("EPSG:" + code).getParameterString());
    }

    @Test
    void a_code_that_is_not_in_the_registry_has_none() {
        assertThat(EpsgParameters.of(999_999)).isEmpty();
    }
}

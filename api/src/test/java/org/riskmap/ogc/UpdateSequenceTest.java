package org.riskmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as clients write them. */
class UpdateSequenceTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "1795324801, 1795324801",
        "1.795324801E9, 1795324801",
        "1.8E9, 1800000000",
        "2e+3, 2000",
        "5.0, 5"
    })
    void a_whole_number_is_read_with_or_without_an_exponent(String given, long number) {
        assertThat(UpdateSequence.read(given)).hasValue(number);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "yesterday", "1.5", "-1", "1E99", "1e20", "2026-01-01T00:00:00Z", "99999999999999999999"})
    void what_is_none_is_not_looked_at(String given) {
        assertThat(UpdateSequence.read(given)).isEqualTo(OptionalLong.empty());
    }
}

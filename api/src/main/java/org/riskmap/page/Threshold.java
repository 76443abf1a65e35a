package org.riskmap.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code risk.standard_threshold}: a class of a topic, the values that make it, and who says so. */
record Threshold(
        String topic,
        @JsonProperty("class") String classKey,
        @JsonProperty("label_zh") String label,
        String quantity,
        @JsonProperty("lower_bound") @Nullable Double lowerBound,
        @JsonProperty("upper_bound") @Nullable Double upperBound,
        @Nullable Double value,
        @Nullable String unit,
        String source,
        String certainty,
        @JsonProperty("valid_from") LocalDate validFrom,
        @JsonProperty("valid_to") @Nullable LocalDate validTo,
        String note,
        String author) {}

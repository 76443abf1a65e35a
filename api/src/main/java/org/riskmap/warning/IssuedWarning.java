package org.riskmap.warning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A warning as it is kept. What only an issued one has is null for one that was loaded.
 *
 * @param state {@code planned}, {@code in_force} or {@code over}
 * @param extent west, south, east, north, degrees
 * @param codes of the administrative areas it was issued for; empty: drawn, or loaded
 * @param catchments ids of the small catchments it was issued for
 * @param rules version of the rules it was issued by: {@code * /1} without the space
 * @param steps what is to be done, JSON: {@code [{"step":"断","text":"…"}]}
 * @param closures what it closes while it lasts
 */
record IssuedWarning(
        String id,
        @Nullable String name,
        String level,
        @Nullable String hazard,
        @JsonProperty("valid_from") @Nullable Instant from,
        @JsonProperty("valid_to") @Nullable Instant to,
        String state,
        List<Double> extent,
        @JsonProperty("admin_codes") List<String> codes,
        List<String> catchments,
        @Nullable String rules,
        @JsonRawValue String steps,
        @JsonProperty("issued_at") @Nullable Instant issuedAt,
        @JsonProperty("issued_by") @Nullable String issuedBy,
        @JsonProperty("ended_at") @Nullable Instant endedAt,
        @JsonProperty("ended_by") @Nullable String endedBy,
        List<Closure> closures) {

    /** A closure by its id in the layer {@code risk:closure}; classes of roads null: the land is closed. */
    record Closure(
            String id,
            @Nullable String name,
            @JsonProperty("road_classes") @Nullable String roadClasses) {}
}

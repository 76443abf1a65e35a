package org.riskmap.warning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A warning that is proposed and not issued: it is in no layer and closes nothing.
 *
 * @param request JSON, the body of {@code POST /riskmap/warnings} that issues it
 * @param reason why it is proposed
 * @param origin what proposed it: {@code rain}…; empty: a person
 * @param state {@code open}, {@code issued} or {@code discarded}
 * @param warning id of the warning that was made of it; null: none
 */
record Draft(
        String id,
        @JsonRawValue String request,
        String reason,
        String origin,
        String state,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("created_by") String createdBy,
        @JsonProperty("warning_id") @Nullable String warning,
        @JsonProperty("decided_at") @Nullable Instant decidedAt,
        @JsonProperty("decided_by") @Nullable String decidedBy) {}

package org.riskmap.callout;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to call.
 *
 * @param place from 1, the order of calling
 * @param role as {@code personal.role} has it
 * @param roleZh what a planner reads
 * @param area what the person answers for
 */
record Person(
        int place,
        String id,
        String name,
        String phone,
        String role,
        @JsonProperty("role_zh") String roleZh,
        @JsonProperty("role_en") String roleEn,
        @Nullable String area) {

    /** Neither name nor number: what is printed by accident says nothing. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}

package org.riskmap.page;

import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;

/**
 * What is to be changed in a shelter.
 *
 * @param status {@code open} or {@code closed}
 */
record ShelterChange(String status) {

    private static final String REMEDY = "send {\"status\":\"open\"} or {\"status\":\"closed\"}";

    static ShelterChange parse(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput("body", "it is no JSON object", REMEDY);
        }
        for (String member : body.propertyNames()) {
            if (!member.equals("status")) {
                throw new InvalidInput(member, "it cannot be changed here", REMEDY);
            }
        }
        JsonNode status = body.path("status");
        if (!status.isString()
                || !(status.stringValue().equals("open") || status.stringValue().equals("closed"))) {
            String given = status.isMissingNode() ? "it is missing" : status + " is no status";
            throw new InvalidInput("status", given, REMEDY);
        }
        return new ShelterChange(status.stringValue());
    }
}

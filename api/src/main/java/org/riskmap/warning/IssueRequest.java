package org.riskmap.warning;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;

/**
 * A warning to issue, read from JSON.
 *
 * @param name null: made of hazard and level
 * @param codes of administrative areas; empty where another member says the area
 * @param catchments ids of small catchments; empty where another member says the area
 * @param areas GeoJSON; null where another member says the area
 * @param from null: now
 * @param to null: until it is ended
 */
record IssueRequest(
        @Nullable String name,
        String hazard,
        Level level,
        List<String> codes,
        List<String> catchments,
        @Nullable JsonNode areas,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to) {

    private static final int LONGEST_NAME = 200;
    private static final List<String> AREAS = List.of("admin_codes", "catchments", "areas");

    static IssueRequest parse(JsonNode body) {
        RuleJson json = new RuleJson("body", body);
        json.only("name", "hazard", "level", "admin_codes", "catchments", "areas", "valid_from", "valid_to");
        if (AREAS.stream().filter(json::has).count() != 1) {
            throw new InvalidInput(
                    "areas",
                    "there is no area, or more than one",
                    "give one of admin_codes, catchments, areas (GeoJSON)");
        }
        OffsetDateTime from = moment(json, "valid_from");
        OffsetDateTime to = moment(json, "valid_to");
        OffsetDateTime now = OffsetDateTime.now();
        if (to != null && (!to.isAfter(now) || from != null && !to.isAfter(from))) {
            throw new InvalidInput("valid_to", to + " is over or before the start", "give a later moment");
        }
        return new IssueRequest(
                json.has("name") ? json.at("name").text(LONGEST_NAME) : null,
                new RuleJson("hazard", json.at("hazard").json()).word(WarningRules.HAZARDS),
                Level.of(new RuleJson("level", json.at("level").json()).word(Level.words())),
                new RuleJson("admin_codes", json.at("admin_codes").json()).textsOrNone(WarnedArea.MOST_CODES),
                new RuleJson("catchments", json.at("catchments").json()).textsOrNone(WarnedArea.MOST_CODES),
                json.has("areas") ? body.get("areas") : null,
                from,
                to);
    }

    /** The land that is warned. */
    Geometry area(WarnedArea lands) {
        if (areas != null) {
            return lands.ofGeoJson("areas", areas);
        }
        return catchments.isEmpty()
                ? lands.ofCodes("admin_codes", codes)
                : lands.ofCatchments("catchments", catchments);
    }

    private static @Nullable OffsetDateTime moment(RuleJson json, String name) {
        if (!json.has(name)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(new RuleJson(name, json.at(name).json()).text(40));
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(name, "it is no moment", "write 2026-07-28T08:00:00+08:00");
        }
    }
}

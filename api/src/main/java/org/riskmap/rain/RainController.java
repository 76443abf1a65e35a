package org.riskmap.rain;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.upload.Upload;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Rain below {@code /riskmap/rain}; whoever writes needs the login. */
@RestController
@RequestMapping(path = "/riskmap/rain", produces = MediaType.APPLICATION_JSON_VALUE)
class RainController {

    private static final String CSV = "text/csv";
    private static final String GAUGES = "rain gauges";

    private final RainState rain;
    private final Readings readings;
    private final Gauges gauges;
    private final RainThresholds thresholds;
    private final Proposals proposals;

    RainController(RainState rain, Readings readings, Gauges gauges, RainThresholds thresholds, Proposals proposals) {
        this.rain = rain;
        this.readings = readings;
        this.gauges = gauges;
        this.thresholds = thresholds;
        this.proposals = proposals;
    }

    /** @param at a moment; absent: now */
    @GetMapping
    ResponseEntity<Map<String, @Nullable Object>> state(@RequestParam(required = false) @Nullable String at) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(rain.json(moment(at)));
    }

    @PostMapping(path = "/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> readings(@RequestBody JsonNode body, Principal user) {
        return judged(readings.json(body, user.getName()));
    }

    /** @param zone of moments without an offset: {@code Asia/Shanghai} */
    @PostMapping(path = "/readings", consumes = CSV)
    Map<String, Object> readings(
            @RequestBody String csv, @RequestParam(required = false) @Nullable String zone, Principal user) {
        return judged(readings.csv(csv, zone(zone), user.getName()));
    }

    private Map<String, Object> judged(Upload upload) {
        Map<String, Object> json = upload.json();
        json.put("proposed", proposals.propose(RainState.now(), GAUGES));
        return json;
    }

    @PutMapping(path = "/gauges", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> gauges(@RequestBody JsonNode body, Principal user) {
        return gauges.keep(body, user.getName()).json();
    }

    @PutMapping(path = "/thresholds", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> thresholds(@RequestBody JsonNode body, Principal user) {
        return thresholds.json(body, user.getName()).json();
    }

    @PutMapping(path = "/thresholds", consumes = CSV)
    Map<String, Object> thresholds(@RequestBody String csv, Principal user) {
        return thresholds.csv(csv, user.getName()).json();
    }

    /** Drafts of warnings for what is over at a moment; absent: now. */
    @PostMapping("/proposals")
    Map<String, List<String>> propose(@RequestParam(required = false) @Nullable String at, Principal user) {
        return Map.of("drafts", proposals.propose(moment(at), user.getName()));
    }

    private static OffsetDateTime moment(@Nullable String at) {
        try {
            return at == null ? RainState.now() : OffsetDateTime.parse(at);
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("at", "'" + at + "' is no moment", "write 2026-07-28T08:00:00Z");
        }
    }

    private static @Nullable ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new InvalidInput("zone", "'" + zone + "' is no zone", "write Asia/Shanghai");
        }
    }
}

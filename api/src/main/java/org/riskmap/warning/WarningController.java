package org.riskmap.warning;

import java.net.URI;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Warnings below {@code /riskmap}. Who may use which is decided by the package {@code security}. */
@RestController
@RequestMapping(path = "/riskmap", produces = MediaType.APPLICATION_JSON_VALUE)
class WarningController {

    private static final List<String> STATES = List.of("planned", "in_force", "over");
    private static final int LONGEST_NOTE = 1000;

    private final Warnings warnings;
    private final RulesTable rules;

    WarningController(Warnings warnings, RulesTable rules) {
        this.warnings = warnings;
        this.rules = rules;
    }

    @GetMapping("/warnings")
    ResponseEntity<Map<String, List<IssuedWarning>>> list(@RequestParam(required = false) @Nullable String state) {
        if (state != null && !STATES.contains(state)) {
            throw new InvalidInput("state", "'" + state + "' is not known", "give one of " + String.join(", ", STATES));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("warnings", warnings.all(state)));
    }

    @GetMapping("/warnings/{id}")
    ResponseEntity<?> one(@PathVariable String id) {
        return warnings.find(id)
                .<ResponseEntity<?>>map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found))
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "There is no warning '" + id + "'."));
    }

    @PostMapping(path = "/warnings", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IssuedWarning> issue(@RequestBody JsonNode body, Principal user) {
        IssuedWarning issued = warnings.issue(IssueRequest.parse(body), user.getName());
        return ResponseEntity.created(URI.create("/riskmap/warnings/" + issued.id()))
                .body(issued);
    }

    @PostMapping("/warnings/{id}/end")
    ResponseEntity<?> end(@PathVariable String id, Principal user) {
        return switch (warnings.end(id, user.getName())) {
            case ENDED -> one(id);
            case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "There is no warning '" + id + "'.");
            case OVER -> problem(HttpStatus.CONFLICT, "The warning '" + id + "' is over already.");
            case NOT_ISSUED_HERE ->
                problem(HttpStatus.CONFLICT, "The warning '" + id + "' was loaded; change it where it came from.");
        };
    }

    @GetMapping("/warning-rules")
    Map<String, Object> rules(@RequestParam(required = false) @Nullable String county) {
        return Map.of(
                "versions",
                rules.versions(county).stream().map(WarningController::json).toList());
    }

    /** Adds a version for a county, {@code {"county":"330329","rules":[…],"note":"…"}}; warnings issued before keep theirs. */
    @PutMapping(path = "/warning-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> setRules(@RequestBody JsonNode body, Principal user) {
        RuleJson json = new RuleJson("body", body);
        json.only("county", "rules", "note");
        return json(rules.add(
                new RuleJson("county", json.at("county").json()).text(20),
                WarningRules.parse("rules", json.at("rules").json()),
                new RuleJson("note", json.at("note").json()).text(LONGEST_NOTE),
                user.getName()));
    }

    private static Map<String, Object> json(RulesTable.Version version) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("county", version.county());
        json.put("version", version.version());
        json.put("note", version.note());
        json.put("author", version.author());
        json.put("created_at", version.createdAt().toString());
        json.put("rules", version.rules().json());
        return json;
    }

    private static ResponseEntity<?> problem(HttpStatus status, String sentence) {
        return ResponseEntity.of(Problem.of(status, "id", sentence).detail()).build();
    }
}

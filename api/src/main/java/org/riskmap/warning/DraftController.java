package org.riskmap.warning;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.riskmap.operation.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Proposed warnings below {@code /riskmap/warning-drafts}; all of it needs the login. */
@RestController
@RequestMapping(path = "/riskmap/warning-drafts", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftController {

    private static final int LONGEST_REASON = 1000;

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    ResponseEntity<Map<String, List<Draft>>> list(@RequestParam(defaultValue = "false") boolean all) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("drafts", drafts.all(!all)));
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(@PathVariable String id) {
        return drafts.find(id)
                .<ResponseEntity<?>>map(draft ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(drafts.preview(draft)))
                .orElseGet(() -> unknown(id));
    }

    /** The body of {@code POST /riskmap/warnings}, and a {@code reason}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Draft> propose(@RequestBody JsonNode body, Principal user) {
        RuleJson json = new RuleJson("body", body);
        String reason =
                json.has("reason") ? new RuleJson("reason", json.at("reason").json()).text(LONGEST_REASON) : "";
        JsonNode request = body.deepCopy();
        if (request instanceof ObjectNode members) {
            members.remove("reason");
        }
        String id = drafts.propose(request, reason, "", user.getName());
        return ResponseEntity.created(URI.create("/riskmap/warning-drafts/" + id))
                .body(drafts.find(id).orElseThrow());
    }

    @PostMapping("/{id}/issue")
    ResponseEntity<?> issue(@PathVariable String id, Principal user) {
        Optional<Draft> draft = drafts.find(id);
        if (draft.isEmpty()) {
            return unknown(id);
        }
        return drafts.issue(draft.get(), user.getName())
                .<ResponseEntity<?>>map(issued -> ResponseEntity.created(URI.create("/riskmap/warnings/" + issued.id()))
                        .body(issued))
                .orElseGet(() -> decided(id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> discard(@PathVariable String id, Principal user) {
        if (drafts.find(id).isEmpty()) {
            return unknown(id);
        }
        return drafts.discard(id, user.getName()) ? ResponseEntity.noContent().build() : decided(id);
    }

    private static ResponseEntity<?> unknown(String id) {
        return problem(HttpStatus.NOT_FOUND, "There is no draft '" + id + "'.");
    }

    private static ResponseEntity<?> decided(String id) {
        return problem(HttpStatus.CONFLICT, "The draft '" + id + "' was issued or discarded already.");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String sentence) {
        return ResponseEntity.of(Problem.of(status, "id", sentence).detail()).build();
    }
}

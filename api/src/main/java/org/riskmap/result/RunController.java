package org.riskmap.result;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.operation.Problem;
import org.riskmap.operation.PublicUrl;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A run by its id: its layers as addresses of maps and features, until when it is kept; 410 when it is no longer. */
@RestController
@RequestMapping(path = "/riskmap/runs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class RunController {

    private final ExpiringRuns runs;
    private final RunPolicy policy;
    private final Audit audit;
    private final PublicUrl publicUrl;

    RunController(ExpiringRuns runs, RunPolicy policy, Audit audit, PublicUrl publicUrl) {
        this.runs = runs;
        this.policy = policy;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    ResponseEntity<?> one(@PathVariable String id, HttpServletRequest http) {
        Optional<Map<String, @Nullable Object>> about = runs.about(id, policy);
        if (about.isEmpty()) {
            return gone(id);
        }
        List<Map<String, String>> layers = new ArrayList<>();
        for (Object layer : (List<?>) about.get().get("layers")) {
            layers.add(addresses(String.valueOf(layer), id, publicUrl.base(http)));
        }
        about.get().put("layers", layers);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(about.get());
    }

    private static Map<String, String> addresses(String layer, String run, String base) {
        String filter = URLEncoder.encode("run_id = '" + run + "'", StandardCharsets.UTF_8);
        return Map.of(
                "name", layer,
                "wms",
                        base + "/geoserver/wms?service=WMS&version=1.3.0&request=GetMap&layers=" + layer
                                + "&styles=&cql_filter=" + filter,
                "wfs",
                        base + "/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=" + layer
                                + "&outputFormat=application/json&cql_filter=" + filter);
    }

    /** {@code {"pinned":true}}: the run is kept until somebody unpins it. */
    @PutMapping(path = "/pin", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> pin(
            @PathVariable String id, @RequestBody JsonNode body, Principal user, HttpServletRequest http) {
        JsonNode pinned = body.path("pinned");
        if (!pinned.isBoolean()) {
            throw new InvalidInput("pinned", "it is neither true nor false", "send {\"pinned\":true}");
        }
        if (!runs.pin(id, pinned.booleanValue())) {
            return gone(id);
        }
        audit.record(user.getName(), pinned.booleanValue() ? "run-pinned" : "run-unpinned", id, "");
        return one(id, http);
    }

    private ResponseEntity<?> gone(String id) {
        Problem problem = runs.whyGone(id)
                .map(why -> Problem.of(HttpStatus.GONE, "id", why))
                .orElseGet(() -> Problem.of(
                        HttpStatus.NOT_FOUND,
                        "id",
                        "There is no run of this id; executions give the ids of runs in run.id."));
        return ResponseEntity.of(problem.detail()).build();
    }
}

package org.riskmap.page;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.riskmap.operation.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The addresses below {@code /riskmap}. Who may use which is decided by the package {@code security}. */
@RestController
@RequestMapping(path = "/riskmap", produces = MediaType.APPLICATION_JSON_VALUE)
class PageController {

    private final States states;
    private final Places places;
    private final Shelters shelters;
    private final Thresholds thresholds;

    PageController(States states, Places places, Shelters shelters, Thresholds thresholds) {
        this.states = states;
        this.places = places;
        this.shelters = shelters;
        this.thresholds = thresholds;
    }

    @GetMapping("/state")
    ResponseEntity<State> state() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(states.now());
    }

    @GetMapping("/search")
    Map<String, List<Place>> search(@RequestParam String q, @RequestParam(defaultValue = "12") int limit) {
        return Map.of("results", places.named(PlaceQuery.parse(q, limit)));
    }

    @PatchMapping(path = "/shelters/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> setShelter(@PathVariable String id, @RequestBody JsonNode change) {
        ShelterChange wanted = ShelterChange.parse(change);
        return shelters.set(id, wanted)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.of(
                                Problem.of(HttpStatus.NOT_FOUND, "id", "There is no shelter '" + id + "'.")
                                        .detail())
                        .build());
    }

    @GetMapping("/login")
    ResponseEntity<Map<String, String>> login(Principal user) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("user", user.getName()));
    }

    /** OpenAPI 3.0 of everything below {@code /riskmap}; analyses have theirs at {@code /api/api}. */
    @GetMapping("/api")
    Resource api() {
        return new ClassPathResource("openapi.json", PageController.class);
    }

    @GetMapping("/standards")
    List<Threshold> standards() {
        return thresholds.all();
    }
}

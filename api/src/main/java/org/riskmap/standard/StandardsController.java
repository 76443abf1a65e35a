package org.riskmap.standard;

import java.security.Principal;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Adds versions of thresholds with the login; everybody reads them at the same address. */
@RestController
class StandardsController {

    private final StandardsEditor editor;

    StandardsController(StandardsEditor editor) {
        this.editor = editor;
    }

    @PostMapping(
            path = "/riskmap/standards",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Integer> add(@RequestBody JsonNode body, Principal user) {
        return Map.of("added", editor.add(body, user.getName()));
    }
}

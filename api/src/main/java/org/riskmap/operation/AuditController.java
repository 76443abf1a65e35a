package org.riskmap.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for a login. */
@RestController
class AuditController {

    private static final int MOST = 1000;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    /**
     * The newest rows.
     *
     * @param subject what it was done to; absent: anything
     * @param action what was done; absent: anything
     */
    @GetMapping(path = "/riskmap/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, List<Audit.Row>>> newest(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", limit + " is out of range", "give a whole number from 1 to " + MOST);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("audit", audit.newest(subject, action, limit)));
    }
}

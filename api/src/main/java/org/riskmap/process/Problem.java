package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.CanonicalJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as RFC 9457 wants it; the one place where failures become problems.
 *
 * @param code its kind
 * @param json {@code application/problem+json}: type, title, status, detail and, for an invalid input, {@code input}
 */
record Problem(Failure.Code code, String json) {

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    static Problem of(Throwable failed) {
        if (failed instanceof Failure failure) {
            return of(failure.code(), Map.of(), failure.getMessage());
        }
        if (failed instanceof InvalidInput wrong) {
            return of(Failure.Code.INVALID_INPUT, Map.of("input", wrong.input()), wrong.getMessage());
        }
        UUID number = UUID.randomUUID();
        LOG.error("defect {}", number, failed);
        return of(Failure.Code.DEFECT, Map.of(), "The service's log has the reason under the number " + number + ".");
    }

    HttpStatus status() {
        return code.status();
    }

    /** The HTTP status that a stored problem names. */
    static HttpStatus statusOf(String json) {
        return HttpStatus.valueOf(
                JsonMapper.shared().readTree(json).get("status").asInt());
    }

    private static Problem of(Failure.Code code, Map<String, String> facts, String detail) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", code.type().toString());
        members.put("title", code.title());
        members.put("status", code.status().value());
        members.put("detail", detail);
        members.putAll(facts);
        return new Problem(code, CanonicalJson.text(members));
    }
}

package org.riskmap.process;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution in the background (statusInfo of 18-062r2 §7.12).
 *
 * @param id also the key of an anonymous caller to it
 * @param process id of the process
 * @param request the execute request as JSON text
 * @param owner name of the login that made it; null: anonymous
 * @param status accepted, running, successful, failed or dismissed
 * @param progress percent
 * @param message what is being done, or how it ended
 * @param runId of the result, when successful
 * @param problem RFC 9457 problem, when failed
 */
record Job(
        UUID id,
        String process,
        String request,
        @Nullable String owner,
        String status,
        int progress,
        @Nullable String message,
        int attempts,
        @Nullable String runId,
        @Nullable String problem,
        OffsetDateTime created,
        @Nullable OffsetDateTime started,
        @Nullable OffsetDateTime finished,
        OffsetDateTime updated) {

    boolean unfinished() {
        return status.equals("accepted") || status.equals("running");
    }
}

package org.riskmap.result;

import java.time.Duration;
import org.riskmap.kernel.InvalidInput;

/**
 * How long runs and jobs are kept: {@code riskmap.runs.keep-days}, {@code riskmap.runs.keep-count}. Pinned runs are not counted
 * and stay.
 *
 * @param keepDays older runs, and jobs that ended before, are removed
 * @param keepCount of the others the newest so many are kept; one of the last hour always is, for somebody may be reading it
 */
public record RunPolicy(int keepDays, int keepCount) {

    /** No younger run is removed. */
    static final Duration GRACE = Duration.ofHours(1);

    public RunPolicy {
        if (keepDays < 1) {
            throw new InvalidInput("riskmap.runs.keep-days", keepDays + " is too few", "give 1 or more");
        }
        if (keepCount < 1) {
            throw new InvalidInput("riskmap.runs.keep-count", keepCount + " is too few", "give 1 or more");
        }
    }
}

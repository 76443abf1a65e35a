package org.riskmap.result;

import java.time.Instant;

/** Something that is kept for a time only. */
public interface Expiring {

    /**
     * Removes what the policy no longer keeps. Safe on several nodes at once.
     *
     * @return how many
     */
    int expire(Instant now, RunPolicy policy);
}

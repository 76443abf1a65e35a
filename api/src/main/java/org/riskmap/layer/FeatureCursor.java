package org.riskmap.layer;

import java.util.NoSuchElementException;
import org.riskmap.kernel.Feature;

/**
 * Features as the database gives them; a few thousand at most are in memory at once. One thread only. {@link #close} before
 * the end cancels the query.
 */
public interface FeatureCursor extends AutoCloseable {

    /**
     * Moves to the next feature; false at the end.
     *
     * @throws org.springframework.dao.DataAccessException where the database fails or takes too long
     */
    boolean next();

    /**
     * The feature it stands on.
     *
     * @throws NoSuchElementException before the first {@link #next} and after the end
     */
    Feature feature();

    @Override
    void close();
}

package org.riskmap.evacuation;

/** Who wants to know how far the work is; may stop it by throwing. */
@FunctionalInterface
public interface Steps {

    /**
     * @param percent 0–100, never less than before
     * @param doing a few words
     */
    void at(int percent, String doing);
}

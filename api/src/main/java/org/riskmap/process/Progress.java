package org.riskmap.process;

/** Who wants to know how far the work is. Cheap enough for every thousandth step of a loop. */
@FunctionalInterface
interface Progress {

    /**
     * @param percent 0–100, never less than before
     * @param message what is being done, a few words
     * @throws Dismissed where nobody wants the answer any more
     */
    void at(int percent, String message);
}

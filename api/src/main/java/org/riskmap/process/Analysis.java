package org.riskmap.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/**
 * One process: what it wants, what it gives and how a request is solved. A Spring bean of this type is published under
 * {@code /api/processes/{id}}. Safe for many threads.
 */
interface Analysis {

    /** What clients are told, from the resource {@code <id>.json} beside the class. */
    ProcessDescription description();

    /**
     * Reads and checks all inputs, without touching features. Names of inputs are known to the description already;
     * required ones are given.
     *
     * @throws InvalidInput naming the input, where one cannot be used
     */
    Task read(Inputs inputs);

    /** A request that was understood. */
    interface Task {

        /**
         * The inputs with every default filled in, JSON-like: Map, List, String, Number, Boolean. They stand in the
         * answer's {@code run} and make the run's id: equal requests must give equal parameters, whatever the order of
         * what has no order. For a selection use {@link Selection#parameter()}.
         */
        Map<String, @Nullable Object> parameters();

        /** What was selected, by the request or for it; the answer depends on its features. */
        default List<Selection> selections() {
            return List.of();
        }

        /** Tables of schema {@code risk} that the answer depends on beside. */
        default Set<String> otherTables() {
            return Set.of();
        }

        /** Versions of data that lies in no table, by name, for instance {@code dem}; empty where there is none. */
        default Map<String, String> otherVersions() {
            return Map.of();
        }

        /**
         * Solves the request; the same data and parameters must give the same outcome to the last byte.
         *
         * @param progress told now and then; stops the work by throwing {@link Dismissed}
         * @throws InvalidInput where features of an input cannot be used
         */
        Outcome solve(Progress progress);
    }
}

package org.riskmap.evacuation;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import org.jspecify.annotations.Nullable;
import org.riskmap.traveltime.Pairs;

/**
 * The most that so many sites can add where sites may also be opened in part: a linear program (GLOP), whose optimum no
 * whole choice exceeds (Church and ReVelle 1974; ReVelle and Swain 1970).
 */
final class SitingBound {

    /** Larger programs take longer than what they would tell is worth. */
    private static final int MOST_PAIRS = 25_000;

    private final int[] population;
    private final int[] capacity;
    private final Pairs pairs;
    private final long[] worth;
    private final double[] least;
    private final double[] most;

    /**
     * @param population persons by settlement
     * @param capacity places by site; null where they do not count
     * @param pairs of settlements and sites
     * @param worth of a person by pair
     * @param least by site, 1 where it is open in any case
     * @param most by site, 0 where it cannot be opened
     */
    SitingBound(int[] population, int @Nullable [] capacity, Pairs pairs, long[] worth, double[] least, double[] most) {
        this.population = population;
        this.capacity = capacity == null ? new int[0] : capacity;
        this.pairs = pairs;
        this.worth = worth;
        this.least = least;
        this.most = most;
    }

    boolean small() {
        return pairs.count() <= MOST_PAIRS;
    }

    /**
     * The bound on the worth of all open sites together.
     *
     * @param open how many sites are open, those that are in any case among them
     */
    double solve(int open) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver("GLOP");
        try {
            MPVariable[] site = new MPVariable[least.length];
            MPConstraint count = solver.makeConstraint(0, open);
            MPConstraint[] room = new MPConstraint[least.length];
            for (int i = 0; i < site.length; i++) {
                site[i] = solver.makeNumVar(least[i], most[i], "");
                count.setCoefficient(site[i], 1);
                if (capacity.length > 0) {
                    room[i] = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
                    room[i].setCoefficient(site[i], -capacity[i]);
                }
            }
            MPConstraint[] people = new MPConstraint[population.length];
            for (int i = 0; i < people.length; i++) {
                people[i] = solver.makeConstraint(Double.NEGATIVE_INFINITY, population[i]);
            }
            MPObjective objective = solver.objective();
            objective.setMaximization();
            for (int pair = 0; pair < pairs.count(); pair++) {
                add(solver, pair, site, room, people, objective);
            }
            MPSolver.ResultStatus status = solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new IllegalStateException("the solver found no bound: " + status);
            }
            return objective.value();
        } finally {
            solver.delete();
        }
    }

    private void add(
            MPSolver solver,
            int pair,
            MPVariable[] site,
            MPConstraint[] room,
            MPConstraint[] people,
            MPObjective objective) {
        int to = pairs.target(pair);
        if (most[to] == 0 || worth[pair] <= 0 || population[pairs.origin(pair)] == 0) {
            return;
        }
        MPVariable moving = solver.makeNumVar(0, population[pairs.origin(pair)], "");
        objective.setCoefficient(moving, worth[pair]);
        people[pairs.origin(pair)].setCoefficient(moving, 1);
        if (least[to] < 1) {
            MPConstraint onlyIfOpen = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
            onlyIfOpen.setCoefficient(moving, 1);
            onlyIfOpen.setCoefficient(site[to], -population[pairs.origin(pair)]);
        }
        if (room[to] != null) {
            room[to].setCoefficient(moving, 1);
        }
    }
}

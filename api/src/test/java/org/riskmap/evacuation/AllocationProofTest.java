package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskmap.traveltime.Pairs;

/** Allocations against linear programs, whose optimum is whole (transport problems), and against their certificate. */
class AllocationProofTest {

    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    private record Case(int[] population, int[] vulnerable, int[] capacity, Pairs pairs) {

        static Case random(int seed) {
            Random random = new Random(seed);
            int[] population = random.ints(4 + random.nextInt(9), 0, 60).toArray();
            int[] vulnerable = Arrays.stream(population)
                    .map(persons -> random.nextInt(persons + 1))
                    .toArray();
            int[] capacity = random.ints(2 + random.nextInt(6), 0, 90).toArray();
            Pairs pairs = new Pairs();
            for (int shelter = 0; shelter < capacity.length; shelter++) {
                for (int settlement = 0; settlement < population.length; settlement++) {
                    if (random.nextInt(5) < 3) {
                        pairs.add(settlement, shelter, random.nextInt(1_800_000), 0);
                    }
                }
            }
            return new Case(population, vulnerable, capacity, pairs);
        }

        /** The optimum of: each settlement sends at most its people, each shelter takes at most its places. */
        double optimum(boolean fewestCosts, double persons, int[] people) {
            MPSolver program = MPSolver.createSolver("GLOP");
            MPConstraint[] sent = new MPConstraint[population.length];
            MPConstraint[] taken = new MPConstraint[capacity.length];
            Arrays.setAll(sent, i -> program.makeConstraint(0, people[i]));
            Arrays.setAll(taken, i -> program.makeConstraint(0, capacity[i]));
            MPConstraint all = program.makeConstraint(fewestCosts ? persons : 0, Double.POSITIVE_INFINITY);
            for (int pair = 0; pair < pairs.count(); pair++) {
                MPVariable moving = program.makeNumVar(0, Double.POSITIVE_INFINITY, "");
                sent[pairs.origin(pair)].setCoefficient(moving, 1);
                taken[pairs.target(pair)].setCoefficient(moving, 1);
                all.setCoefficient(moving, 1);
                program.objective().setCoefficient(moving, fewestCosts ? pairs.cost(pair) : 1);
            }
            program.objective().setOptimizationDirection(!fewestCosts);
            assertThat(program.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
            return program.objective().value();
        }
    }

    @Test
    void two_hundred_allocations_have_the_optimum_of_their_linear_programs() {
        for (int seed = 0; seed < 200; seed++) {
            Case one = Case.random(seed);
            List<Allocation.Share> shares = Allocation.solve(one.population(), one.capacity(), one.pairs());
            Coverage.Proof proof = new Certificate(
                            one.population(), new int[one.population().length], one.capacity(), one.pairs(), shares)
                    .proof();
            double persons = one.optimum(false, 0, one.population());
            assertThat((double) proof.mostPersons()).as("seed " + seed).isCloseTo(persons, within(1e-6));
            assertThat((double) proof.leastCost())
                    .as("seed " + seed)
                    .isCloseTo(one.optimum(true, Math.rint(persons), one.population()), within(1.0));
        }
    }

    @Test
    void vulnerable_people_first_places_as_many_of_them_as_there_can_be_and_no_person_less() {
        for (int seed = 0; seed < 200; seed++) {
            Case one = Case.random(seed);
            List<Allocation.Share> shares =
                    Allocation.solve(one.population(), one.vulnerable(), one.capacity(), one.pairs());
            Coverage.Proof proof =
                    new Certificate(one.population(), one.vulnerable(), one.capacity(), one.pairs(), shares).proof();
            assertThat((double) proof.mostPersons())
                    .as("seed " + seed)
                    .isCloseTo(one.optimum(false, 0, one.population()), within(1e-6));
            assertThat((double) proof.vulnerable())
                    .as("seed " + seed)
                    .isCloseTo(one.optimum(false, 0, one.vulnerable()), within(1e-6));
        }
    }

    @Test
    void an_allocation_that_is_not_the_best_has_no_certificate() {
        // a (1) –1– s (1), a –9– t (1): a goes to t, or nowhere
        Pairs pairs = new Pairs();
        pairs.add(0, 0, 1, 0);
        pairs.add(0, 1, 9, 0);
        assertThatThrownBy(() -> certify(pairs, List.of(new Allocation.Share(1, 1, 0))))
                .hasMessageContaining("an exchange of places would save time");
        assertThatThrownBy(() -> certify(pairs, List.of())).hasMessageContaining("more people could be placed");
        assertThat(certify(pairs, List.of(new Allocation.Share(0, 1, 0))).leastCost())
                .isEqualTo(1);
    }

    private static Coverage.Proof certify(Pairs pairs, List<Allocation.Share> shares) {
        return new Certificate(new int[] {1}, new int[] {0}, new int[] {1, 1}, pairs, shares).proof();
    }
}

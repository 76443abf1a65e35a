package org.riskmap.evacuation;

import org.riskmap.traveltime.Pairs;

/**
 * What a set of open sites is worth. Worth grows with every site, and a site adds the less the more are open already
 * (submodular): what a site added once bounds what it adds later. For one thread.
 */
interface SiteValue {

    /** What opening a site would add now. */
    long gain(int site);

    /** Opens a site. */
    void open(int site);

    /** The same with nothing shared. */
    SiteValue copy();

    /** Persons who have an open site within the limit. */
    final class Covered implements SiteValue {

        private final int[] population;
        private final SitePairs pairs;
        private final boolean[] covered;

        Covered(int[] population, SitePairs pairs) {
            this(population, pairs, new boolean[population.length]);
        }

        private Covered(int[] population, SitePairs pairs, boolean[] covered) {
            this.population = population;
            this.pairs = pairs;
            this.covered = covered;
        }

        @Override
        public long gain(int site) {
            long gain = 0;
            for (int pair : pairs.of(site)) {
                int settlement = pairs.pairs().origin(pair);
                gain += covered[settlement] ? 0 : population[settlement];
            }
            return gain;
        }

        @Override
        public void open(int site) {
            for (int pair : pairs.of(site)) {
                covered[pairs.pairs().origin(pair)] = true;
            }
        }

        @Override
        public SiteValue copy() {
            return new Covered(population, pairs, covered.clone());
        }
    }

    /** Persons times what is saved of the limit on the way to the nearest open site. */
    final class Saved implements SiteValue {

        private final int[] population;
        private final SitePairs pairs;
        private final long[] cost;

        Saved(int[] population, SitePairs pairs, long limit) {
            this(population, pairs, new long[population.length]);
            java.util.Arrays.fill(cost, limit);
        }

        private Saved(int[] population, SitePairs pairs, long[] cost) {
            this.population = population;
            this.pairs = pairs;
            this.cost = cost;
        }

        @Override
        public long gain(int site) {
            Pairs all = pairs.pairs();
            long gain = 0;
            for (int pair : pairs.of(site)) {
                int settlement = all.origin(pair);
                gain += population[settlement] * Math.max(0, cost[settlement] - all.cost(pair));
            }
            return gain;
        }

        @Override
        public void open(int site) {
            for (int pair : pairs.of(site)) {
                int settlement = pairs.pairs().origin(pair);
                cost[settlement] = Math.min(cost[settlement], pairs.pairs().cost(pair));
            }
        }

        @Override
        public SiteValue copy() {
            return new Saved(population, pairs, cost.clone());
        }
    }
}

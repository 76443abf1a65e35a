package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.traveltime.Pairs;

/**
 * Chooses where the next shelters help most: lazily greedy (Minoux 1978), then improved by exchanges, with a proven bound
 * (Nemhauser, Wolsey and Fisher 1978; where that leaves a gap and the problem is small, a linear program). Safe for many
 * threads.
 */
public final class ShelterSiting {

    /** Rounds of exchanges; each tries every site that was chosen. */
    private static final int ROUNDS = 3;

    /** More evaluations than this are not spent on exchanges. */
    private static final long MOST_EXCHANGES = 200_000;

    private final EvacuationCoverage coverage;

    public ShelterSiting(EvacuationCoverage coverage) {
        this.coverage = coverage;
    }

    /**
     * The sites. The same question on the same data has the same answer.
     *
     * @throws InvalidInput ({@code count}) where fewer candidates can be chosen
     */
    public Siting solve(SitingQuestion asked, Steps steps) {
        List<Shelter> all = new ArrayList<>(asked.base().shelters());
        all.addAll(asked.candidates());
        Reached reached = coverage.reached(asked.base().with(all), steps);
        Search search = new Search(asked, reached);
        steps.at(40, "choosing");
        List<Integer> chosen = search.improved(search.greedy());
        steps.at(70, "bound");
        long added = search.worth(chosen);
        long bound = search.bound(chosen, added);
        steps.at(85, "before and after");
        List<Siting.Site> sites = search.inOrder(chosen);
        List<Shelter> with = new ArrayList<>(asked.base().shelters());
        sites.forEach(site -> with.add(asked.candidates().get(site.candidate())));
        Question after = asked.base().with(with);
        Steps silent = (percent, doing) -> {};
        return new Siting(
                sites,
                coverage.solveWithoutLand(asked.base(), silent),
                coverage.solveWithoutLand(after, silent),
                after,
                added,
                bound,
                search.open.length + search.required.length,
                reached.warnings());
    }

    /** One question on its way to an answer. Sites are numbered as shelters: those there are, then candidates. */
    private static final class Search {

        private final SitingQuestion asked;
        private final int existing;
        private final int[] population;
        private final int[] capacity;
        private final SitePairs pairs;
        private final SiteValue start;
        private final int[] required;
        private final int[] open;
        private final int choices;

        Search(SitingQuestion asked, Reached reached) {
            this.asked = asked;
            Question question = reached.question();
            this.existing = asked.base().shelters().size();
            this.population = question.settlements().stream()
                    .mapToInt(Settlement::population)
                    .toArray();
            this.capacity =
                    question.shelters().stream().mapToInt(Shelter::capacity).toArray();
            this.pairs = new SitePairs(reached.reach().pairs(), population.length, capacity.length);
            this.required = candidates(reached, true);
            this.open = candidates(reached, false);
            this.choices = asked.count() - required.length;
            checkCount(reached);
            this.start = value();
            for (int site = 0; site < existing; site++) {
                start.open(site);
            }
        }

        private int[] candidates(Reached reached, boolean thatAreRequired) {
            return IntStream.range(existing, capacity.length)
                    .filter(site -> reached.excluded()[site] == null)
                    .filter(site -> asked.required()[site - existing] == thatAreRequired)
                    .toArray();
        }

        private void checkCount(Reached reached) {
            for (int site = existing; site < capacity.length; site++) {
                Exclusion why = reached.excluded()[site];
                if (asked.required()[site - existing] && why != null) {
                    throw new InvalidInput(
                            "required",
                            "the site '"
                                    + reached.question().shelters().get(site).id() + "' cannot be used: "
                                    + why.name().toLowerCase(java.util.Locale.ROOT),
                            "leave it out, or give it a road, a capacity and the hazard it suits");
                }
            }
            if (choices < 0 || choices > open.length) {
                throw new InvalidInput(
                        "count",
                        asked.count() + " sites are wanted, and " + required.length + " are required and " + open.length
                                + " more can be chosen",
                        "give a number from " + required.length + " to " + (required.length + open.length));
            }
        }

        private boolean personTime() {
            return asked.aim() == SitingQuestion.Aim.PERSON_TIME;
        }

        private SiteValue value() {
            if (personTime()) {
                return new SiteValue.Saved(
                        population, pairs, asked.base().limit().most());
            }
            return asked.base().capacity()
                    ? new PlacedPersons(population, capacity, pairs)
                    : new SiteValue.Covered(population, pairs);
        }

        private SiteValue withRequired() {
            SiteValue value = start.copy();
            for (int site : required) {
                value.open(site);
            }
            return value;
        }

        private record Offer(long gain, long cover, int site) {}

        /**
         * Site by site the one that adds most; of equal ones that which brings a shelter within reach of most people, then
         * the first.
         */
        List<Integer> greedy() {
            SiteValue value = withRequired();
            SiteValue cover = new SiteValue.Covered(population, pairs);
            IntStream.range(0, existing).forEach(cover::open);
            Arrays.stream(required).forEach(cover::open);
            PriorityQueue<Offer> offers = new PriorityQueue<>(Comparator.comparingLong((Offer offer) -> -offer.gain())
                    .thenComparingLong(offer -> -offer.cover())
                    .thenComparingInt(Offer::site));
            for (int site : open) {
                offers.add(new Offer(value.gain(site), cover.gain(site), site));
            }
            List<Integer> chosen = new ArrayList<>();
            while (chosen.size() < choices) {
                Offer best = offers.remove();
                Offer now = new Offer(value.gain(best.site()), cover.gain(best.site()), best.site());
                if (now.equals(best)) {
                    chosen.add(best.site());
                    value.open(best.site());
                    cover.open(best.site());
                } else {
                    offers.add(now);
                }
            }
            return chosen;
        }

        /** Exchanges one site for one that is not chosen, while that adds something. */
        List<Integer> improved(List<Integer> chosen) {
            List<Integer> best = new ArrayList<>(chosen);
            long worth = worth(best);
            if ((long) ROUNDS * choices * open.length > MOST_EXCHANGES) {
                return best;
            }
            for (int round = 0; round < ROUNDS; round++) {
                boolean better = false;
                for (int i = 0; i < best.size(); i++) {
                    List<Integer> others = new ArrayList<>(best);
                    others.remove(i);
                    SiteValue without = withRequired();
                    others.forEach(without::open);
                    int site = most(without, best);
                    others.add(i, site);
                    long now = worth(others);
                    if (now > worth) {
                        best = others;
                        worth = now;
                        better = true;
                    }
                }
                if (!better) {
                    break;
                }
            }
            return best;
        }

        private int most(SiteValue value, List<Integer> chosen) {
            int best = chosen.get(0);
            long most = -1;
            for (int site : open) {
                long gain = chosen.contains(site) ? -1 : value.gain(site);
                if (gain > most) {
                    most = gain;
                    best = site;
                }
            }
            return best;
        }

        /** What required and chosen sites add together. */
        long worth(List<Integer> chosen) {
            return inOrder(chosen).stream().mapToLong(Siting.Site::adds).sum();
        }

        /** Required sites in the order given, then the chosen by what each adds. */
        List<Siting.Site> inOrder(List<Integer> chosen) {
            SiteValue value = start.copy();
            List<Siting.Site> sites = new ArrayList<>();
            long total = 0;
            for (int site : required) {
                long adds = value.gain(site);
                total += adds;
                sites.add(new Siting.Site(site - existing, true, adds, total));
                value.open(site);
            }
            List<Integer> left = new ArrayList<>(chosen);
            while (!left.isEmpty()) {
                Integer best = left.get(0);
                for (Integer site : left) {
                    best = value.gain(site) > value.gain(best) ? site : best;
                }
                long adds = value.gain(best);
                total += adds;
                sites.add(new Siting.Site(best - existing, false, adds, total));
                value.open(best);
                left.remove(best);
            }
            return sites;
        }

        /** The least of the bounds: what is open and the best gains on top of it, at every step; then the program's. */
        long bound(List<Integer> chosen, long added) {
            SiteValue value = withRequired();
            long total = worth(List.of());
            long bound = total + bestGains(value);
            for (Siting.Site site : inOrder(chosen)) {
                if (!site.required()) {
                    value.open(site.candidate() + existing);
                    bound = Math.min(bound, site.total() + bestGains(value));
                }
            }
            if (bound <= added) {
                return added;
            }
            return Math.max(added, Math.min(bound, programBound()));
        }

        private long bestGains(SiteValue value) {
            long[] gains = Arrays.stream(open).mapToLong(value::gain).sorted().toArray();
            return Arrays.stream(gains, gains.length - choices, gains.length).sum();
        }

        private long programBound() {
            Pairs all = pairs.pairs();
            long limit = asked.base().limit().most();
            long[] worth = new long[all.count()];
            for (int pair = 0; pair < worth.length; pair++) {
                worth[pair] = personTime() ? limit - all.cost(pair) : 1;
            }
            double[] least = new double[capacity.length];
            double[] most = new double[capacity.length];
            Arrays.fill(least, 0, existing, 1);
            Arrays.fill(most, 0, existing, 1);
            for (int site : required) {
                least[site] = 1;
                most[site] = 1;
            }
            for (int site : open) {
                most[site] = 1;
            }
            boolean count = asked.base().capacity() && !personTime();
            int @Nullable [] places = count ? capacity : null;
            SitingBound program = new SitingBound(population, places, all, worth, least, most);
            if (!program.small()) {
                return Long.MAX_VALUE;
            }
            long before = 0;
            SiteValue value = value();
            for (int site = 0; site < existing; site++) {
                before += value.gain(site);
                value.open(site);
            }
            double most0 = program.solve(existing + asked.count());
            return (long) Math.floor(most0 * (1 + 1e-9) + 1e-6) - before;
        }
    }
}

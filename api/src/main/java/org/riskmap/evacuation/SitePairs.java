package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.traveltime.Pairs;

/** Pairs of settlements and sites, found by site and by settlement. Immutable. */
final class SitePairs {

    private final Pairs pairs;
    private final int[][] bySite;
    private final int[][] bySettlement;

    SitePairs(Pairs pairs, int settlements, int sites) {
        this.pairs = pairs;
        int[] ofSite = new int[sites];
        int[] ofSettlement = new int[settlements];
        for (int pair = 0; pair < pairs.count(); pair++) {
            ofSite[pairs.target(pair)]++;
            ofSettlement[pairs.origin(pair)]++;
        }
        this.bySite = new int[sites][];
        this.bySettlement = new int[settlements][];
        Arrays.setAll(bySite, site -> new int[ofSite[site]]);
        Arrays.setAll(bySettlement, settlement -> new int[ofSettlement[settlement]]);
        for (int pair = pairs.count() - 1; pair >= 0; pair--) {
            bySite[pairs.target(pair)][--ofSite[pairs.target(pair)]] = pair;
            bySettlement[pairs.origin(pair)][--ofSettlement[pairs.origin(pair)]] = pair;
        }
    }

    Pairs pairs() {
        return pairs;
    }

    /** Pairs of a site, by settlement. */
    int[] of(int site) {
        return bySite[site];
    }

    /** Pairs of a settlement, by site. */
    int[] from(int settlement) {
        return bySettlement[settlement];
    }
}

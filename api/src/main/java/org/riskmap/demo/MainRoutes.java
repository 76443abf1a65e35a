package org.riskmap.demo;

import java.util.Arrays;
import java.util.List;

/** Which roads between towns are national and provincial: the ways from seats to the exits and to neighbouring seats. */
final class MainRoutes {

    private final List<Township> townships;
    private final int labels;
    private final List<Joins.Join> joins;
    private final double neighbourM;
    private final Counties counties;

    /** @param labels townships first, then exits */
    MainRoutes(List<Township> townships, Counties counties, int labels, List<Joins.Join> joins) {
        this.townships = townships;
        this.counties = counties;
        this.labels = labels;
        this.joins = joins;
        this.neighbourM = 60_000;
    }

    /** A class for each join: NATIONAL, PROVINCIAL or COUNTY. */
    RoadClass[] classes() {
        RoadClass[] classes = new RoadClass[joins.size()];
        Arrays.fill(classes, RoadClass.COUNTY);
        LabelPaths paths = new LabelPaths(labels, joins);
        for (int county = 0; county < counties.count; county++) {
            int seat = county * Places.TOWNSHIPS;
            Joins.Join[] cameBy = paths.tree(seat);
            for (int other = county + 1; other < counties.count; other++) {
                if (near(county, other)) {
                    raise(cameBy, seat, other * Places.TOWNSHIPS, (county + other) % 2 == 1, classes);
                }
            }
            for (int exit = townships.size(); exit < labels; exit++) {
                if (cameBy[exit] != null && countyOf(cameBy[exit], exit) == county) {
                    raise(cameBy, seat, exit, exit % 2 == 0, classes);
                }
            }
        }
        return classes;
    }

    private boolean near(int county, int other) {
        double[] a = counties.centre[county];
        double[] b = counties.centre[other];
        return Segments.length(a[0] - b[0], a[1] - b[1]) < neighbourM;
    }

    /** The county of the town from which an exit is reached. */
    private int countyOf(Joins.Join join, int exit) {
        int town = join.a() == exit ? join.b() : join.a();
        return town < townships.size() ? townships.get(town).county() : -1;
    }

    private void raise(Joins.Join[] cameBy, int from, int to, boolean national, RoadClass[] classes) {
        int at = to;
        while (at != from && cameBy[at] != null) {
            Joins.Join join = cameBy[at];
            int index = joins.indexOf(join);
            RoadClass wanted = national ? RoadClass.NATIONAL : RoadClass.PROVINCIAL;
            if (wanted.compareTo(classes[index]) < 0) {
                classes[index] = wanted;
            }
            at = join.a() == at ? join.b() : join.a();
        }
    }
}

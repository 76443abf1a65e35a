package org.riskmap.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Main roads go on through towns: the streets on the shortest way between their ends at the rim take over their number. */
final class ThroughRoads {

    /** A main road's end at a corner of streets. */
    private record Arrival(int corner, int road, RoadClass roadClass) {}

    private final RoadGraph graph;
    private final int corners;
    private final List<List<Integer>> linksAt = new ArrayList<>();

    /** @param corners nodes up to this number are corners of streets */
    ThroughRoads(RoadGraph graph, int corners) {
        this.graph = graph;
        this.corners = corners;
        for (int i = 0; i < corners; i++) {
            linksAt.add(new ArrayList<>());
        }
    }

    /** Renumbers the links of streets that main roads pass. */
    void connect() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < graph.links.size(); i++) {
            RoadGraph.Link link = graph.links.get(i);
            if (link.a() < corners && link.b() < corners) {
                linksAt.get(link.a()).add(i);
                linksAt.get(link.b()).add(i);
            } else if (link.a() < corners || link.b() < corners) {
                int corner = Math.min(link.a(), link.b());
                arrivals.add(new Arrival(
                        corner, link.road(), graph.roads.get(link.road()).roadClass()));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::roadClass)
                .thenComparingInt(Arrival::corner)
                .thenComparingInt(Arrival::road));
        boolean[] reached = new boolean[corners];
        for (Arrival arrival : arrivals) {
            extend(arrival, reached);
        }
    }

    /** From a main road's end to the nearest corner where one already passes; the first of a town only marks its corner. */
    private void extend(Arrival arrival, boolean[] reached) {
        int[] cameBy = new int[corners];
        Arrays.fill(cameBy, -2);
        Deque<Integer> queue = new ArrayDeque<>(List.of(arrival.corner()));
        cameBy[arrival.corner()] = -1;
        while (!queue.isEmpty()) {
            int corner = queue.remove();
            if (reached[corner]) {
                renumber(corner, cameBy, arrival, reached);
                return;
            }
            for (int link : linksAt.get(corner)) {
                int next = other(link, corner);
                if (cameBy[next] == -2) {
                    cameBy[next] = link;
                    queue.add(next);
                }
            }
        }
        reached[arrival.corner()] = true;
    }

    private void renumber(int from, int[] cameBy, Arrival arrival, boolean[] reached) {
        int corner = from;
        while (cameBy[corner] >= 0) {
            int index = cameBy[corner];
            RoadGraph.Link link = graph.links.get(index);
            graph.links.set(index, new RoadGraph.Link(link.a(), link.b(), arrival.road(), false));
            corner = other(index, corner);
            reached[corner] = true;
        }
    }

    private int other(int link, int corner) {
        return graph.links.get(link).a() == corner
                ? graph.links.get(link).b()
                : graph.links.get(link).a();
    }
}

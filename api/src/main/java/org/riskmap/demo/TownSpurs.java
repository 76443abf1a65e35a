package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a main road would go into a town and come back the same way, it stays in the valley and a county road goes in. */
final class TownSpurs {

    private final RoadGraph graph;
    /** Town of each node that is one of its gates, else -1. */
    private final int[] townOfGate;

    TownSpurs(RoadGraph graph, int[] townOfGate) {
        this.graph = graph;
        this.townOfGate = townOfGate;
    }

    /** Hands the spurs of all roads of a class over to another road. */
    void handOver(RoadClass roadClass, int countyRoad) {
        List<List<Integer>> linksAt = linksOf(roadClass);
        int[] ends = new int[Arrays.stream(townOfGate).max().orElse(-1) + 1];
        for (int node = 0; node < townOfGate.length; node++) {
            if (townOfGate[node] >= 0 && linksAt.get(node).size() == 1) {
                ends[townOfGate[node]]++;
            }
        }
        for (int node = 0; node < townOfGate.length; node++) {
            int town = townOfGate[node];
            if (town >= 0 && ends[town] == 1 && linksAt.get(node).size() == 1) {
                List<Integer> spur = toFork(node, linksAt);
                for (int link : spur) {
                    RoadGraph.Link old = graph.links.get(link);
                    graph.links.set(link, new RoadGraph.Link(old.a(), old.b(), countyRoad, old.tunnel()));
                }
            }
        }
    }

    private List<List<Integer>> linksOf(RoadClass roadClass) {
        List<List<Integer>> linksAt = new ArrayList<>();
        for (int i = 0; i < graph.nodes(); i++) {
            linksAt.add(new ArrayList<>(2));
        }
        for (int i = 0; i < graph.links.size(); i++) {
            RoadGraph.Link link = graph.links.get(i);
            if (graph.roads.get(link.road()).roadClass() == roadClass) {
                linksAt.get(link.a()).add(i);
                linksAt.get(link.b()).add(i);
            }
        }
        return linksAt;
    }

    /** The links from an end to the first fork of the roads; none where it comes to another end without a fork. */
    private List<Integer> toFork(int end, List<List<Integer>> linksAt) {
        List<Integer> way = new ArrayList<>();
        int node = end;
        int came = -1;
        while (linksAt.get(node).size() < 3) {
            int last = came;
            List<Integer> on =
                    linksAt.get(node).stream().filter(link -> link != last).toList();
            if (on.isEmpty()) {
                return List.of();
            }
            came = on.get(0);
            way.add(came);
            RoadGraph.Link link = graph.links.get(came);
            node = link.a() == node ? link.b() : link.a();
        }
        return way;
    }
}

package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Links of a graph strung together: as far as one road goes on without a fork of its own and without a tunnel's mouth. */
final class RoadChains {

    /** A road's nodes in order. */
    record Chain(int road, boolean tunnel, int[] nodes) {}

    private final RoadGraph graph;
    private final int[] start;
    private final int[] linksAt;
    private final boolean[] used;

    private RoadChains(RoadGraph graph) {
        this.graph = graph;
        this.used = new boolean[graph.links.size()];
        this.start = new int[graph.nodes() + 2];
        this.linksAt = new int[2 * used.length];
        for (RoadGraph.Link link : graph.links) {
            start[link.a() + 2]++;
            start[link.b() + 2]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        for (int i = 0; i < used.length; i++) {
            linksAt[start[graph.links.get(i).a() + 1]++] = i;
            linksAt[start[graph.links.get(i).b() + 1]++] = i;
        }
    }

    static List<Chain> of(RoadGraph graph) {
        RoadChains chains = new RoadChains(graph);
        List<Chain> found = new ArrayList<>();
        for (boolean fromEnds : new boolean[] {true, false}) {
            for (int i = 0; i < chains.used.length; i++) {
                RoadGraph.Link link = graph.links.get(i);
                if (!chains.used[i] && (!fromEnds || chains.follower(i, link.a()) < 0)) {
                    found.add(chains.walk(i, link.a()));
                } else if (!chains.used[i] && chains.follower(i, link.b()) < 0) {
                    found.add(chains.walk(i, link.b()));
                }
            }
        }
        return found;
    }

    private Chain walk(int first, int from) {
        int[] nodes = new int[16];
        int count = 0;
        nodes[count++] = from;
        int node = from;
        int link = first;
        while (link >= 0 && !used[link]) {
            used[link] = true;
            node = graph.links.get(link).a() == node
                    ? graph.links.get(link).b()
                    : graph.links.get(link).a();
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, count * 2);
            }
            nodes[count++] = node;
            link = follower(link, node);
        }
        RoadGraph.Link one = graph.links.get(first);
        return new Chain(one.road(), one.tunnel(), Arrays.copyOf(nodes, count));
    }

    /** The one other link of the same road at a node, or -1 where there is none or the road forks. */
    private int follower(int link, int node) {
        RoadGraph.Link own = graph.links.get(link);
        int found = -1;
        for (int i = start[node]; i < start[node + 1]; i++) {
            RoadGraph.Link other = graph.links.get(linksAt[i]);
            if (linksAt[i] == link || other.road() != own.road() || other.tunnel() != own.tunnel()) {
                continue;
            }
            if (found >= 0) {
                return -1;
            }
            found = linksAt[i];
        }
        return found;
    }
}

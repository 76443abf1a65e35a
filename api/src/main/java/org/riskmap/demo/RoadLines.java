package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Roads as smooth lines that meet in shared vertices, with bridges over rivers and tunnels as pieces of their own. */
final class RoadLines {

    private static final double BRIDGED_M2 = 1.2e7;
    private static final double TOLERANCE_M = 2.5;

    /**
     * A piece of a road.
     *
     * @param xy eastings and northings of its vertices, m
     * @param bridge over a river
     * @param tunnel under a ridge
     */
    record RoadLine(RoadGraph.Road road, double[] xy, boolean bridge, boolean tunnel) {

        double lengthM() {
            double sum = 0;
            for (int i = 2; i < xy.length; i += 2) {
                sum += Segments.length(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
            }
            return sum;
        }
    }

    final List<RoadLine> lines = new ArrayList<>();

    private final RoadGraph graph;
    private double[] x;
    private double[] y;

    RoadLines(RoadPlan plan, Rivers rivers) {
        this.graph = plan.graph;
        this.x = new double[graph.nodes()];
        this.y = new double[graph.nodes()];
        for (int i = 0; i < x.length; i++) {
            x[i] = graph.x(i);
            y[i] = graph.y(i);
        }
        List<RoadChains.Chain> chains = RoadChains.of(graph);
        List<RoadChains.Chain> open =
                chains.stream().filter(chain -> !chain.tunnel()).toList();
        int[][] joined =
                joinCrossings(open.stream().map(RoadChains.Chain::nodes).toArray(int[][]::new));
        LineWeb web = new LineWeb(x, y, joined, fixed(plan.streetCorners, chains));
        web.smooth(7, 0.5);
        web.simplify(TOLERANCE_M);
        Bridges bridges = new Bridges(web, rivers, BRIDGED_M2);
        for (int i = 0; i < open.size(); i++) {
            RoadGraph.Road road = graph.roads.get(open.get(i).road());
            bridges.split(i, (xy, bridge) -> lines.add(new RoadLine(road, xy, bridge, false)));
        }
        for (RoadChains.Chain chain : chains) {
            if (chain.tunnel()) {
                lines.add(new RoadLine(graph.roads.get(chain.road()), coordinates(web, chain.nodes()), false, true));
            }
        }
    }

    private static double[] coordinates(LineWeb web, int[] nodes) {
        double[] xy = new double[2 * nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            xy[2 * i] = web.x[nodes[i]];
            xy[2 * i + 1] = web.y[nodes[i]];
        }
        return xy;
    }

    /** Corners of streets and tunnels' mouths stay where they are. */
    private boolean[] fixed(int streetCorners, List<RoadChains.Chain> chains) {
        boolean[] fixed = new boolean[x.length];
        Arrays.fill(fixed, 0, streetCorners, true);
        for (RoadChains.Chain chain : chains) {
            if (chain.tunnel()) {
                for (int node : chain.nodes()) {
                    fixed[node] = true;
                }
            }
        }
        return fixed;
    }

    /** Where two lines cross without a node, both get one. */
    private int[][] joinCrossings(int[][] first) {
        int[][] lines = first;
        for (int round = 0; round < 6; round++) {
            List<double[]> inserts = new ArrayList<>();
            int[][] current = lines;
            new SegmentIndex(x, y, current)
                    .forEachCrossing((line, i, other, j) -> insertAt(current, line, i, other, j, inserts));
            if (inserts.isEmpty()) {
                return lines;
            }
            lines = withInserted(lines, inserts);
        }
        throw new IllegalStateException("roads cross each other however often they are joined");
    }

    private void insertAt(int[][] lines, int line, int i, int other, int j, List<double[]> inserts) {
        int a = lines[line][i];
        int b = lines[line][i + 1];
        int c = lines[other][j];
        int d = lines[other][j + 1];
        double along = Segments.meeting(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]);
        boolean taken = inserts.stream()
                .anyMatch(known -> known[0] == line && known[1] == i || known[0] == other && known[1] == j);
        if (Double.isNaN(along) || taken) {
            return;
        }
        int vertex = x.length;
        x = Arrays.copyOf(x, vertex + 1);
        y = Arrays.copyOf(y, vertex + 1);
        x[vertex] = x[a] + along * (x[b] - x[a]);
        y[vertex] = y[a] + along * (y[b] - y[a]);
        inserts.add(new double[] {line, i, vertex});
        inserts.add(new double[] {other, j, vertex});
    }

    private static int[][] withInserted(int[][] lines, List<double[]> inserts) {
        int[][] result = lines.clone();
        List<double[]> lastFirst = new ArrayList<>(inserts);
        lastFirst.sort((p, q) -> p[0] != q[0] ? Double.compare(p[0], q[0]) : Double.compare(q[1], p[1]));
        for (double[] insert : lastFirst) {
            int[] old = result[(int) insert[0]];
            int after = (int) insert[1] + 1;
            int[] longer = Arrays.copyOf(old, old.length + 1);
            System.arraycopy(old, after, longer, after + 1, old.length - after);
            longer[after] = (int) insert[2];
            result[(int) insert[0]] = longer;
        }
        return result;
    }
}

package org.riskmap.demo;

import java.util.ArrayList;
import java.util.List;

/** The streets of towns: a bent net along the valley, larger for the seat, cut off where the ground is steep or wet. */
final class TownStreets {

    private static final double STEEPEST = 0.22;
    private static final double RIVER_M2 = 1.5e7;
    private static final String[] ALONG = {"人民路", "建设路", "新城路", "文昌路", "府前路", "东街", "环城南路", "环城北路", "学院路", "滨水路"};
    private static final String[] ACROSS = {
        "中山街", "解放街", "广场路", "胜利街", "和平巷", "车站路", "市场街", "公园路", "体育场路", "工业路", "西门街", "东门街"
    };

    private final Landscape land;
    private final Counties counties;
    private final RoadGraph graph;
    private final long seed;
    /** Cells where no other road may run: inside the nets. */
    final boolean[] built;
    /** For each township, the cells at which roads may enter its net. */
    final List<int[]> gates = new ArrayList<>();

    TownStreets(Landscape land, Counties counties, List<Township> townships, RoadGraph graph, long seed) {
        this.land = land;
        this.counties = counties;
        this.graph = graph;
        this.seed = seed;
        this.built = new boolean[land.grid.size()];
        for (Township town : townships) {
            gates.add(lay(town));
        }
    }

    private int[] lay(Township town) {
        Dice dice = Dice.of(seed, "streets", town.cell());
        int along = town.rank() == 0 ? 13 : town.rank() == 1 ? 5 : dice.whole(3, 4);
        int across = town.rank() == 0 ? 9 : town.rank() == 1 ? 4 : 3;
        double spacing = town.rank() == 0 ? 165 : dice.real(115, 135);
        double x = land.grid.x(town.cell());
        double y = land.grid.y(town.cell());
        StreetNet net = new StreetNet(x, y, along, across, spacing, valleyDirection(town.cell()), dice);
        for (int i = 0; i < along * across; i++) {
            if (usable(net.x(i), net.y(i), town)) {
                net.use(i);
            }
        }
        for (int row = 0; row < across; row++) {
            for (int col = 0; col < along; col++) {
                openOverWater(net, col, row);
            }
        }
        net.keepConnected();
        return draw(town, net, dice);
    }

    private boolean usable(double x, double y, Township town) {
        int cell = land.grid.at(x, y);
        boolean level = Math.abs(land.heightM[cell] - land.heightM[town.cell()]) < 60;
        boolean dry = land.drainage.areaM2[cell] < RIVER_M2;
        if (!level || !dry || counties.of[cell] != town.county() || land.slope(cell) > STEEPEST) {
            return false;
        }
        for (int d = 0; d < 8; d++) {
            int near = cell + land.grid.offset(d);
            if (built[near] || graph.hasNode(near)) {
                return false;
            }
        }
        return !built[cell];
    }

    /** Streets end at the river; every third one across the valley, and the middle one along it, has a bridge. */
    private void openOverWater(StreetNet net, int col, int row) {
        int i = net.index(col, row);
        if (col + 1 < net.along() && row != net.across() / 2 && wet(net, i, net.index(col + 1, row))) {
            net.closeAlong(i);
        }
        if (row + 1 < net.across() && col % 3 != 1 && wet(net, i, net.index(col, row + 1))) {
            net.closeAcross(i);
        }
    }

    private boolean wet(StreetNet net, int a, int b) {
        for (int step = 0; step <= 6; step++) {
            double part = step / 6.0;
            int cell = land.grid.at(net.x(a) + part * (net.x(b) - net.x(a)), net.y(a) + part * (net.y(b) - net.y(a)));
            if (land.drainage.areaM2[cell] >= RIVER_M2) {
                return true;
            }
        }
        return false;
    }

    private double valleyDirection(int cell) {
        int down = cell;
        for (int i = 0; i < 25; i++) {
            down = land.drainage.receiver[down];
        }
        return StrictMath.atan2(land.grid.y(down) - land.grid.y(cell), land.grid.x(down) - land.grid.x(cell));
    }

    private int[] draw(Township town, StreetNet net, Dice dice) {
        int[] node = new int[net.along() * net.across()];
        for (int i = 0; i < node.length; i++) {
            node[i] = net.used(i) ? graph.addNode(net.x(i), net.y(i)) : -1;
        }
        int firstAlong = dice.whole(ALONG.length);
        for (int row = 0; row < net.across(); row++) {
            String name = ALONG[(firstAlong + row) % ALONG.length];
            int road = graph.road(street(town, name, row == net.across() / 2, row, 2));
            for (int col = 0; col + 1 < net.along(); col++) {
                link(net, node, net.index(col, row), 0, net.index(col + 1, row), road);
            }
        }
        int firstAcross = dice.whole(ACROSS.length);
        for (int col = 0; col < net.along(); col++) {
            String name = ACROSS[(firstAcross + col) % ACROSS.length];
            int road = graph.road(street(town, name, col == net.along() / 2, col, 3));
            for (int row = 0; row + 1 < net.across(); row++) {
                link(net, node, net.index(col, row), 2, net.index(col, row + 1), road);
            }
        }
        cover(net);
        return openGates(net, node);
    }

    /** Corners at the net's rim, from which other roads go on. */
    private int[] openGates(StreetNet net, int[] node) {
        List<Integer> gateCells = new ArrayList<>();
        for (int i = 0; i < node.length; i++) {
            if (net.used(i) && net.links(i) < 4) {
                int cell = land.grid.at(graph.x(node[i]), graph.y(node[i]));
                built[cell] = false;
                gateCells.add(cell);
            }
        }
        return gateCells.stream().mapToInt(Integer::intValue).toArray();
    }

    /** In the seat, two pairs of neighbouring streets are one-way, one of each pair against the direction it is drawn in. */
    private static RoadGraph.Road street(Township town, String name, boolean main, int nth, int from) {
        boolean pair = town.rank() == 0 && !main && (nth == from - 1 || nth == from - 2);
        String oneway = !pair ? "no" : nth == from - 1 ? "yes" : "reverse";
        return new RoadGraph.Road(main ? RoadClass.MAIN_STREET : RoadClass.STREET, name, "", oneway);
    }

    private void link(StreetNet net, int[] node, int a, int direction, int b, int road) {
        if (net.linked(a, direction)) {
            graph.addLink(node[a], node[b], road, false);
        }
    }

    /** Marks the cells under streets and blocks. */
    private void cover(StreetNet net) {
        for (int row = 0; row < net.across(); row++) {
            for (int col = 0; col < net.along(); col++) {
                int i = net.index(col, row);
                if (net.linked(i, 0)) {
                    coverBetween(net, i, net.index(col + 1, row));
                }
                if (net.linked(i, 2)) {
                    coverBetween(net, i, net.index(col, row + 1));
                }
                if (net.linked(i, 0) && net.linked(i, 2) && net.used(net.index(col + 1, row + 1))) {
                    coverBetween(net, i, net.index(col + 1, row + 1));
                }
            }
        }
    }

    private void coverBetween(StreetNet net, int from, int to) {
        for (int step = 0; step <= 6; step++) {
            double part = step / 6.0;
            double x = net.x(from) + part * (net.x(to) - net.x(from));
            double y = net.y(from) + part * (net.y(to) - net.y(from));
            built[land.grid.at(x, y)] = true;
        }
    }
}

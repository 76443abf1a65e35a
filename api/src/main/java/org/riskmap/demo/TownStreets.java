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
        int along = town.rank() == 0 ? 10 : town.rank() == 1 ? 5 : dice.whole(3, 4);
        int across = town.rank() == 0 ? 7 : town.rank() == 1 ? 4 : 3;
        double spacing = town.rank() == 0 ? 165 : dice.real(115, 135);
        StreetNet net = new StreetNet(along, across, spacing, valleyDirection(town.cell()), dice);
        int middle = town.cell();
        boolean[] usable = new boolean[along * across];
        for (int i = 0; i < usable.length; i++) {
            double x = land.grid.x(middle) + net.x(i);
            double y = land.grid.y(middle) + net.y(i);
            usable[i] = usable(x, y, town);
        }
        net.keepConnected(usable);
        return draw(town, net, usable, dice);
    }

    private boolean usable(double x, double y, Township town) {
        int cell = land.grid.at(x, y);
        boolean level = Math.abs(land.heightM[cell] - land.heightM[town.cell()]) < 70;
        if (!level || built[cell] || counties.of[cell] != town.county() || land.slope(cell) > STEEPEST) {
            return false;
        }
        for (int d = 0; d < 8; d++) {
            int near = cell + land.grid.offset(d);
            if (land.drainage.areaM2[near] > RIVER_M2 || built[near] || graph.hasNode(near)) {
                return false;
            }
        }
        return land.drainage.areaM2[cell] < RIVER_M2;
    }

    private double valleyDirection(int cell) {
        int down = cell;
        for (int i = 0; i < 25; i++) {
            down = land.drainage.receiver[down];
        }
        return StrictMath.atan2(land.grid.y(down) - land.grid.y(cell), land.grid.x(down) - land.grid.x(cell));
    }

    private int[] draw(Township town, StreetNet net, boolean[] usable, Dice dice) {
        int[] node = new int[usable.length];
        int centreX = town.cell();
        List<Integer> gateCells = new ArrayList<>();
        int alongName = dice.whole(ALONG.length);
        int acrossName = dice.whole(ACROSS.length);
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                node[i] = graph.addNode(land.grid.x(centreX) + net.x(i), land.grid.y(centreX) + net.y(i));
            }
        }
        for (int row = 0; row < net.across(); row++) {
            int road =
                    graph.road(street(town, ALONG[(alongName + row) % ALONG.length], row == net.across() / 2, row, 2));
            for (int col = 0; col + 1 < net.along(); col++) {
                link(net, usable, node, net.index(col, row), net.index(col + 1, row), road);
            }
        }
        for (int col = 0; col < net.along(); col++) {
            int road = graph.road(
                    street(town, ACROSS[(acrossName + col) % ACROSS.length], col == net.along() / 2, col, 3));
            for (int row = 0; row + 1 < net.across(); row++) {
                link(net, usable, node, net.index(col, row), net.index(col, row + 1), road);
            }
        }
        cover(net, usable, town.cell());
        for (int i = 0; i < usable.length; i++) {
            if (usable[i] && net.links(i, usable) < 4) {
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

    private void link(StreetNet net, boolean[] usable, int[] node, int a, int b, int road) {
        if (usable[a] && usable[b]) {
            graph.addLink(node[a], node[b], road, false);
        }
    }

    /** Marks the cells under streets and blocks. */
    private void cover(StreetNet net, boolean[] usable, int middle) {
        for (int row = 0; row < net.across(); row++) {
            for (int col = 0; col < net.along(); col++) {
                for (int step = 0; step <= 4; step++) {
                    coverBetween(net, usable, middle, net.index(col, row), col + 1, row, step / 4.0);
                    coverBetween(net, usable, middle, net.index(col, row), col, row + 1, step / 4.0);
                    coverBetween(net, usable, middle, net.index(col, row), col + 1, row + 1, step / 4.0);
                }
            }
        }
    }

    private void coverBetween(
            StreetNet net, boolean[] usable, int middle, int from, int toCol, int toRow, double part) {
        if (toCol >= net.along() || toRow >= net.across()) {
            return;
        }
        int to = net.index(toCol, toRow);
        if (usable[from] && usable[to]) {
            double x = land.grid.x(middle) + net.x(from) + part * (net.x(to) - net.x(from));
            double y = land.grid.y(middle) + net.y(from) + part * (net.y(to) - net.y(from));
            built[land.grid.at(x, y)] = true;
        }
    }
}

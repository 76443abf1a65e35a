package org.riskmap.demo;

import java.util.Arrays;
import java.util.List;

/** Which way every road takes: towns first, then villages to the roads there are, then the hamlets. */
final class RoadPlan {

    private static final double CROSSED_RIVER_M2 = 1.2e7;
    private static final int EXITS_PER_COUNTY = 4;

    private final Landscape land;
    private final Counties counties;
    private final Places places;
    private final Names names;
    private final long seed;
    private final TownStreets streets;
    private final int[] nationalRoad;
    private final int[] provincialRoad;
    final RoadGraph graph;
    /** The graph's first nodes, up to this number, are corners of streets. */
    final int streetCorners;

    RoadPlan(Landscape land, Counties counties, Places places, long seed) {
        this.land = land;
        this.counties = counties;
        this.places = places;
        this.seed = seed;
        this.names = new Names(seed);
        this.graph = new RoadGraph(land.grid);
        this.nationalRoad = new int[counties.count];
        this.provincialRoad = new int[counties.count];
        this.streets = new TownStreets(land, counties, places.townships, graph, seed);
        this.streetCorners = graph.nodes();
        joinTowns();
        new ThroughRoads(graph, streetCorners).connect();
        joinVillages();
        joinHamlets();
    }

    private void joinTowns() {
        Spread spread = new Spread(land.grid);
        int towns = places.townships.size();
        for (int t = 0; t < towns; t++) {
            for (int gate : streets.gates.get(t)) {
                spread.source(gate, t, 0);
            }
        }
        int[] exits = new CountyExits(land, counties).cells(EXITS_PER_COUNTY);
        for (int e = 0; e < exits.length; e++) {
            spread.source(exits[e], towns + e, 0);
        }
        Spread.StepCost cost = stepCost(0.055);
        spread.run(cost, Float.MAX_VALUE);
        Joins joins = new Joins(land.grid, spread, cost);
        List<Joins.Join> taken = joins.connecting(towns + exits.length, 1.9, 0.45);
        RoadClass[] classes = new MainRoutes(places.townships, counties, towns + exits.length, taken).classes();
        Tunnels tunnels = new Tunnels(land, counties);
        for (RoadClass roadClass : List.of(RoadClass.NATIONAL, RoadClass.PROVINCIAL, RoadClass.COUNTY)) {
            boolean main = roadClass != RoadClass.COUNTY;
            for (int i = 0; i < taken.size(); i++) {
                if (classes[i] == roadClass) {
                    int[] path = joins.path(taken.get(i));
                    int county = counties.of[path[0]];
                    int road = main ? mainRoad(roadClass, county) : countyRoad(taken.get(i), i);
                    graph.addPath(main ? tunnels.cut(path, 2, 2400) : tunnels.cut(path, 1, 800), road);
                }
            }
            if (main) {
                spurs(roadClass);
            }
        }
    }

    private void spurs(RoadClass roadClass) {
        int[] townOfGate = new int[graph.nodes()];
        Arrays.fill(townOfGate, -1);
        for (int t = 0; t < places.townships.size(); t++) {
            for (int gate : places.townships.get(t).inSeat() ? new int[0] : streets.gates.get(t)) {
                townOfGate[graph.nodeAt(gate)] = t;
            }
        }
        boolean national = roadClass == RoadClass.NATIONAL;
        String name = (national ? RoadClass.NATIONAL : RoadClass.PROVINCIAL).kind + "进镇支线";
        int branch = graph.road(new RoadGraph.Road(RoadClass.COUNTY, name, national ? "X898" : "X899", "no"));
        new TownSpurs(graph, townOfGate).handOver(roadClass, branch);
    }

    /** One national and one provincial road for each county. */
    private int mainRoad(RoadClass roadClass, int county) {
        boolean national = roadClass == RoadClass.NATIONAL;
        int[] known = national ? nationalRoad : provincialRoad;
        if (known[county] == 0) {
            String name = places.countyName(county).substring(0, 2) + (national ? "线" : "支线");
            String ref = national ? "G" + (799 - county) : "S" + (798 - county);
            known[county] = 1 + graph.road(new RoadGraph.Road(roadClass, ref + name, ref, "no"));
        }
        return known[county] - 1;
    }

    private int countyRoad(Joins.Join join, int number) {
        String name = firstSyllable(join.a()) + firstSyllable(join.b()) + "线";
        return graph.road(new RoadGraph.Road(RoadClass.COUNTY, name, "X" + (901 + number % 99), "no"));
    }

    /** Of a town's name; an exit is the border. */
    private String firstSyllable(int label) {
        return label < places.townships.size()
                ? places.townships.get(label).shortName().substring(0, 1)
                : "界";
    }

    private void joinVillages() {
        int[] cells = places.villages.stream().mapToInt(Village::cell).toArray();
        String[] labels = places.villages.stream().map(Village::shortName).toArray(String[]::new);
        join(cells, labels, RoadClass.TOWNSHIP, 0.07, 0.12);
    }

    private void joinHamlets() {
        int[] cells = places.settlements.stream().mapToInt(Settlement::cell).toArray();
        String[] labels = places.settlements.stream().map(Settlement::name).toArray(String[]::new);
        join(cells, labels, RoadClass.VILLAGE, 0.09, 0.06);
    }

    private void join(int[] cells, String[] labels, RoadClass roadClass, double easyGrade, double loops) {
        Spread spread = new Spread(land.grid);
        for (int cell = 0; cell < land.grid.size(); cell++) {
            if (graph.hasNode(cell) && !streets.built[cell]) {
                spread.source(cell, 0, 0);
            }
        }
        for (int i = 0; i < cells.length; i++) {
            if (!graph.hasNode(cells[i]) && !streets.built[cells[i]]) {
                spread.source(cells[i], i + 1, 0);
            }
        }
        Spread.StepCost cost = stepCost(easyGrade);
        spread.run(cost, Float.MAX_VALUE);
        Joins joins = new Joins(land.grid, spread, cost);
        for (Joins.Join join : joins.connecting(cells.length + 1, 3.2, loops)) {
            String suffix = roadClass == RoadClass.TOWNSHIP ? "公路" : "路";
            String name = labels[Math.max(join.a(), join.b()) - 1] + suffix;
            graph.addPath(joins.path(join), graph.road(new RoadGraph.Road(roadClass, name, "", "no")));
        }
    }

    /** Metres, more where the road would climb steeper than is easy, or cross a river. */
    private Spread.StepCost stepCost(double easyGrade) {
        Grid grid = land.grid;
        float[] height = land.heightM;
        float[] area = land.drainage.areaM2;
        return (from, to, d) -> {
            if (counties.of[to] == Labels.NONE || streets.built[to]) {
                return Float.POSITIVE_INFINITY;
            }
            double run = grid.cellM() * Grid.STEP[d];
            double grade = Math.abs(height[to] - height[from]) / run / easyGrade;
            double wet = area[to] > CROSSED_RIVER_M2 ? 5 : area[to] > 2e6 ? 0.6 : 0;
            return (float) (run * (1 + grade * grade + wet));
        };
    }
}

package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** Fire zones on wooded slopes, bordered by ridges and valleys, with firebreaks where the border runs along a ridge. */
final class Forests {

    private static final int PER_COUNTY = 118;
    private static final float LARGEST_COST = 5200;
    private static final double RIDGE_M = 5;
    private static final double SHORTEST_BREAK_M = 400;

    /** @param dangerClass 1 to 5 */
    record FireZone(int county, String name, int dangerClass, MultiPolygon shape) {}

    record Firebreak(String name, String kind, double[] xy) {}

    final List<FireZone> zones = new ArrayList<>();
    final List<Firebreak> breaks = new ArrayList<>();

    private final DemoLand demo;
    private final Landscape land;
    private final boolean[] wooded;
    private final int count;
    private final double[] dryness;

    Forests(DemoLand demo) {
        this.demo = demo;
        this.land = demo.land;
        this.wooded = wooded();
        int[] seeds = seeds();
        this.count = seeds.length;
        this.dryness = new double[count];
        int[] label = spread(seeds);
        Partition partition = Partition.of(land.grid, label, 8, 5);
        List<MultiPolygon> shapes = partition.united(count, one -> one, new GeometryFactory());
        int[] classes = classes();
        for (int i = 0; i < count; i++) {
            if (!shapes.get(i).isEmpty()) {
                int county = demo.counties.of[seeds[i]];
                zones.add(new FireZone(county, name(seeds[i], "林区"), classes[i], shapes.get(i)));
            }
        }
        addBreaks(partition);
    }

    private String name(int cell, String ending) {
        Dice dice = Dice.of(demo.settings.seed(), "mountain", cell);
        return new Names(demo.settings.seed()).syllable(dice)
                + demo.places.villageAt(cell).shortName().charAt(0) + "山" + ending;
    }

    private boolean[] wooded() {
        boolean[] open = new boolean[land.grid.size()];
        for (Settlement settlement : demo.places.settlements) {
            for (int dy = -3; dy <= 3; dy++) {
                for (int dx = -3; dx <= 3; dx++) {
                    open[settlement.cell() + dy * land.grid.cols() + dx] = true;
                }
            }
        }
        boolean[] wooded = new boolean[open.length];
        for (int cell = 0; cell < wooded.length; cell++) {
            wooded[cell] = demo.counties.of[cell] != Labels.NONE
                    && !open[cell]
                    && (demo.sites.aboveStreamM(cell) > 35 || land.slope(cell) > 0.35);
        }
        return wooded;
    }

    /** One wooded cell in most squares of a net, at random. */
    private int[] seeds() {
        Grid grid = land.grid;
        double side = Math.sqrt(demo.settings.areaM2() / demo.settings.scale() / PER_COUNTY);
        int across = (int) (grid.width() / side);
        int[] seeds = new int[across * across];
        int known = 0;
        for (int i = 0; i < seeds.length; i++) {
            Dice dice = Dice.of(demo.settings.seed(), "fire zone", i);
            for (int attempt = 0; attempt < 12; attempt++) {
                double x = grid.minX() + (i % across + dice.real()) * side;
                double y = grid.minY() + (i / across + dice.real()) * side;
                int cell = grid.at(x, y);
                if (wooded[cell] && land.slope(cell) > 0.3) {
                    seeds[known++] = cell;
                    break;
                }
            }
        }
        return Arrays.copyOf(seeds, known);
    }

    private int[] spread(int[] seeds) {
        Spread spread = new Spread(land.grid);
        for (int i = 0; i < seeds.length; i++) {
            spread.source(seeds[i], i, 0);
        }
        float[] height = land.heightM;
        spread.run(
                (from, to, d) -> {
                    if (!wooded[to] || demo.counties.of[from] != demo.counties.of[to]) {
                        return Float.POSITIVE_INFINITY;
                    }
                    double run = land.grid.cellM() * Grid.STEP[d];
                    double rise = (height[to] - height[from]) / run;
                    return (float) (run * (1 + (rise > 0 ? 2.5 * rise : -7 * rise)));
                },
                LARGEST_COST);
        int[] label = new int[land.grid.size()];
        for (int cell = 0; cell < label.length; cell++) {
            boolean own = spread.cost[cell] <= LARGEST_COST;
            label[cell] = own ? spread.owner[cell] : seeds.length;
        }
        Labels.clean(land.grid, label, seeds.length + 1);
        for (int cell = 0; cell < label.length; cell++) {
            boolean outside = label[cell] == seeds.length || demo.counties.of[cell] == Labels.NONE;
            label[cell] = outside ? Labels.NONE : label[cell];
            measure(label[cell], cell);
        }
        return label;
    }

    /** South-facing, steep and low slopes are dry. */
    private void measure(int zone, int cell) {
        if (zone != Labels.NONE) {
            double south = land.heightM[cell + land.grid.cols()] - land.heightM[cell - land.grid.cols()];
            dryness[zone] += south / (2 * land.grid.cellM()) + 0.4 * land.slope(cell) - land.heightM[cell] / 3000;
        }
    }

    /** The driest twelfth is class 5, and so on down to the wettest. */
    private int[] classes() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order, Comparator.comparingDouble((Integer i) -> -dryness[i]).thenComparingInt(i -> i));
        int[] classes = new int[count];
        for (int rank = 0; rank < count; rank++) {
            double part = (rank + 0.5) / count;
            classes[order[rank]] = part < 0.08 ? 5 : part < 0.27 ? 4 : part < 0.62 ? 3 : part < 0.88 ? 2 : 1;
        }
        return classes;
    }

    private void addBreaks(Partition partition) {
        for (int line = 0; line < partition.borders.size(); line++) {
            int[] vertices = partition.web.lines[line];
            int from = 0;
            for (int i = 1; i <= vertices.length; i++) {
                if (i == vertices.length || !onRidge(partition.web, vertices, i)) {
                    addBreak(partition.web, Arrays.copyOfRange(vertices, from, i));
                    from = i;
                }
            }
        }
    }

    private boolean onRidge(LineWeb web, int[] vertices, int i) {
        double x = (web.x[vertices[i]] + web.x[vertices[i - 1]]) / 2;
        double y = (web.y[vertices[i]] + web.y[vertices[i - 1]]) / 2;
        double around = 0;
        for (int d = 0; d < 8; d++) {
            around += land.heightM(x + 250 * Grid.DX[d] / Grid.STEP[d], y + 250 * Grid.DY[d] / Grid.STEP[d]) / 8;
        }
        return land.heightM(x, y) - around > RIDGE_M;
    }

    private void addBreak(LineWeb web, int[] vertices) {
        double length = 0;
        double[] xy = new double[2 * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            xy[2 * i] = web.x[vertices[i]];
            xy[2 * i + 1] = web.y[vertices[i]];
            length += i == 0 ? 0 : Segments.length(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
        }
        int middle = land.grid.at(xy[xy.length / 4 * 2], xy[xy.length / 4 * 2 + 1]);
        if (length >= SHORTEST_BREAK_M && demo.places.villageOf[middle] != Labels.NONE) {
            Dice dice = Dice.of(demo.settings.seed(), "firebreak", middle);
            double kind = dice.real();
            String word = kind < 0.72 ? "隔离带" : kind < 0.92 ? "生物防火林带" : "防火道路";
            breaks.add(new Firebreak(name(middle, word), word, xy));
        }
    }

    /** Where and when a fire was seen from space: a wooded cell. */
    int woodedCell(int county, Dice dice) {
        double[] centre = demo.counties.centre[county];
        while (true) {
            double reach = 30_000;
            int cell = land.grid.at(centre[0] + reach * dice.real(-1, 1), centre[1] + reach * dice.real(-1, 1));
            if (wooded[cell] && demo.counties.of[cell] == county && demo.counties.wellInside(land.grid, cell, 3)) {
                return cell;
            }
        }
    }
}

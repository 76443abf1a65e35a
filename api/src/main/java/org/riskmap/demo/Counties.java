package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which land belongs to which county: small catchments taken outwards from each county's middle. */
final class Counties {

    /** County of each cell, 0 to {@link #count} - 1, or {@link Labels#NONE} outside. */
    final int[] of;

    final int count;
    /** Middle of each county, m. */
    final double[][] centre;

    private Counties(int[] of, int count, double[][] centre) {
        this.of = of;
        this.count = count;
        this.centre = centre;
    }

    /** Whether all land within some cells of a cell, which must be as far from the grid's edge, is of its county. */
    boolean wellInside(Grid grid, int cell, int cells) {
        for (int d = 0; d < 8; d++) {
            if (of[cell + cells * grid.offset(d)] != of[cell]) {
                return false;
            }
        }
        return of[cell] != Labels.NONE;
    }

    static Counties on(Landscape land, DemoSettings settings) {
        Basins basins = new Basins(land.drainage);
        double[][] centre = centres(land.grid, settings);
        int[] countyOfBasin = grow(basins, centre, settings);
        int[] county = new int[land.grid.size()];
        for (int cell = 0; cell < county.length; cell++) {
            int one = countyOfBasin[basins.of[cell]];
            county[cell] = one == Labels.NONE ? settings.scale() : one;
        }
        Labels.clean(land.grid, county, settings.scale() + 1);
        for (int cell = 0; cell < county.length; cell++) {
            if (county[cell] == settings.scale()) {
                county[cell] = Labels.NONE;
            }
        }
        return new Counties(county, settings.scale(), centre);
    }

    /** The nearest places of a honeycomb to the land's middle, a little displaced. */
    private static double[][] centres(Grid grid, DemoSettings settings) {
        double spacing = Math.sqrt(settings.areaM2() / settings.scale() * 2 / Math.sqrt(3));
        List<double[]> places = new ArrayList<>();
        for (int row = -12; row <= 12; row++) {
            for (int col = -12; col <= 12; col++) {
                places.add(new double[] {
                    spacing * (col + (row & 1) * 0.5), spacing * row * Math.sqrt(3) / 2, row * 100 + col
                });
            }
        }
        places.sort(Comparator.<double[]>comparingDouble(p -> Math.rint(p[0] * p[0] + p[1] * p[1]))
                .thenComparingDouble(p -> p[2]));
        double[][] centres = new double[settings.scale()][];
        for (int i = 0; i < centres.length; i++) {
            Dice dice = Dice.of(settings.seed(), "county middle", i);
            double jitter = i == 0 ? 0 : 0.12 * spacing;
            centres[i] = new double[] {
                grid.minX() + grid.width() / 2 + places.get(i)[0] + jitter * dice.real(-1, 1),
                grid.minY() + grid.height() / 2 + places.get(i)[1] + jitter * dice.real(-1, 1)
            };
        }
        return centres;
    }

    private static int[] grow(Basins basins, double[][] centre, DemoSettings settings) {
        Noise noise = new Noise(settings.seed(), "county outline");
        int[] county = new int[basins.count];
        int[] wanted = new int[basins.count];
        Arrays.fill(county, Labels.NONE);
        Arrays.fill(wanted, Labels.NONE);
        CellQueue queue = new CellQueue();
        for (int c = 0; c < centre.length; c++) {
            int first = nearest(basins, centre[c]);
            wanted[first] = c;
            queue.add(0, first);
        }
        double area = 0;
        while (area < settings.areaM2() && !queue.isEmpty()) {
            int basin = queue.take();
            if (county[basin] != Labels.NONE) {
                continue;
            }
            county[basin] = wanted[basin];
            area += basins.areaM2[basin];
            for (int i = basins.start[basin]; i < basins.start[basin + 1]; i++) {
                int next = basins.neighbours[i];
                if (wanted[next] == Labels.NONE && !basins.atEdge[next]) {
                    wanted[next] = county[basin];
                    double away = Segments.length(
                            basins.x[next] - centre[county[basin]][0], basins.y[next] - centre[county[basin]][1]);
                    double bulge = noise.layered(basins.x[next], basins.y[next], 26000, 3);
                    queue.add((float) (away * (1 + 0.3 * bulge)), next);
                }
            }
        }
        return county;
    }

    private static int nearest(Basins basins, double[] place) {
        int best = 0;
        double bestAway = Double.POSITIVE_INFINITY;
        for (int b = 0; b < basins.count; b++) {
            double away = Segments.length(basins.x[b] - place[0], basins.y[b] - place[1]);
            if (away < bestAway) {
                bestAway = away;
                best = b;
            }
        }
        return best;
    }
}

package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Streams of the drainage as smooth lines that run downhill and meet in shared vertices; the longest keeps the name. */
final class Rivers {

    private static final double STREAM_M2 = 2.2e6;
    private static final double TRIBUTARY_M2 = 2.5e7;
    private static final double MAIN_M2 = 2.5e8;
    private static final int SHORTEST_CELLS = 8;

    /**
     * A stretch of one kind, from its upper to its lower end.
     *
     * @param kind {@code river}, {@code stream} or {@code reservoir}
     * @param drainedM2 land above its lower end
     * @param vertices of {@link Rivers#web}
     */
    record River(String name, String kind, double drainedM2, int[] vertices) {}

    final List<River> rivers = new ArrayList<>();
    final LineWeb web;

    private final Landscape land;
    private final Counties counties;
    private final Names names;
    private final long seed;

    Rivers(Landscape land, Counties counties, long seed) {
        this.land = land;
        this.counties = counties;
        this.seed = seed;
        this.names = new Names(seed);
        List<int[]> lines = new ArrayList<>();
        List<River> drafts = new ArrayList<>();
        for (int[] stem : stems()) {
            split(stem, lines, drafts);
        }
        this.web = web(lines);
        web.smooth(5, 0.5);
        web.simplify(4);
        for (int i = 0; i < drafts.size(); i++) {
            River draft = drafts.get(i);
            rivers.add(new River(draft.name(), draft.kind(), draft.drainedM2(), web.lines[i]));
        }
    }

    /** Eastings and northings of a river's vertices, m. */
    double[] coordinates(River river) {
        double[] xy = new double[2 * river.vertices().length];
        for (int i = 0; i < river.vertices().length; i++) {
            xy[2 * i] = web.x[river.vertices()[i]];
            xy[2 * i + 1] = web.y[river.vertices()[i]];
        }
        return xy;
    }

    /** Each stream from its spring to the cell where it meets a larger one, larger streams first. */
    private List<int[]> stems() {
        int[] order = land.drainage.downstreamOrder;
        float[] area = land.drainage.areaM2;
        int[] main = new int[order.length];
        Arrays.fill(main, -1);
        for (int cell : order) {
            int below = land.drainage.receiver[cell];
            if (below != cell && (main[below] < 0 || area[cell] > area[main[below]])) {
                main[below] = cell;
            }
        }
        List<int[]> stems = new ArrayList<>();
        for (int i = order.length - 1; i >= 0; i--) {
            int mouth = order[i];
            int below = land.drainage.receiver[mouth];
            boolean begins = below == mouth || main[below] != mouth;
            if (begins && area[mouth] >= STREAM_M2) {
                stems.add(stem(mouth, main, area));
            }
        }
        return stems;
    }

    private int[] stem(int mouth, int[] main, float[] area) {
        int[] upwards = new int[64];
        int count = 0;
        int below = land.drainage.receiver[mouth];
        if (below != mouth) {
            upwards[count++] = below;
        }
        for (int cell = mouth; cell >= 0 && area[cell] >= STREAM_M2; cell = main[cell]) {
            if (count == upwards.length) {
                upwards = Arrays.copyOf(upwards, count * 2);
            }
            upwards[count++] = cell;
        }
        int[] stem = new int[count];
        for (int i = 0; i < count; i++) {
            stem[i] = upwards[count - 1 - i];
        }
        return stem;
    }

    /** Cuts a stem where it enters or leaves the counties and where its kind changes. */
    private void split(int[] stem, List<int[]> lines, List<River> drafts) {
        if (stem.length < SHORTEST_CELLS) {
            return;
        }
        float[] area = land.drainage.areaM2;
        int lastOwn = stem[stem.length - 2];
        Dice dice = Dice.of(seed, "river", lastOwn);
        String name = names.river(dice) + (area[lastOwn] > MAIN_M2 ? "江" : area[lastOwn] > TRIBUTARY_M2 ? "溪" : "坑");
        int from = 0;
        for (int i = 1; i < stem.length; i++) {
            boolean inside = counties.of[stem[i - 1]] != Labels.NONE;
            boolean last = i == stem.length - 1;
            if (!inside) {
                from = i;
            } else if (last
                    || counties.of[stem[i]] == Labels.NONE
                    || !kind(stem[i]).equals(kind(stem[i - 1]))) {
                if (i - from >= 2) {
                    lines.add(Arrays.copyOfRange(stem, from, i + 1));
                    drafts.add(new River(name, kind(stem[i - 1]), area[stem[i - 1]], new int[0]));
                }
                from = i;
            }
        }
    }

    private String kind(int cell) {
        return land.drainage.areaM2[cell] >= TRIBUTARY_M2 ? "river" : "stream";
    }

    private LineWeb web(List<int[]> lines) {
        int[] cells =
                lines.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        double[] x = Arrays.stream(cells).mapToDouble(land.grid::x).toArray();
        double[] y = Arrays.stream(cells).mapToDouble(land.grid::y).toArray();
        int[][] numbered = new int[lines.size()][];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = Arrays.stream(lines.get(i))
                    .map(cell -> Arrays.binarySearch(cells, cell))
                    .toArray();
        }
        return new LineWeb(x, y, numbered, new boolean[x.length]);
    }
}

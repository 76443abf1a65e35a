package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** Rows of small catchments: the counties' land, cut where about twelve square kilometres have come together. */
final class SmallCatchments {

    private static final float CUT_M2 = 12e6F;
    private static final int SMOOTHING = 6;
    private static final double TOLERANCE_M = 8;

    private final DemoLand demo;
    private final int[] label;
    private int count;

    SmallCatchments(DemoLand demo) {
        this.demo = demo;
        this.label = new int[demo.land.grid.size()];
        number(cuts());
        keepCounties();
        Labels.clean(demo.land.grid, label, count);
    }

    /** Cells through which a catchment's water leaves it. */
    private boolean[] cuts() {
        Drainage drainage = demo.land.drainage;
        boolean[] cut = new boolean[label.length];
        float[] sinceCutM2 = new float[label.length];
        float own = (float) (demo.land.grid.cellM() * demo.land.grid.cellM());
        for (int cell : drainage.downstreamOrder) {
            sinceCutM2[cell] += own;
            int below = drainage.receiver[cell];
            cut[cell] = below == cell || sinceCutM2[cell] >= CUT_M2;
            if (!cut[cell]) {
                sinceCutM2[below] += sinceCutM2[cell];
            }
        }
        return cut;
    }

    private void number(boolean[] cut) {
        int[] order = demo.land.drainage.downstreamOrder;
        for (int i = order.length - 1; i >= 0; i--) {
            int cell = order[i];
            label[cell] = cut[cell] ? count++ : label[demo.land.drainage.receiver[cell]];
        }
    }

    /** Land of no county belongs to no catchment; those that are left are numbered anew, in the order of the cells. */
    private void keepCounties() {
        int[] renamed = new int[count];
        Arrays.fill(renamed, Labels.NONE);
        count = 0;
        for (int cell = 0; cell < label.length; cell++) {
            if (demo.places.villageOf[cell] == Labels.NONE) {
                label[cell] = Labels.NONE;
            } else {
                if (renamed[label[cell]] == Labels.NONE) {
                    renamed[label[cell]] = count++;
                }
                label[cell] = renamed[label[cell]];
            }
        }
    }

    void write(CopyTable.Sink sink) {
        List<MultiPolygon> shapes = Partition.of(demo.land.grid, label, SMOOTHING, TOLERANCE_M)
                .united(count, one -> one, new GeometryFactory());
        List<String> names = names();
        try (CopyTable table = new CopyTable(sink, "small_catchment", "id", "name", "code", "area_km2", "geom")) {
            int number = 0;
            for (int i = 0; i < count; i++) {
                if (shapes.get(i).isEmpty()) {
                    continue; // its few cells went to its neighbours
                }
                number++;
                table.row(
                        "demo-catchment-%03d".formatted(number),
                        names.get(i),
                        "WS%04d".formatted(number),
                        Math.rint(shapes.get(i).getArea() / 1e4) / 100,
                        Ewkb.polygons(shapes.get(i)));
            }
        }
    }

    /** After the village that has most of it; further ones of a village are numbered. */
    private List<String> names() {
        List<Map<Integer, Integer>> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new HashMap<>());
        }
        for (int cell = 0; cell < label.length; cell++) {
            if (label[cell] != Labels.NONE) {
                cells.get(label[cell]).merge(demo.places.villageOf[cell], 1, Integer::sum);
            }
        }
        Map<String, Integer> known = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Map<Integer, Integer> one : cells) {
            int most = one.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
            String village = demo.places.villages.get(most).shortName();
            int before = known.merge(village, 1, Integer::sum);
            names.add(village + (before == 1 ? "" : String.valueOf(before)) + "小流域");
        }
        return names;
    }
}

package org.riskmap.forest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.exposure.Measure;
import org.riskmap.exposure.Townships;
import org.riskmap.forest.ForestResult.Belt;
import org.riskmap.kernel.Feature;

/** Belts measured from their geometry, cut at the borders of townships. */
final class Belts {

    private static final double NOTHING = 1e-6;

    private final ForestQuestion question;
    private final Townships townships;
    private final Map<Key, double[]> sums =
            new TreeMap<>(Comparator.comparing(Key::code, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Key::kind));

    private record Key(@Nullable String code, @Nullable String name, String kind) {}

    Belts(ForestQuestion question, Townships townships) {
        this.question = question;
        this.townships = townships;
    }

    List<Belt> rows() {
        question.belts().forEach(this::add);
        List<Belt> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(new Belt(key.code, key.name, key.kind, sum[0], sum[1], sum[2], sum[3])));
        return rows;
    }

    private void add(Feature belt) {
        double left = Measure.of(belt.geometry());
        double whole = left;
        for (Map.Entry<Integer, Geometry> piece :
                townships.pieces(belt.geometry()).entrySet()) {
            Feature area = townships.areas().get(piece.getKey());
            double here =
                    Math.min(left, Measure.of(piece.getValue(), belt.geometry().getDimension()));
            left -= here;
            add(belt, ForestFire.text(area, "code"), ForestFire.text(area, "name"), here);
        }
        if (left > NOTHING * whole) {
            add(belt, null, null, left);
        }
    }

    /** @param measured metres of a line, square metres of a polygon */
    private void add(Feature belt, @Nullable String code, @Nullable String name, double measured) {
        String kind = ForestFire.text(belt, "kind");
        double[] sum = sums.computeIfAbsent(new Key(code, name, kind == null ? "" : kind), unused -> new double[4]);
        if (belt.geometry().getDimension() == 2) {
            sum[1] += measured;
            return;
        }
        sum[0] += measured;
        Object own = belt.properties().get("width_m");
        Double ofKind = kind == null ? null : question.widthsM().get(kind);
        if (own instanceof Number width && width.doubleValue() > 0) {
            sum[1] += measured * width.doubleValue();
        } else if (ofKind != null) {
            sum[1] += measured * ofKind;
            sum[3] += measured;
        } else {
            sum[2] += measured;
        }
    }
}

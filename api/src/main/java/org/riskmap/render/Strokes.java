package org.riskmap.render;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.expression.Expression;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.render.Evaluated.Num;
import org.riskmap.render.Evaluated.Txt;
import org.riskmap.style.Stroke;

/** The pen of a stroke: width, cap, join and dashes. */
final class Strokes {

    private static final float MITRE_LIMIT = 1; // as GeoServer draws: a mitre is cut to a bevel

    /** By how much GeoServer's smoothed lines are wider than their stroke says; measured on its answers. */
    static final double SMOOTHED_WIDER_PX = 0.5;

    private final Num width;
    private final Txt cap;
    private final Txt join;
    private final List<Num> dashes = new ArrayList<>();
    private final List<Expression> dashLists = new ArrayList<>();
    private final Num offset;
    private final double unit;
    private final boolean same;
    private @Nullable BasicStroke pen;
    private double penWider;

    /** @param unit pixels per unit of the symbolizer's lengths */
    Strokes(Stroke stroke, double unit) {
        this.unit = unit;
        this.width = Evaluated.number(stroke.width(), 1, unit);
        this.cap = Evaluated.text(stroke.cap(), "butt");
        this.join = Evaluated.text(stroke.join(), "miter");
        for (Expression dash : stroke.dashes()) {
            Num number = Evaluated.number(dash, Double.NaN, unit);
            if (stroke.dashes().size() == 1 && Double.isNaN(number.fixed())) {
                dashLists.add(dash);
            } else {
                dashes.add(number);
            }
        }
        this.offset = Evaluated.number(stroke.dashOffset(), 0, unit);
        this.same = !Double.isNaN(width.fixed())
                && !Double.isNaN(offset.fixed())
                && dashLists.isEmpty()
                && dashes.stream().noneMatch(dash -> Double.isNaN(dash.fixed()))
                && stroke.cap() instanceof org.geotools.api.filter.expression.Literal
                && stroke.join() instanceof org.geotools.api.filter.expression.Literal;
    }

    /** Whether all features have the same pen. */
    boolean same() {
        return same;
    }

    /** Whether no feature's line has dashes. */
    boolean solid() {
        return dashes.isEmpty() && dashLists.isEmpty();
    }

    double width(Feature feature) {
        return width.of(feature);
    }

    /** Width where it is the same for all features, else a guess that is seldom exceeded. */
    double widest() {
        return Double.isNaN(width.fixed()) ? 32 : width.fixed();
    }

    /** @param wider pixels to add to the width */
    BasicStroke pen(Feature feature, double wider) {
        if (same && pen != null && penWider == wider) {
            return pen;
        }
        pen = make(feature, wider);
        penWider = wider;
        return pen;
    }

    private BasicStroke make(Feature feature, double wider) {
        float wide = (float) Math.max(0, width.of(feature) + wider);
        float[] pattern = pattern(feature);
        int capCode = cap(cap.of(feature));
        int joinCode = join(join.of(feature));
        return pattern.length == 0
                ? new BasicStroke(wide, capCode, joinCode, MITRE_LIMIT)
                : new BasicStroke(
                        wide, capCode, joinCode, MITRE_LIMIT, pattern, (float) Math.max(0, offset.of(feature)));
    }

    /** Lengths of dashes and gaps; empty where the line is solid. */
    float[] pattern(Feature feature) {
        List<Float> lengths = new ArrayList<>();
        for (Num dash : dashes) {
            lengths.add((float) dash.of(feature));
        }
        for (Expression list : dashLists) {
            String text = Converters.convert(Filters.value(list).apply(feature), String.class);
            for (String length : text == null ? new String[0] : text.strip().split("[\\s,]+")) {
                Double number = Converters.convert(length, Double.class);
                lengths.add(number == null ? Float.NaN : (float) (number * unit));
            }
        }
        float sum = 0;
        for (float length : lengths) {
            if (!(length >= 0)) {
                return new float[0];
            }
            sum += length;
        }
        if (sum <= 0) {
            return new float[0];
        }
        float[] pattern = new float[lengths.size()];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = lengths.get(i);
        }
        return pattern;
    }

    double offset(Feature feature) {
        return offset.of(feature);
    }

    private static int cap(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "round" -> BasicStroke.CAP_ROUND;
            case "square" -> BasicStroke.CAP_SQUARE;
            default -> BasicStroke.CAP_BUTT;
        };
    }

    private static int join(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "round" -> BasicStroke.JOIN_ROUND;
            case "bevel" -> BasicStroke.JOIN_BEVEL;
            default -> BasicStroke.JOIN_MITER;
        };
    }
}

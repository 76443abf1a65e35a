package org.riskmap.render;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.Fill;
import org.riskmap.style.LabelPlacement;
import org.riskmap.style.Stroke;

/** Which properties fills, strokes and placements read. */
final class PaintParts {

    private PaintParts() {}

    static void collect(@Nullable Fill fill, Set<String> names) {
        if (fill == null) {
            return;
        }
        Evaluated.collect(fill.color(), names);
        Evaluated.collect(fill.opacity(), names);
        if (fill.graphic() != null) {
            SymbolPainter.collect(fill.graphic(), names);
        }
    }

    static void collect(@Nullable Stroke stroke, Set<String> names) {
        if (stroke == null) {
            return;
        }
        Evaluated.collect(stroke.color(), names);
        Evaluated.collect(stroke.opacity(), names);
        Evaluated.collect(stroke.width(), names);
        Evaluated.collect(stroke.cap(), names);
        Evaluated.collect(stroke.join(), names);
        stroke.dashes().forEach(dash -> Evaluated.collect(dash, names));
        Evaluated.collect(stroke.dashOffset(), names);
        if (stroke.graphicStroke() != null) {
            SymbolPainter.collect(stroke.graphicStroke(), names);
        }
        if (stroke.graphicFill() != null) {
            SymbolPainter.collect(stroke.graphicFill(), names);
        }
    }

    static void collect(LabelPlacement placement, Set<String> names) {
        if (placement instanceof LabelPlacement.AtPoint point) {
            Evaluated.collect(point.anchorX(), names);
            Evaluated.collect(point.anchorY(), names);
            Evaluated.collect(point.displacementX(), names);
            Evaluated.collect(point.displacementY(), names);
            Evaluated.collect(point.rotation(), names);
        } else if (placement instanceof LabelPlacement.AlongLine line) {
            Evaluated.collect(line.perpendicularOffset(), names);
        }
    }
}

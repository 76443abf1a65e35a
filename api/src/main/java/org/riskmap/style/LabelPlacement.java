package org.riskmap.style;

import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Where a label stands. */
public sealed interface LabelPlacement {

    /**
     * Beside a point.
     *
     * @param anchorX part of the label's width, from its left side, that lies on the point
     * @param anchorY part of the label's height, from its lower side, that lies on the point
     * @param displacementX to the right, in the symbolizer's unit
     * @param displacementY upwards, in the symbolizer's unit
     * @param rotation degrees clockwise
     */
    record AtPoint(
            Expression anchorX,
            Expression anchorY,
            Expression displacementX,
            Expression displacementY,
            Expression rotation)
            implements LabelPlacement {}

    /**
     * Along a line.
     *
     * @param perpendicularOffset positive above the line, in the symbolizer's unit; null means on it
     */
    record AlongLine(@Nullable Expression perpendicularOffset) implements LabelPlacement {}
}

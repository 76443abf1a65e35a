package org.riskmap.render;

import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.kernel.Feature;

/** What a symbol looks like without a feature. */
final class Legends {

    /** A feature without properties: every expression that reads one gives its default. */
    static final Feature NOBODY = new Feature("none", new GeometryFactory().createPoint(), java.util.Map.of());

    private Legends() {}

    static double constant(@Nullable Expression expression, double absent) {
        return Evaluated.number(expression, absent, 1).of(NOBODY);
    }
}

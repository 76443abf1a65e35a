package org.riskmap.filter;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.geometry.BoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.riskmap.kernel.AxisOrder;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;

/**
 * Brings a filter's geometries to a layer's system, east first. A geometry literal carries its {@link Crs} with axis order
 * as user data; one without is read in the system that the caller assumes.
 */
final class Placement extends DuplicatingFilterVisitor {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int STEPS_PER_EDGE = 16;

    private final String input;
    private final Crs assumed;
    private final Crs layer;

    private Placement(String input, Crs assumed, Crs layer) {
        this.input = input;
        this.assumed = assumed;
        this.layer = layer.eastFirst();
    }

    static Filter place(String input, Filter filter, Crs assumed, Crs layer) {
        return (Filter) filter.accept(new Placement(input, assumed, layer), null);
    }

    static Expression place(String input, Expression expression, Crs assumed, Crs layer) {
        return (Expression) expression.accept(new Placement(input, assumed, layer), null);
    }

    /** A rectangle as a literal's value; a point or line where it has no area. */
    static Geometry box(Envelope envelope, @Nullable Crs crs) {
        Geometry rectangle = envelope.toGeometry(GEOMETRY);
        rectangle.setUserData(crs);
        return rectangle;
    }

    @Override
    public Object visit(Literal literal, Object data) {
        Object value = literal.getValue();
        if (value instanceof Geometry geometry) {
            return getFactory(data).literal(placed(geometry, crsOf(geometry.getUserData())));
        }
        if (value instanceof BoundingBox box && !(value instanceof Geometry)) {
            Envelope envelope = new Envelope(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            return getFactory(data)
                    .literal(placed(envelope.toGeometry(GEOMETRY), crsOf(box.getCoordinateReferenceSystem())));
        }
        return literal;
    }

    private Crs crsOf(@Nullable Object named) {
        if (named instanceof Crs crs) {
            return crs;
        }
        if (named instanceof CoordinateReferenceSystem crs) {
            try {
                Integer code = CRS.lookupEpsgCode(crs, false);
                if (code != null) {
                    return Crs.eastFirst(code);
                }
            } catch (FactoryException unknown) {
                throw new InvalidInput(input, "a geometry's reference system is not known", "name it by its EPSG code");
            }
            throw new InvalidInput(input, "a geometry's reference system has no EPSG code", "name one that has");
        }
        return assumed;
    }

    private Geometry placed(Geometry geometry, Crs crs) {
        Geometry result = crs.northFirst() ? AxisOrder.swapped(geometry) : geometry.copy();
        Reprojection step = Reprojection.between(crs, layer);
        if (!step.identity()) {
            result = shown(step, densified(result));
        }
        if (!result.isValid()) {
            result = GeometryFixer.fix(result);
        }
        result.setUserData(layer);
        return result;
    }

    private Geometry shown(Reprojection step, Geometry geometry) {
        try {
            return step.apply(geometry);
        } catch (InvalidInput outside) {
            throw new InvalidInput(input, outside.problem(), outside.remedy());
        }
    }

    private static Geometry densified(Geometry geometry) {
        double longest = Math.max(
                geometry.getEnvelopeInternal().getWidth(),
                geometry.getEnvelopeInternal().getHeight());
        boolean fewVertices = geometry.getNumPoints() <= 64;
        return longest > 0 && geometry.getDimension() > 0 && fewVertices
                ? Densifier.densify(geometry, longest / STEPS_PER_EDGE)
                : geometry;
    }
}

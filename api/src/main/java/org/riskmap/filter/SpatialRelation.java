package org.riskmap.filter;

import java.util.function.Predicate;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two geometries lie to each other in the plane (OGC 06-103r4, 6.1.15), left to right. BBOX means intersects. */
enum SpatialRelation {
    EQUALS("ST_Equals"),
    DISJOINT("ST_Disjoint"),
    INTERSECTS("ST_Intersects"),
    TOUCHES("ST_Touches"),
    CROSSES("ST_Crosses"),
    WITHIN("ST_Within"),
    CONTAINS("ST_Contains"),
    OVERLAPS("ST_Overlaps");

    private final String sql;

    SpatialRelation(String sql) {
        this.sql = sql;
    }

    /** PostGIS's function of the same meaning. */
    String sql() {
        return sql;
    }

    static SpatialRelation of(BinarySpatialOperator operator) {
        if (operator instanceof BBOX || operator instanceof Intersects) return INTERSECTS;
        if (operator instanceof Equals) return EQUALS;
        if (operator instanceof Disjoint) return DISJOINT;
        if (operator instanceof Touches) return TOUCHES;
        if (operator instanceof Crosses) return CROSSES;
        if (operator instanceof Within) return WITHIN;
        if (operator instanceof Contains) return CONTAINS;
        if (operator instanceof Overlaps) return OVERLAPS;
        throw new IllegalArgumentException("no such spatial relation: " + operator.getClass());
    }

    /** The relation with its sides exchanged. */
    SpatialRelation turned() {
        return switch (this) {
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
            default -> this;
        };
    }

    boolean holds(Geometry left, Geometry right) {
        return RelateNG.relate(left, right, predicate());
    }

    /** The relation to one right side that many left sides are held against. */
    Predicate<Geometry> to(Geometry right) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(right);
        return left -> isCollection(left) || isCollection(right)
                ? holds(left, right)
                : switch (this) {
                    case EQUALS -> left.equalsTopo(right);
                    case DISJOINT -> prepared.disjoint(left);
                    case INTERSECTS -> prepared.intersects(left);
                    case TOUCHES -> prepared.touches(left);
                    case CROSSES -> prepared.crosses(left);
                    case WITHIN -> prepared.contains(left);
                    case CONTAINS -> prepared.within(left);
                    case OVERLAPS -> prepared.overlaps(left);
                };
    }

    private static boolean isCollection(Geometry geometry) {
        return geometry.getClass() == GeometryCollection.class;
    }

    private TopologyPredicate predicate() {
        return switch (this) {
            case EQUALS -> RelatePredicate.equalsTopo();
            case DISJOINT -> RelatePredicate.disjoint();
            case INTERSECTS -> RelatePredicate.intersects();
            case TOUCHES -> RelatePredicate.touches();
            case CROSSES -> RelatePredicate.crosses();
            case WITHIN -> RelatePredicate.within();
            case CONTAINS -> RelatePredicate.contains();
            case OVERLAPS -> RelatePredicate.overlaps();
        };
    }
}

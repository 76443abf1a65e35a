package org.riskmap.ogc;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.kernel.Crs;

/** Writes geometry as GML 2.1.2, 3.1.1 or 3.2.1, with GeoServer's choice of elements. */
public final class Gml {

    /** Which GML. */
    public enum Dialect {
        GML2("http://www.opengis.net/gml", "gml/2.1.2/feature.xsd"),
        GML31("http://www.opengis.net/gml", "gml/3.1.1/base/gml.xsd"),
        GML32("http://www.opengis.net/gml/3.2", "gml/3.2.1/gml.xsd");

        private final String space;
        private final String schemaFile;

        Dialect(String space, String schemaFile) {
            this.space = space;
            this.schemaFile = schemaFile;
        }

        /** Where its schema lies in {@link Schemas}. */
        public String schemaFile() {
            return schemaFile;
        }

        /** The name space of its elements. */
        public String space() {
            return space;
        }
    }

    private final Xml xml;
    private final Dialect dialect;
    private final String crsName;
    private final boolean northFirst;

    /**
     * @param xml takes the elements, with the prefix {@code gml}
     * @param crs of what is written, with the order in which positions are told
     * @param crsName how {@code srsName} calls it
     */
    public Gml(Xml xml, Dialect dialect, Crs crs, String crsName) {
        this.xml = xml;
        this.dialect = dialect;
        this.crsName = crsName;
        this.northFirst = crs.northFirst();
    }

    /** @param id of the geometry, used by GML 3.2 */
    public void geometry(Geometry geometry, String id) {
        shape(geometry, id, true);
    }

    private void shape(Geometry geometry, String id, boolean outermost) {
        if (geometry instanceof Point point) {
            start("Point", id, outermost);
            positions(point.getCoordinateSequence(), true);
        } else if (geometry instanceof LineString line) {
            start("LineString", id, outermost);
            positions(line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            start("Polygon", id, outermost);
            rings(polygon);
        } else {
            collection((GeometryCollection) geometry, id, outermost);
            return;
        }
        xml.end();
    }

    private void start(String name, String id, boolean outermost) {
        xml.start("gml:" + name);
        if (outermost) {
            xml.with("srsName", crsName, "srsDimension", dialect == Dialect.GML2 ? null : "2");
        }
        if (dialect == Dialect.GML32) {
            xml.with("gml:id", id);
        }
    }

    private void rings(Polygon polygon) {
        boolean old = dialect == Dialect.GML2;
        if (polygon.isEmpty()) {
            return;
        }
        ring(old ? "gml:outerBoundaryIs" : "gml:exterior", polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(old ? "gml:innerBoundaryIs" : "gml:interior", polygon.getInteriorRingN(i));
        }
    }

    private void ring(String name, LineString ring) {
        xml.start(name).start("gml:LinearRing");
        positions(ring.getCoordinateSequence(), false);
        xml.end().end();
    }

    private void collection(GeometryCollection collection, String id, boolean outermost) {
        String name;
        String member;
        if (collection instanceof MultiPoint) {
            name = "MultiPoint";
            member = "pointMember";
        } else if (collection instanceof MultiLineString) {
            name = dialect == Dialect.GML32 ? "MultiCurve" : "MultiLineString";
            member = dialect == Dialect.GML32 ? "curveMember" : "lineStringMember";
        } else if (collection instanceof MultiPolygon) {
            name = dialect == Dialect.GML2 ? "MultiPolygon" : "MultiSurface";
            member = dialect == Dialect.GML2 ? "polygonMember" : "surfaceMember";
        } else {
            name = "MultiGeometry";
            member = "geometryMember";
        }
        start(name, id, outermost);
        for (int i = 0; i < collection.getNumGeometries(); i++) {
            xml.start("gml:" + member);
            shape(collection.getGeometryN(i), id + "." + (i + 1), false);
            xml.end();
        }
        xml.end();
    }

    private void positions(CoordinateSequence sequence, boolean one) {
        if (dialect == Dialect.GML2) {
            xml.start("gml:coordinates", "decimal", ".", "cs", ",", "ts", " ");
        } else {
            xml.start(one ? "gml:pos" : "gml:posList");
        }
        StringBuilder text = xml.plain();
        char between = dialect == Dialect.GML2 ? ',' : ' ';
        for (int i = 0; i < sequence.size(); i++) {
            if (i > 0) {
                text.append(' ');
            }
            position(text, sequence.getX(i), sequence.getY(i), between);
        }
        xml.end();
    }

    private void position(StringBuilder text, double x, double y, char between) {
        Decimals.append(text, northFirst ? y : x);
        text.append(between);
        Decimals.append(text, northFirst ? x : y);
    }

    /** {@code gml:boundedBy} of a feature; nothing where it has no geometry. */
    public void boundedBy(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return;
        }
        Envelope box = geometry.getEnvelopeInternal();
        Coordinate lower = new Coordinate(box.getMinX(), box.getMinY());
        Coordinate upper = new Coordinate(box.getMaxX(), box.getMaxY());
        xml.start("gml:boundedBy");
        if (dialect == Dialect.GML2) {
            xml.start("gml:Box", "srsName", crsName).start("gml:coordinates", "decimal", ".", "cs", ",", "ts", " ");
            position(xml.plain(), lower.x, lower.y, ',');
            xml.plain().append(' ');
            position(xml.plain(), upper.x, upper.y, ',');
            xml.end();
        } else {
            xml.start("gml:Envelope", "srsName", crsName, "srsDimension", "2");
            xml.start("gml:lowerCorner");
            position(xml.plain(), lower.x, lower.y, ' ');
            xml.end().start("gml:upperCorner");
            position(xml.plain(), upper.x, upper.y, ' ');
            xml.end();
        }
        xml.end().end();
    }
}

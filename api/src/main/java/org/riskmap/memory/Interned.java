package org.riskmap.memory;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Rows and geometries in little room: names and equal values are shared, coordinates lie in one array. */
final class Interned {

    private static final int MOST_VALUES = 50_000;
    private static final GeometryFactory PACKED = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final Map<Object, Object> values = new HashMap<>();
    private final Map<Object, Row.Columns> columns = new HashMap<>();

    Row row(Map<String, @Nullable Object> properties) {
        Row.Columns names = columns.computeIfAbsent(
                java.util.List.copyOf(properties.keySet()), list -> new Row.Columns(properties.keySet()));
        @Nullable Object[] cells = new Object[properties.size()];
        int i = 0;
        for (Object value : properties.values()) {
            cells[i++] = value == null ? null : shared(value);
        }
        return new Row(names, cells);
    }

    private Object shared(Object value) {
        if (values.size() > MOST_VALUES) {
            return values.getOrDefault(value, value);
        }
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    Geometry packed(Geometry geometry) {
        Geometry packed = new GeometryEditor(PACKED).edit(geometry, new GeometryEditor.CoordinateSequenceOperation() {
            @Override
            public org.locationtech.jts.geom.CoordinateSequence edit(
                    org.locationtech.jts.geom.CoordinateSequence sequence, Geometry part) {
                double[] xy = new double[2 * sequence.size()];
                for (int i = 0; i < sequence.size(); i++) {
                    xy[2 * i] = sequence.getX(i);
                    xy[2 * i + 1] = sequence.getY(i);
                }
                return new org.locationtech.jts.geom.impl.PackedCoordinateSequence.Double(xy, 2, 0);
            }
        });
        packed.getEnvelopeInternal(); // computed before other threads see the geometry
        return packed;
    }
}

package org.riskmap.result;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/** Copies a run's features into one of the fixed tables, in the surrounding transaction. */
final class RunTable {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Database database;
    private final String runId;
    private final String process;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);

    RunTable(Database database, String runId, String process) {
        this.database = database;
        this.runId = runId;
        this.process = process;
    }

    void insert(RunRows rows) {
        if (rows.features().isEmpty()) {
            return;
        }
        TableShape shape = database.shape("risk", rows.table())
                .orElseThrow(() -> new IllegalArgumentException("no table risk." + rows.table()));
        boolean multi =
                String.valueOf(shape.geometry().orElseThrow().geometryType()).startsWith("Multi");
        List<String> columns = List.copyOf(rows.features().get(0).properties().keySet());
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Feature feature : rows.features()) {
            text.append(runId).append('.').append(++number).append('\t').append(runId);
            text.append('\t').append(process).append('\t').append(hex(feature.geometry(), multi));
            columns.forEach(column ->
                    text.append('\t').append(field(feature.properties().get(column))));
            text.append('\n');
        }
        String names = columns.stream().map(SqlQuery::identifier).collect(Collectors.joining(", "));
        database.copyIn(
                "copy %s (id, run_id, source, geom%s) from stdin"
                        .formatted(shape.qualifiedName(), columns.isEmpty() ? "" : ", " + names),
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private String hex(Geometry geometry, boolean multi) {
        Geometry stored = geometry;
        if (multi && geometry instanceof Polygon polygon) {
            stored = GEOMETRIES.createMultiPolygon(new Polygon[] {polygon});
        } else if (multi && geometry instanceof LineString line) {
            stored = GEOMETRIES.createMultiLineString(new LineString[] {line});
        }
        stored = stored == geometry ? geometry.copy() : stored;
        stored.setSRID(Crs.STORAGE.code());
        return WKBWriter.toHex(wkb.write(stored));
    }

    /** A field of COPY's text format. */
    private static String field(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        return value.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}

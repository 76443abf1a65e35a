package org.riskmap.result;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/** Copies a run's features into one of the fixed tables, in the surrounding transaction. */
final class RunTable {

    private final Database database;
    private final Map<String, TableShape> shapes;
    private final String runId;
    private final String process;
    private final HexGeometry hex = new HexGeometry(Crs.STORAGE.code());

    /** @param shapes of the fixed tables, by name, as far as they were looked up */
    RunTable(Database database, Map<String, TableShape> shapes, String runId, String process) {
        this.database = database;
        this.shapes = shapes;
        this.runId = runId;
        this.process = process;
    }

    void insert(RunRows rows) {
        if (rows.features().isEmpty()) {
            return;
        }
        TableShape shape = shapes.computeIfAbsent(rows.table(), name -> database.shape("risk", name)
                .orElseThrow(() -> new IllegalArgumentException("no table risk." + name)));
        boolean multi =
                String.valueOf(shape.geometry().orElseThrow().geometryType()).startsWith("Multi");
        List<String> columns = List.copyOf(rows.features().get(0).properties().keySet());
        ByteArrayOutputStream rowsText = new ByteArrayOutputStream(1 << 16);
        int number = 0;
        for (Feature feature : rows.features()) {
            write(rowsText, runId + '.' + ++number + '\t' + runId + '\t' + process + '\t');
            hex.write(feature.geometry(), multi, rowsText);
            StringBuilder fields = new StringBuilder();
            columns.forEach(column ->
                    fields.append('\t').append(field(feature.properties().get(column))));
            write(rowsText, fields.append('\n').toString());
        }
        String names = columns.stream().map(SqlQuery::identifier).collect(Collectors.joining(", "));
        database.copyIn(
                "copy %s (id, run_id, source, geom%s) from stdin"
                        .formatted(shape.qualifiedName(), columns.isEmpty() ? "" : ", " + names),
                new ByteArrayInputStream(rowsText.toByteArray()));
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
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

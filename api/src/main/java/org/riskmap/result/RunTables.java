package org.riskmap.result;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.CopyRows;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.TableShape;

/** Copies a run's features and outputs into the fixed tables, in the surrounding transaction. */
final class RunTables {

    /** What every feature's row begins with. */
    private static final List<String> OF_EVERY_ROW = List.of("id", "run_id", "source", "geom");

    private final Database database;
    private final Map<String, TableShape> shapes;
    private final String runId;
    private final String process;

    /** @param shapes of the fixed tables, by name, as far as they were looked up */
    RunTables(Database database, Map<String, TableShape> shapes, String runId, String process) {
        this.database = database;
        this.shapes = shapes;
        this.runId = runId;
        this.process = process;
    }

    void insert(RunRows rows) {
        Iterator<Feature> features = rows.features().iterator();
        if (!features.hasNext()) {
            return;
        }
        Feature first = features.next();
        List<String> properties = List.copyOf(first.properties().keySet());
        List<String> columns = new ArrayList<>(OF_EVERY_ROW);
        columns.addAll(properties);
        CopyRows copy = new CopyRows(shape(rows.table()), columns);
        int number = 0;
        add(copy, ++number, first, properties);
        while (features.hasNext()) {
            add(copy, ++number, features.next(), properties);
        }
        database.copyIn(copy);
    }

    private void add(CopyRows copy, int number, Feature feature, List<String> properties) {
        copy.row();
        copy.value(0, runId + '.' + number);
        copy.value(1, runId);
        copy.value(2, process);
        copy.value(3, feature.geometry());
        for (int i = 0; i < properties.size(); i++) {
            copy.value(OF_EVERY_ROW.size() + i, feature.properties().get(properties.get(i)));
        }
    }

    void insert(Map<String, WrittenJson> outputs) {
        CopyRows copy = new CopyRows(shape("analysis_output"), List.of("run_id", "place", "name", "body"));
        int place = 0;
        for (Map.Entry<String, WrittenJson> output : outputs.entrySet()) {
            copy.row();
            copy.value(0, runId);
            copy.value(1, place++);
            copy.value(2, output.getKey());
            copy.utf8(output.getValue().bytes());
        }
        database.copyIn(copy);
    }

    private TableShape shape(String table) {
        return shapes.computeIfAbsent(table, name -> database.shape("risk", name)
                .orElseThrow(() -> new IllegalArgumentException("no table risk." + name)));
    }
}

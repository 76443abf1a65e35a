package org.riskmap.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs that were solved: looked up by id, stored once with their features. Safe for many threads and nodes. */
public final class Runs {

    private final Database database;
    private final DataVersions versions;

    /** Of the tables that results go to; no statement of a running service changes them. */
    private final Map<String, TableShape> shapes = new ConcurrentHashMap<>();

    public Runs(Database database) {
        this.database = database;
        this.versions = new DataVersions(database);
    }

    /** Versions of tables' contents. */
    public DataVersions versions() {
        return versions;
    }

    /** The answer of a run, where it was stored. */
    public Optional<StoredRun> find(String id) {
        Map<String, WrittenJson> outputs = new LinkedHashMap<>();
        database.list(
                        SqlQuery.of("select name, body from risk.analysis_output where run_id = ? order by place", id),
                        row -> Map.entry(String.valueOf(row.text(1)), WrittenJson.of(String.valueOf(row.text(2)))))
                .forEach(output -> outputs.put(output.getKey(), output.getValue()));
        return outputs.isEmpty() ? Optional.empty() : Optional.of(new StoredRun(id, outputs));
    }

    /**
     * Keeps a run, its answer and its features in one transaction, {@code run} and {@code warnings} added to the outputs.
     * Where another caller was first, that one's answer is given: the bytes of an id never change.
     *
     * @param outputs writes JSON text by name, in the order of the answer; asked once, by another thread, while the features
     *     are being stored
     * @param warnings what a careful reader must know
     */
    public StoredRun store(
            Run run, Supplier<Map<String, WrittenJson>> outputs, List<String> warnings, List<RunRows> rows) {
        List<String> layers = rows.stream().map(RunRows::layer).distinct().toList();
        CompletableFuture<StoredRun> writing =
                CompletableFuture.supplyAsync(() -> answer(run, layers, outputs.get(), warnings));
        return database.inTransaction(client -> {
            client.sql("set local synchronous_commit = off")
                    .update(); // a run that is lost is solved again, byte by byte
            if (!insertRun(client, run, run.id(), layers)) {
                return find(run.id()).orElseThrow();
            }
            RunTables tables = new RunTables(database, shapes, run.id(), run.process());
            rows.forEach(tables::insert);
            StoredRun answer = writing.join();
            client.sql("delete from risk.expired_run where id = ?")
                    .param(answer.id())
                    .update();
            tables.insert(answer.outputs());
            return answer;
        });
    }

    private static StoredRun answer(
            Run run, List<String> layers, Map<String, WrittenJson> outputs, List<String> warnings) {
        String id = run.id();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", id);
        about.put("parameters", run.parameters());
        about.put("data_versions", run.dataVersions());
        about.put("layers", layers);
        Map<String, WrittenJson> all = new LinkedHashMap<>(outputs);
        all.put("run", CanonicalJson.written(about));
        all.put("warnings", CanonicalJson.written(warnings));
        return new StoredRun(id, all);
    }

    private static boolean insertRun(JdbcClient client, Run run, String id, List<String> layers) {
        return client.sql("""
                        insert into risk.analysis_run (id, process, process_version, parameters, data_versions, layers)
                        values (?, ?, ?, ?::json, ?::json, string_to_array(?, ','))
                        on conflict (id) do nothing
                        """)
                        .params(
                                id,
                                run.process(),
                                run.processVersion(),
                                CanonicalJson.text(run.parameters()),
                                CanonicalJson.text(run.dataVersions()),
                                String.join(",", layers))
                        .update()
                == 1;
    }
}

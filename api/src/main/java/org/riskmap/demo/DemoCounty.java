package org.riskmap.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.locationtech.jts.geom.MultiPolygon;
import org.riskmap.postgis.Database;

/** The door: makes a demo land and loads it. */
public final class DemoCounty {

    private static final int COPY_TARGET = "copy risk.".length();

    private DemoCounty() {}

    /** Whether no layer of this database ever had a row. */
    public static boolean isUntouched(Database database) {
        return database.client()
                .sql("select not exists (select from risk.change)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Works out the land, loads all rows in one transaction and puts {@code dem.tif} and {@code hillshade.tif} into a
     * folder just before it commits; where anything fails, neither rows nor files change. The tables must hold no rows of
     * an earlier demo.
     *
     * @return rows by table
     * @throws org.springframework.dao.DataAccessException where the database refuses
     * @throws UncheckedIOException where the folder cannot be written to
     */
    public static Map<String, Long> load(Database database, DemoSettings settings, Path rasterFolder) {
        return load(database, settings, rasterFolder, (statement, rows, count) -> {});
    }

    /** As above; the witness sees every byte that goes to the database. */
    static Map<String, Long> load(Database database, DemoSettings settings, Path rasterFolder, CopyTable.Sink witness) {
        Landscape land = Landscape.of(settings);
        CompletableFuture<ReliefRasters.Written> rasters =
                CompletableFuture.supplyAsync(() -> written(land, settings, rasterFolder));
        try {
            DemoLand demo = new DemoLand(settings, land);
            return database.inTransaction(client -> {
                Map<String, Long> rows = new LinkedHashMap<>();
                write(demo, (statement, bytes, count) -> {
                    witness.take(statement, bytes, count);
                    database.copyIn(statement, new ByteArrayInputStream(bytes));
                    rows.merge(table(statement), count, Long::sum);
                });
                ResponsiblePeople.write(client);
                publish(rasters);
                return rows;
            });
        } finally {
            discard(rasters);
        }
    }

    private static ReliefRasters.Written written(Landscape land, DemoSettings settings, Path folder) {
        try {
            return new ReliefRasters(land, settings.scale()).write(folder);
        } catch (IOException notWritten) {
            throw new UncheckedIOException("cannot write the demo's rasters into " + folder, notWritten);
        }
    }

    private static void publish(CompletableFuture<ReliefRasters.Written> rasters) {
        try {
            rasters.join().publish();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UncheckedIOException notWritten ? notWritten : failed;
        } catch (IOException notMoved) {
            throw new UncheckedIOException("cannot put the demo's rasters into their place", notMoved);
        }
    }

    /** Leaves no half files behind, whatever happened. */
    private static void discard(CompletableFuture<ReliefRasters.Written> rasters) {
        rasters.handle((written, failed) -> written)
                .thenAccept(written -> {
                    try {
                        if (written != null) {
                            written.discard();
                        }
                    } catch (IOException left) {
                        throw new UncheckedIOException("cannot remove " + written, left);
                    }
                })
                .join();
    }

    private static String table(String copyStatement) {
        return copyStatement.substring(COPY_TARGET, copyStatement.indexOf(' ', COPY_TARGET));
    }

    /** All rows, in an order and with bytes that depend on the settings only. */
    static void write(DemoLand demo, CopyTable.Sink sink) {
        List<MultiPolygon> townships = new AdminRows(demo).write(sink);
        new WayRows(demo).write(sink);
        HazardRows hazards = new HazardRows(demo);
        hazards.write(sink);
        new MeansRows(demo).write(sink);
        new SmallCatchments(demo).write(sink);
        new RainRows(demo, hazards.zoneRisks).write(sink);
        new FacilityRows(demo).write(sink);
        new PastEvents(demo, townships.get(Places.TOWNSHIPS - 1)).write(sink);
    }
}

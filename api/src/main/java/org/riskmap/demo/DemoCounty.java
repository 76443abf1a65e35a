package org.riskmap.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.riskmap.postgis.Database;

/** The door: makes a demo county and loads it. */
public final class DemoCounty {

    private DemoCounty() {}

    /**
     * Works out the land, writes {@code dem.tif} and {@code hillshade.tif} into a folder and loads all rows in one
     * transaction; either both happen or neither. The tables must hold no rows of an earlier demo.
     *
     * @return rows by table
     * @throws org.springframework.dao.DataAccessException where the database refuses
     */
    public static Map<String, Long> load(Database database, DemoSettings settings, Path rasterFolder) {
        DemoLand demo = new DemoLand(settings);
        try {
            new ReliefRasters(demo.land, settings.scale()).write(rasterFolder);
        } catch (IOException notWritten) {
            throw new UncheckedIOException("cannot write the demo's rasters into " + rasterFolder, notWritten);
        }
        return database.inTransaction(client -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            write(demo, (statement, bytes, count) -> {
                database.copyIn(statement, new ByteArrayInputStream(bytes));
                rows.merge(statement.substring(10, statement.indexOf(' ', 10)), count, Long::sum);
            });
            return rows;
        });
    }

    /** Whether no layer of this database ever had a row. */
    public static boolean isUntouched(Database database) {
        return database.client()
                .sql("select not exists (select from risk.change)")
                .query(Boolean.class)
                .single();
    }

    static void write(DemoLand demo, CopyTable.Sink sink) {
        new AdminRows(demo).write(sink);
        new WayRows(demo).write(sink);
        new HazardRows(demo).write(sink);
        new MeansRows(demo).write(sink);
    }
}

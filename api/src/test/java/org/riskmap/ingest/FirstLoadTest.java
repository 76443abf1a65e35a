package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/** Very many records into a table that holds next to nothing, so that its indexes are set aside meanwhile. */
class FirstLoadTest {

    private static final int MANY = 25_000;
    private static final String INDEXES = "select string_agg(indexdef, ';' order by indexname) from pg_indexes "
            + "where schemaname = 'risk' and tablename = 'settlement'";

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "county").profile("""
                - match: settlements.csv
                  crs: EPSG:4490
                  tables:
                    - {target: settlement, id: id, geometry: {x: x, y: y}, columns: {name: name, population: people}}
                """);
        load.write(
                "settlements.csv",
                IntStream.range(0, MANY)
                        .mapToObj(i -> "s" + i + ",村" + i + "," + (119 + i % 100 * 0.01) + "," + (27 + i / 100 * 0.001)
                                + "," + i % 500)
                        .collect(Collectors.joining("\n", "id,name,x,y,people\n", "\n")));
    }

    private static String counts(TableReport table) {
        return table.added() + " new, " + table.changed() + " changed, " + table.unchanged() + " as before, "
                + table.rejected() + " rejected";
    }

    private String loaded() {
        return load.text("select count(*) || ' ' || sum(population) from risk.settlement where source = 'county'");
    }

    /** 50 times 0 + 1 + … + 499. */
    private static final String ALL_OF_THEM = MANY + " " + 50 * 499 * 250;

    @Test
    void the_indexes_are_as_before_and_the_change_is_told_once() {
        String before = load.text(INDEXES);
        load.execute("insert into risk.settlement (id, name, geom, population, source) "
                + "values ('s7', 'old', st_point(119.5, 27.5, 4490), 1, 'county'), "
                + "('x', 'kept', st_point(119.5, 27.5, 4490), 1, 'edited')");
        load.execute("truncate risk.change");
        assertThat(counts(LoadFixture.only(load.load())))
                .isEqualTo(MANY - 1 + " new, 1 changed, 0 as before, 0 rejected");
        assertThat(load.text(INDEXES)).isEqualTo(before);
        assertThat(loaded()).isEqualTo(ALL_OF_THEM);
        assertThat(load.text("select string_agg(operation || rows, ' ' order by operation) from risk.change"))
                .isEqualTo("INSERT" + (MANY - 1) + " UPDATE1");
        assertThat(counts(LoadFixture.only(load.load())))
                .isEqualTo("0 new, 0 changed, " + MANY + " as before, 0 rejected");
    }

    @Test
    void a_table_that_somebody_reads_is_filled_beside_them() throws SQLException {
        String before = load.text(INDEXES);
        try (Connection reader = test.database().dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("select count(*) from risk.settlement");
            assertThat(counts(LoadFixture.only(load.load())))
                    .isEqualTo(MANY + " new, 0 changed, 0 as before, 0 rejected");
            reader.rollback();
        }
        assertThat(load.text(INDEXES)).isEqualTo(before);
        assertThat(loaded()).isEqualTo(ALL_OF_THEM);
    }
}

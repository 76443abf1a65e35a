package org.riskmap.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.Layers;
import org.riskmap.postgis.ChangeFeed;

class KeptCountsTest {

    private final TestDatabase test = TestDatabase.create();
    private final ChangeFeed feed = new ChangeFeed(test.database());
    private final FeatureLayer settlements = Layers.of(test.database(), "risk", "settlement");
    private KeptCounts counts;

    @BeforeEach
    void open() {
        feed.start();
        counts = new KeptCounts(test.database(), feed, new FeatureReader());
        add(1, 300);
    }

    @AfterEach
    void close() {
        feed.close();
        test.close();
    }

    private void add(int first, int last) {
        run("insert into risk.settlement (id, population, geom, source) select 's' || i, i, "
                + "st_point(119.5, 27.5, 4490), 'test' from generate_series(" + first + ", " + last + ") i");
    }

    private void run(String sql) {
        test.database().client().sql(sql).update();
    }

    private long all() {
        return counts.of(settlements, FeatureQuery.all());
    }

    @Test
    void what_was_committed_before_the_question_is_counted() {
        assertThat(all()).isEqualTo(300);
        add(301, 310);
        assertThat(all()).isEqualTo(310);
        run("delete from risk.settlement where id = 's8'");
        assertThat(all()).isEqualTo(309);
        run("truncate risk.settlement");
        assertThat(all()).isZero();
        FeatureQuery filtered = FeatureQuery.all().withFilter(Filters.ecql("filter", "population > 400"));
        assertThat(counts.of(settlements, filtered)).isZero();
        add(399, 403);
        assertThat(counts.of(settlements, filtered)).isEqualTo(3);
    }

    @Test
    void while_nothing_changes_the_table_is_not_read_again() throws SQLException {
        assertThat(all()).isEqualTo(300);
        try (Connection other = test.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table risk.settlement in access exclusive mode"); // who reads it now must wait
            assertThat(all()).isEqualTo(300);
            statement.execute("delete from risk.settlement where id < 's2'");
            assertThat(all()).isEqualTo(300);
            other.commit();
            other.setAutoCommit(true);
        }
        assertThat(all()).isEqualTo(300 - 111); // s1, s10 to s19, s100 to s199
    }
}

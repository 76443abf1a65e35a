package org.riskmap.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.SqlQuery;

/** Runs of 1 to 60 days ago, on a clock that the test sets. */
class ExpiryTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    @AutoClose
    private TestDatabase test;

    private Runs runs;
    private ExpiringRuns expiring;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        runs = new Runs(test.database());
        expiring = new ExpiringRuns(test.database());
    }

    private static Run run(String name) {
        return new Run("response-circles", "1", Map.of("name", name), Map.of());
    }

    private String stored(String name, String age) {
        Feature site = new Feature(
                "s",
                new GeometryFactory().createPoint(new Coordinate(120, 30)),
                Map.of("site_id", "s", "rank", 1, "required", false, "adds", 1, "total", 1));
        String id = runs.store(
                        run(name),
                        () -> Map.of("summary", WrittenJson.of("{}")),
                        List.of(),
                        List.of(new RunRows("run_site", List.of(site))))
                .id();
        test.database()
                .client()
                .sql("update risk.analysis_run set created_at = timestamptz '" + NOW + "' - interval '" + age
                        + "' where id = ?")
                .param(id)
                .update();
        return id;
    }

    private List<String> left() {
        return test.database().list(SqlQuery.of("""
                select parameters ->> 'name' from risk.analysis_run r
                where exists (select from risk.run_site s where s.run_id = r.id) order by created_at desc
                """), row -> String.valueOf(row.text(1)));
    }

    @Test
    void older_runs_go_with_their_features_and_pinned_ones_stay() {
        stored("new", "1 day");
        stored("last day", "29 days 23 hours");
        String old = stored("old", "31 days");
        expiring.pin(stored("pinned", "60 days"), true);
        assertThat(expiring.expire(NOW, new RunPolicy(30, 100))).isEqualTo(1);
        assertThat(left()).containsExactly("new", "last day", "pinned");
        assertThat(test.database().list(SqlQuery.of("select count(*) from risk.run_site"), row -> row.integer(1)))
                .containsExactly(3L);
        assertThat(expiring.whyGone(old)).hasValueSatisfying(why -> assertThat(why)
                .contains(
                        "response-circles",
                        "expired on 2026-06-30T12:00:00Z",
                        "older than 30 days",
                        "execute the process again"));
        assertThat(expiring.expire(NOW, new RunPolicy(30, 100))).isZero();
    }

    @Test
    void beyond_the_number_the_oldest_go_but_none_of_the_last_hour() {
        stored("now", "5 minutes");
        stored("before", "10 minutes");
        stored("hours", "3 hours");
        stored("yesterday", "1 day");
        expiring.expire(NOW, new RunPolicy(30, 1));
        assertThat(left()).containsExactly("now", "before");
    }

    @Test
    void a_run_that_is_solved_again_has_its_id_back_and_is_no_longer_gone() {
        String id = stored("again", "40 days");
        expiring.expire(NOW, new RunPolicy(30, 100));
        assertThat(runs.find(id)).isEmpty();
        assertThat(expiring.whyGone(id)).isPresent();
        assertThat(stored("again", "0 days")).isEqualTo(id);
        assertThat(expiring.whyGone(id)).isEmpty();
        assertThat(expiring.about(id, new RunPolicy(30, 100)))
                .hasValueSatisfying(about -> assertThat(about).containsEntry("expires_at", "2026-07-30T12:00:00Z"));
    }

    @Test
    void many_go_in_handfuls() {
        for (int i = 0; i < 120; i++) {
            stored("r" + i, "50 days");
        }
        assertThat(expiring.expire(NOW, new RunPolicy(30, 100))).isEqualTo(120);
    }
}

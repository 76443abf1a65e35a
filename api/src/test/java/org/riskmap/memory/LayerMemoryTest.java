package org.riskmap.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.Layers;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.postgis.Database;

class LayerMemoryTest {

    private static final Envelope COUNTY = new Envelope(119, 27, 121, 29);

    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.database();
    private final FeatureReader reader = new FeatureReader();
    private final ChangeFeed feed = new ChangeFeed(database);
    private final FeatureLayer settlements = Layers.of(database, "risk", "settlement");
    private LayerMemory memory;

    @BeforeEach
    void open() {
        feed.start();
        memory = new LayerMemory(database, feed, reader, new MemoryLimits(50));
        run("insert into risk.settlement (id, name, population, geom, source) select 's' || i, 'S' || i, i, "
                + "st_setsrid(st_makepoint(119.5 + i * 0.001, 27.5), 4490), 'test' from generate_series(1, 300) i");
    }

    @AfterEach
    void close() {
        memory.close();
        feed.close();
        test.close();
    }

    @Test
    void whatWasCommittedBeforeTheQuestionIsInTheAnswer() {
        keep(settlements);
        run("update risk.settlement set population = 9999 where id = 's7'");
        assertThat(kept(COUNTY).get("s7")).isEqualTo(9999);
        run("delete from risk.settlement where id = 's8'");
        assertThat(kept(COUNTY)).doesNotContainKey("s8").hasSize(299);
        run("update risk.settlement set geom = st_setsrid(st_makepoint(120.9, 28.9), 4490) where id = 's9'");
        assertThat(kept(new Envelope(120.8, 28.8, 121, 29))).containsOnlyKeys("s9");
        assertThat(kept(new Envelope(119.5, 27.4, 119.6, 27.6))).doesNotContainKey("s9");
    }

    @Test
    void whatIsNotCommittedIsNotInTheAnswerAndALateCommitIsNotMissed() throws SQLException {
        keep(settlements);
        try (Connection slow = database.dataSource().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.executeUpdate("update risk.settlement set population = 1111 where id = 's1'");
            run("update risk.settlement set population = 2222 where id = 's2'");
            assertThat(kept(COUNTY).get("s2")).isEqualTo(2222);
            assertThat(kept(COUNTY).get("s1")).isEqualTo(1);
            slow.commit();
            slow.setAutoCommit(true);
        }
        assertThat(kept(COUNTY).get("s1")).isEqualTo(1111);
    }

    @Test
    void afterManyEditsItHoldsWhatTheDatabaseHolds() {
        keep(settlements);
        Random chance = new Random(5);
        for (int i = 0; i < 60; i++) {
            String id = "s" + (1 + chance.nextInt(320));
            String place = "st_setsrid(st_makepoint(" + (119.2 + 1.5 * chance.nextDouble()) + ", "
                    + (27.2 + 1.5 * chance.nextDouble()) + "), 4490)";
            switch (chance.nextInt(4)) {
                case 0 -> run("delete from risk.settlement where id = '" + id + "'");
                case 1 -> run("update risk.settlement set population = population + 1 where id < '" + id + "'");
                case 2 -> run("update risk.settlement set geom = " + place + " where id = '" + id + "'");
                default ->
                    run("insert into risk.settlement (id, name, population, geom, source) values ('" + id
                            + "', 'new', 5, " + place + ", 'test') on conflict (id) do nothing");
            }
            double west = 119 + chance.nextDouble();
            Envelope box = new Envelope(west, 27, west + chance.nextDouble(), 28.2);
            assertThat(kept(box)).as("edit %d", i).isEqualTo(stored(box));
        }
    }

    @Test
    void anEmptiedOrDroppedTableIsNotShownAsItWas() {
        keep(settlements);
        run("truncate risk.settlement cascade");
        assertThat(memory.moment().features(settlements, COUNTY, null).map(this::values))
                .isNotEqualTo(Optional.of(stored(COUNTY)))
                .satisfiesAnyOf(answer -> assertThat(answer).isEmpty(), answer -> assertThat(answer.orElseThrow())
                        .isEmpty());
    }

    @Test
    void aTableThatNotesNoChangesIsNeverKept() throws InterruptedException {
        run("create table risk.silent (id int primary key, geom geometry(Point, 4490)); insert into risk.silent values "
                + "(1, st_setsrid(st_makepoint(119.5, 27.5), 4490))");
        FeatureLayer silent = Layers.of(database, "risk", "silent");
        for (int i = 0; i < 20; i++) {
            assertThat(memory.moment().features(silent, COUNTY, null)).isEmpty();
            Thread.sleep(25);
        }
    }

    @Test
    void aTableLargerThanTheBudgetIsNotKept() throws InterruptedException {
        run("insert into risk.settlement (id, name, population, geom, source) select 'm' || i, 'M' || i, i, "
                + "st_setsrid(st_makepoint(119.5, 27.5), 4490), 'test' from generate_series(1, 3000) i");
        LayerMemory small = new LayerMemory(database, feed, reader, new MemoryLimits(1));
        for (int i = 0; i < 20; i++) {
            assertThat(small.moment().features(settlements, COUNTY, null)).isEmpty();
            Thread.sleep(25);
        }
        small.close();
    }

    @Test
    void shapesMadeReadyForAMapLieWithinHalfAPixelOfPostgisOnes() {
        run(
                "insert into risk.river (id, name, geom, source) values ('r', 'wavy', (select st_multi(st_setsrid(st_makeline("
                        + "st_makepoint(119.5 + i * 0.0002, 27.5 + 0.003 * sin(i / 9.0)) order by i), 4490)) "
                        + "from generate_series(0, 1500) i), 'test')");
        FeatureLayer rivers = Layers.of(database, "risk", "river");
        keep(rivers);
        double pixelM = 60;
        MemoryCursor cursor = memory.moment()
                .features(rivers, COUNTY, new MapScale(Crs.eastFirst(3857), pixelM))
                .orElseThrow();
        assertThat(cursor.next()).isTrue();
        Geometry drawn = cursor.feature().geometry();
        assertThat(drawn.getNumPoints()).isBetween(20, 700);
        double apart = database.client()
                .sql(
                        "select st_hausdorffdistance(st_transform(geom, 3857), st_geomfromtext(?, 3857), 0.01) from risk.river")
                .param(drawn.toText())
                .query(Double.class)
                .single();
        assertThat(apart).isLessThan(pixelM / 2);
        Coordinate start = drawn.getCoordinates()[0];
        assertThat(start.x).isCloseTo(13302679.15, within(0.1)); // PROJ: 119.5 27.5 in EPSG:3857
        assertThat(start.y).isCloseTo(3186080.23, within(0.1));
    }

    private void keep(FeatureLayer layer) {
        for (int i = 0; i < 400; i++) {
            if (memory.moment().features(layer, COUNTY, null).isPresent()) {
                return;
            }
            pause();
        }
        throw new AssertionError(layer.qualifiedName() + " is not in memory after 10 s");
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private TreeMap<String, Object> kept(Envelope box) {
        return values(memory.moment().features(settlements, box, null).orElseThrow());
    }

    private TreeMap<String, Object> stored(Envelope box) {
        return values(reader.read(settlements, FeatureQuery.all().withBounds(box)));
    }

    private TreeMap<String, Object> values(FeatureCursor cursor) {
        TreeMap<String, Object> found = new TreeMap<>();
        try (cursor) {
            while (cursor.next()) {
                Feature feature = cursor.feature();
                String id = String.valueOf(feature.properties().get("id"));
                assertThat(found.put(id, feature.properties().get("population")))
                        .as(id)
                        .isNull();
            }
        }
        return found;
    }

    private void run(String sql) {
        database.client().sql(sql).update();
    }
}

package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.evacuation.Travel.Slope;
import org.riskmap.network.Drawn;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import org.riskmap.network.RoadNetwork;
import org.riskmap.postgis.ChangeFeed;

/** Several threads ask for maps of walks; each map is made as the service makes it, some not before the test says so. */
class WalkMapsTest {

    private static final int PATIENCE_S = 60;

    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final BlockingQueue<String> made = new LinkedBlockingQueue<>();
    private final Map<Mode, CountDownLatch> heldUp = new ConcurrentHashMap<>();
    private final RoadNetwork roads = new Drawn().road("main", 0, 0, 300, 0).network();
    private final WalkMaps maps = new WalkMaps((network, mode, maxSnapM, outward) -> {
        made.add(mode + " " + maxSnapM);
        CountDownLatch latch = heldUp.get(mode);
        if (latch != null) {
            wait(latch);
        }
        return new WalkMap(network, mode, maxSnapM, outward);
    });

    @AfterEach
    void end() {
        askers.shutdownNow();
    }

    private static void wait(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Future<WalkMap> ask(RoadNetwork network, Mode mode) {
        return askers.submit((Callable<WalkMap>) () -> maps.of(network, mode, 100, false));
    }

    private static WalkMap soon(Future<WalkMap> asked) throws Exception {
        return asked.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Test
    void a_map_that_is_there_is_given_while_another_is_made() throws Exception {
        WalkMap walk = maps.of(roads, Mode.WALK, 100, false);
        heldUp.put(Mode.DRIVE, new CountDownLatch(1));
        Future<WalkMap> drive = ask(roads, Mode.DRIVE);
        assertThat(made.poll(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo("WALK 100.0");
        assertThat(made.poll(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo("DRIVE 100.0");
        assertThat(soon(ask(roads, Mode.WALK))).isSameAs(walk);
        assertThat(drive.isDone()).isFalse();
        heldUp.get(Mode.DRIVE).countDown();
        assertThat(soon(drive)).isNotSameAs(walk);
    }

    @Test
    void all_who_ask_for_a_missing_map_get_the_one_that_is_made_once() throws Exception {
        heldUp.put(Mode.WALK, new CountDownLatch(1));
        List<Future<WalkMap>> asked = List.of(ask(roads, Mode.WALK), ask(roads, Mode.WALK), ask(roads, Mode.WALK));
        assertThat(made.poll(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo("WALK 100.0");
        // another one is made meanwhile
        assertThat(soon(ask(roads, Mode.DRIVE))).isNotNull();
        assertThat(asked).noneMatch(Future::isDone);
        heldUp.get(Mode.WALK).countDown();
        WalkMap map = soon(asked.get(0));
        assertThat(soon(asked.get(1))).isSameAs(map);
        assertThat(soon(asked.get(2))).isSameAs(map);
        assertThat(made).containsExactly("DRIVE 100.0");
    }

    @Test
    void a_map_that_could_not_be_made_is_made_anew_for_the_next_who_asks() throws Exception {
        RoadNetwork none = new Drawn().network();
        CountDownLatch latch = new CountDownLatch(1);
        heldUp.put(Mode.WALK, latch);
        Future<WalkMap> first = ask(none, Mode.WALK);
        Future<WalkMap> second = ask(none, Mode.WALK);
        made.poll(PATIENCE_S, TimeUnit.SECONDS);
        latch.countDown();
        // a network without roads has no extent to make a map of
        assertThatThrownBy(() -> soon(first)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> soon(second)).isInstanceOf(ExecutionException.class);
        made.clear();
        assertThatThrownBy(() -> maps.of(none, Mode.WALK, 100, false)).isInstanceOf(RuntimeException.class);
        assertThat(made).hasSize(1);
        assertThat(maps.of(roads, Mode.WALK, 100, false)).isNotNull();
    }

    @Test
    void maps_of_the_network_before_are_given_until_the_new_ones_are_there() throws Exception {
        WalkMap before = maps.of(roads, Mode.WALK, 100, false);
        RoadNetwork changed = new Drawn().road("main", 0, 0, 400, 0).network();
        made.clear();
        heldUp.put(Mode.WALK, new CountDownLatch(1));
        Future<WalkMap> after = ask(changed, Mode.WALK);
        assertThat(made.poll(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo("WALK 100.0");
        assertThat(soon(ask(roads, Mode.WALK))).isSameAs(before);
        heldUp.remove(Mode.WALK).countDown();
        WalkMap map = soon(after);
        assertThat(made).isEmpty();
        assertThat(maps.of(roads, Mode.WALK, 100, false)).isNotSameAs(before).isNotSameAs(map);
        assertThat(made).hasSize(1);
    }

    @Test
    void of_many_maps_of_a_network_those_stay_that_were_asked_for_last() {
        for (int snapM = 100; snapM <= 800; snapM += 100) {
            maps.of(roads, Mode.WALK, snapM, false);
            maps.of(roads, Mode.WALK, 100, false);
        }
        assertThat(made).hasSize(8);
        made.clear();
        maps.of(roads, Mode.WALK, 800, false);
        maps.of(roads, Mode.WALK, 700, false);
        assertThat(made).isEmpty();
        maps.of(roads, Mode.WALK, 200, false);
        assertThat(made).hasSize(1);
    }

    @Test
    void after_a_change_of_roads_the_background_makes_the_maps_and_questions_make_none() throws Exception {
        try (TestDatabase test = TestDatabase.create()) {
            ToyTown.load(test.database());
            try (ChangeFeed feed = new ChangeFeed(test.database());
                    Network network = new Network(test.database(), () -> null)) {
                EvacuationCoverage coverage = new EvacuationCoverage(network, test.database(), maps);
                BlockingQueue<RoadNetwork> prepared = new LinkedBlockingQueue<>();
                network.prepareWith(built -> {
                    coverage.prepare(built);
                    prepared.add(built);
                });
                network.follow(feed);
                feed.start();
                RoadNetwork before = prepared.poll(PATIENCE_S, TimeUnit.SECONDS);
                test.database()
                        .client()
                        .sql("delete from risk.road where id = 'island'")
                        .update();
                RoadNetwork after = before;
                while (after == before) {
                    after = prepared.poll(PATIENCE_S, TimeUnit.SECONDS);
                }
                assertThat(network.current()).isSameAs(after);
                made.clear();
                assertThat(coverage.solve(question(), (percent, doing) -> {}).catchments())
                        .hasSize(1);
                assertThat(made).isEmpty();
            }
        }
    }

    private static Question question() {
        return new Question(
                List.of(new Settlement("a", "a", ToyTown.lon(0, 50), ToyTown.lat(50), 100)),
                List.of(new Shelter("s1", "s1", ToyTown.lon(500, 20), ToyTown.lat(20), 120, true)),
                new GeometryFactory().createPolygon(),
                Set.of(),
                new Travel.Roads(Mode.WALK, 3.6, Slope.OFF, Travel.USUAL_SNAP_M),
                Limit.ofSeconds(1200),
                true,
                "township");
    }
}

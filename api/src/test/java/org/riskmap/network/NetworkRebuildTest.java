package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.postgis.ChangeFeed;

/** The graph is built again behind everybody's back when roads change, and put in the place of the old one. */
class NetworkRebuildTest {

    @Test
    void a_new_road_is_in_a_new_graph_without_anybody_asking_and_the_old_one_stays_as_it_was() throws Exception {
        try (TestDatabase test = TestDatabase.create()) {
            ToyTown.load(test.database());
            BlockingQueue<RoadNetwork> built = new LinkedBlockingQueue<>();
            try (ChangeFeed feed = new ChangeFeed(test.database());
                    Network network = new Network(test.database(), () -> null)) {
                network.prepareWith(built::add);
                network.follow(feed);
                feed.start();
                RoadNetwork before = network.current();
                int edges = before.graph().edgeCount();
                test.database().client().sql("""
                                insert into risk.road (id, class, geom, source)
                                values ('new', 'residential', st_setsrid(st_multi(st_makeline(
                                        st_makepoint(119.9, 27.9), st_makepoint(119.901, 27.9))), 4490), 'test')
                                """).update();
                RoadNetwork last = before;
                for (int i = 0; i < 20 && last.graph().edgeCount() == edges; i++) {
                    RoadNetwork next = built.poll(60, TimeUnit.SECONDS);
                    assertThat(next).isNotNull();
                    last = next;
                }
                assertThat(last.graph().edgeCount()).isEqualTo(edges + 1);
                assertThat(network.current()).isSameAs(last);
                assertThat(before.graph().edgeCount()).isEqualTo(edges);
            }
        }
    }
}

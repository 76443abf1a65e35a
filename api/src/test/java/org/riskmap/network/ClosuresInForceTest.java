package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;

/** Two squares of 0.1° side by side, a track through both, a secondary road in the western one. */
class ClosuresInForceTest {

    private final TestDatabase test = TestDatabase.create();
    private final ClosuresInForce closures = new ClosuresInForce(test.database());

    @BeforeEach
    void roads() {
        sql("""
                insert into risk.road (id, class, geom, source)
                values ('track', 'track', st_geomfromtext('MULTILINESTRING((120.01 30.05, 120.19 30.05))', 4490), 'test'),
                       ('main', 'secondary', st_geomfromtext('MULTILINESTRING((120.02 30.01, 120.02 30.09))', 4490), 'test')
                """);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void nothing_is_closed_before_and_after() {
        closure("west", 120.0, "now() - interval '2 hours'", "now() - interval '1 hour'", "null");
        closure("east", 120.1, "now() + interval '1 hour'", "null", "null");

        assertThat(closures.now()).isEqualTo(ClosuresInForce.Closed.nothing());
    }

    @Test
    void land_is_closed_while_it_lasts() {
        closure("west", 120.0, "now() - interval '1 hour'", "now() + interval '1 hour'", "null");
        closure("east", 120.1, "null", "null", "null");

        ClosuresInForce.Closed now = closures.now();

        assertThat(now.ids()).containsExactly("east", "west");
        assertThat(now.land().getArea()).isEqualTo(0.02, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(now.land().contains(new GeometryFactory().createPoint(new Coordinate(120.1, 30.05))))
                .isTrue();
        assertThat(now.roads()).isEmpty();
    }

    @Test
    void classes_of_roads_are_closed_without_the_land() {
        closure("east", 120.1, "null", "null", "'path,track'");
        closure("west", 120.0, "null", "null", "'path'");

        assertThat(closures.now().land().isEmpty()).isTrue();
        assertThat(closures.now().roads()).containsExactly("track");
    }

    @Test
    void the_version_is_that_of_what_is_closed() {
        closure("west", 120.0, "null", "null", "null");
        String one = closures.now().version();
        closure("east", 120.1, "null", "null", "null");
        String two = closures.now().version();
        sql("update risk.closure set valid_to = now() - interval '1 second' where id = 'east'");

        assertThat(two).isNotEqualTo(one);
        assertThat(closures.now().version()).isEqualTo(one);
    }

    private void closure(String id, double west, String from, String to, String roadClasses) {
        sql("""
                insert into risk.closure (id, geom, source, valid_from, valid_to, road_classes)
                values ('%s', st_multi(st_makeenvelope(%s, 30, %s, 30.1, 4490)), 'test', %s, %s, %s)
                """.formatted(id, west, west + 0.1, from, to, roadClasses));
    }

    private void sql(String statement) {
        test.database().client().sql(statement).update();
    }
}

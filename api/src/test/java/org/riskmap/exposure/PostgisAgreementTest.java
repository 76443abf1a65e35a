package org.riskmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Feature;

/**
 * Memberships and distances against an independent program: PostGIS on {@code geography}, {@code ST_DWithin} and
 * {@code ST_Distance} with the spheroid. PostGIS picks the nearest place of an edge on a sphere before it measures on the
 * spheroid. With latitudes taken as spherical, north-south is too long against east-west by e = 1 - M/N (0.0056 at 24°), the
 * foot of a perpendicular is off by up to e in angle, and the distance too long by up to e²/2: 16 mm per kilometre.
 */
class PostgisAgreementTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @AutoClose
    private static TestDatabase test;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        for (String table : List.of("hazard", "thing")) {
            test.database()
                    .client()
                    .sql("create table " + table + " (id text, population int, geom geometry)")
                    .update();
            test.database()
                    .client()
                    .sql("create index on " + table + " using gist (geography(geom))")
                    .update();
        }
    }

    private static Feature feature(String id, Geometry geometry, int population) {
        return new Feature(id, geometry, Map.of("population", population));
    }

    private static void fill(String table, List<Feature> features) {
        test.database().client().sql("truncate " + table).update();
        test.database()
                .client()
                .sql("insert into " + table + " select id, population, st_geomfromtext(wkt, 4490)"
                        + " from unnest(?::text[], ?::int[], ?::text[]) t (id, population, wkt)")
                .param(features.stream().map(Feature::id).toArray(String[]::new))
                .param(features.stream()
                        .map(each -> each.properties().get("population"))
                        .toArray(Integer[]::new))
                .param(features.stream().map(each -> each.geometry().toText()).toArray(String[]::new))
                .update();
        test.database().client().sql("analyze " + table).update();
    }

    private static Exposure ours(List<Feature> hazards, List<Feature> things, double... distancesM) {
        List<ExposedLayer> layers = List.of(new ExposedLayer("inline", true, things));
        return new BufferExposure(hazards, distancesM, layers, true).compute(percent -> {});
    }

    /**
     * Distance to the nearest hazard by PostGIS, for things within the last distance: edge by edge, because of a whole
     * geometry PostGIS measures only the edge that is nearest on the sphere, which may be another one than on the spheroid.
     */
    private static Map<String, Double> postgis(double mostM) {
        Map<String, Double> distances = new HashMap<>();
        test.database()
                .client()
                .sql("""
                        with edges as materialized (
                            select 'h' kind, id, (st_dumpsegments(geom)).geom from hazard where st_dimension(geom) > 0
                            union all select 'h', id, geom from hazard where st_dimension(geom) = 0
                            union all
                            select 't', id, (st_dumpsegments(geom)).geom from thing where st_dimension(geom) > 0
                            union all select 't', id, geom from thing where st_dimension(geom) = 0)
                        select id, min(d) from (
                            select t.id, st_distance(t.geom::geography, h.geom::geography) d
                            from edges t join edges h on t.kind = 't' and h.kind = 'h'
                                 and st_expand(h.geom, 0.05) && t.geom
                                 and st_dwithin(t.geom::geography, h.geom::geography, ?)
                            union all
                            select t.id, 0 from thing t join hazard h on st_intersects(t.geom, h.geom)) reached
                        group by id
                        """)
                .params(mostM)
                .query((row, number) -> distances.put(row.getString(1), row.getDouble(2)))
                .list();
        return distances;
    }

    private static final class Land {

        private final Random random;
        private final double lon;
        private final double lat;

        Land(long seed, double lon, double lat) {
            this.random = new Random(seed);
            this.lon = lon;
            this.lat = lat;
        }

        Coordinate place(double spreadDegrees) {
            return new Coordinate(
                    lon + (random.nextDouble() - 0.5) * spreadDegrees,
                    lat + (random.nextDouble() - 0.5) * spreadDegrees);
        }

        Geometry line(double spread, int steps) {
            Coordinate[] positions = new Coordinate[steps];
            positions[0] = place(0.2);
            for (int i = 1; i < steps; i++) {
                positions[i] = new Coordinate(
                        positions[i - 1].x + (random.nextDouble() - 0.5) * spread,
                        positions[i - 1].y + (random.nextDouble() - 0.5) * spread);
            }
            return FACTORY.createLineString(positions);
        }

        /** A star around a place with a hole in its middle. */
        Geometry star(double radius) {
            Coordinate middle = place(0.2);
            return FACTORY.createPolygon(
                    ring(middle, radius), new org.locationtech.jts.geom.LinearRing[] {ring(middle, radius * 0.3)});
        }

        private org.locationtech.jts.geom.LinearRing ring(Coordinate middle, double radius) {
            Coordinate[] positions = new Coordinate[13];
            for (int i = 0; i < 12; i++) {
                double r = radius * (0.75 + 0.25 * random.nextDouble());
                positions[i] = new Coordinate(
                        middle.x + r * Math.cos(i * Math.PI / 6), middle.y + r * Math.sin(i * Math.PI / 6));
            }
            positions[12] = positions[0];
            return FACTORY.createLinearRing(positions);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 120.2, 24", "2, 119.7, 27.6", "3, 108.7, 30.9", "4, 118.1, 36.5", "5, 1.5, 42.5"})
    void random_hazards_reach_the_same_people_as_on_postgis_geography(long seed, double lon, double lat) {
        Land land = new Land(seed, lon, lat);
        List<Feature> hazards = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Geometry geometry = i % 3 == 0
                    ? FACTORY.createPoint(land.place(0.2))
                    : i % 3 == 1 ? land.line(0.03, 5) : land.star(0.01);
            hazards.add(feature("h%02d".formatted(i), geometry, 0));
        }
        List<Feature> things = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Geometry geometry = i % 10 == 0
                    ? land.line(0.01, 4)
                    : i % 10 == 1 ? land.star(0.002) : FACTORY.createPoint(land.place(0.25));
            things.add(feature("t%04d".formatted(i), geometry, i % 10 < 2 ? 0 : 1 + i % 97));
        }
        fill("hazard", hazards);
        fill("thing", things);

        Exposure exposure = ours(hazards, things, 300, 1000, 2500);

        Map<String, Double> expected = postgis(2500);
        Map<String, Exposed> found = new HashMap<>();
        exposure.exposed().forEach(one -> found.put(one.feature().id(), one));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        long[] people = new long[3];
        expected.forEach((id, distance) -> {
            Exposed one = found.get(id);
            assertThat(one.distanceM()).isBetween(distance * (1 - 1.6e-5) - 1e-4, distance + 1e-4);
            int ring = distance <= 300 ? 0 : distance <= 1000 ? 1 : 2;
            assertThat(one.ring()).as(id).isEqualTo(ring);
            people[ring] += one.population();
        });
        assertThat(exposure.rings()).extracting(Ring::population).containsExactly(people[0], people[1], people[2]);
    }

    /**
     * Points put at a known geodesic distance (PostGIS ST_Project, Karney's algorithm) from the nearest place of the
     * hazard: 10 cm short of a limit is in, 10 cm past it is out, on each side.
     */
    @ParameterizedTest
    @CsvSource({"24", "30", "36"})
    void ten_centimetres_decide_at_the_limit(double lat) throws ParseException {
        List<Feature> hazards = List.of(feature("point", FACTORY.createPoint(new Coordinate(119.7, lat)), 0));
        for (double limitM : new double[] {500, 1000, 20_000}) {
            List<Feature> things = new ArrayList<>();
            for (int bearing = 0; bearing < 360; bearing += 30) {
                things.add(at(lat, limitM - 0.1, bearing, "in"));
                things.add(at(lat, limitM + 0.1, bearing, "out"));
            }
            assertThat(ours(hazards, things, limitM).exposed())
                    .hasSize(12)
                    .allMatch(one -> one.feature().id().startsWith("in"));
        }
    }

    private static Feature at(double lat, double distanceM, int bearing, String name) throws ParseException {
        String wkt = test.database()
                .client()
                .sql("select st_astext(st_project(st_point(119.7, ?, 4490)::geography, ?, radians(?))::geometry, 15)")
                .params(lat, distanceM, bearing)
                .query(String.class)
                .single();
        return feature(name + bearing, new WKTReader().read(wkt), 10);
    }

    /** The same beside an edge of 40 km that PostGIS draws as a great circle: 60 m off the parallel in its middle. */
    @ParameterizedTest
    @CsvSource({"24", "30", "36"})
    void ten_centimetres_decide_beside_an_edge_of_forty_kilometres(double lat) {
        Geometry edge =
                FACTORY.createLineString(new Coordinate[] {new Coordinate(119.5, lat), new Coordinate(119.9, lat)});
        List<Feature> hazards = List.of(feature("edge", edge, 0));
        List<Feature> things = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            things.add(feature(
                    "t%03d".formatted(i), FACTORY.createPoint(new Coordinate(119.7, lat + 0.007 + i * 1e-5)), 1));
        }
        fill("hazard", hazards);
        fill("thing", things);
        Map<String, Double> expected = postgis(1000);
        List<String> inside = ours(hazards, things, 1000).exposed().stream()
                .map(one -> one.feature().id())
                .toList();
        assertThat(inside).containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(inside.size()).isBetween(50, 350); // the limit lies among them
    }

    @Test
    void parts_fifty_kilometres_apart_and_in_two_zones_are_each_right() throws ParseException {
        Geometry parts = new WKTReader()
                .read("MULTIPOLYGON(((118.4 30, 118.41 30, 118.41 30.01, 118.4 30.01, 118.4 30)),"
                        + "((118.95 30, 118.96 30, 118.96 30.01, 118.95 30.01, 118.95 30)))");
        List<Feature> hazards = List.of(feature("two", parts, 0));
        Land land = new Land(9, 118.68, 30.005);
        List<Feature> things = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Coordinate place = land.place(0.1);
            double side = i % 2 == 0 ? -0.275 : 0.275;
            things.add(feature("t%04d".formatted(i), FACTORY.createPoint(new Coordinate(place.x + side, place.y)), 1));
        }
        fill("hazard", hazards);
        fill("thing", things);
        Exposure exposure = ours(hazards, things, 500, 1000);
        assertThat(exposure.exposed())
                .extracting(one -> one.feature().id())
                .containsExactlyInAnyOrderElementsOf(postgis(1000).keySet());
        assertThat(exposure.population()).isEqualTo(postgis(1000).size());
    }
}

package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.TestDatabase;

/** Land against a county as PostGIS cuts it. */
class CountyLandTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** A border whose vertices move by no more than half a diagonal of what is written gains or loses no more than this by degree. */
    private static final double ROUNDED_BY = Math.sqrt(0.5) / Land.SCALE;

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    /** A star of so many corners, all on multiples of a centimetre. */
    private static LinearRing star(Random chance, double lon, double lat, double radius, int corners) {
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius * (0.6 + 0.4 * chance.nextDouble());
            ring[i] = new Coordinate(
                    Math.rint((lon + r * Math.cos(angle)) * Land.SCALE) / Land.SCALE,
                    Math.rint((lat + r * Math.sin(angle)) * Land.SCALE) / Land.SCALE);
        }
        ring[corners] = ring[0];
        return FACTORY.createLinearRing(ring);
    }

    private double number(String sql, Object... values) {
        return test.database()
                .client()
                .sql(sql)
                .params(values)
                .query(Double.class)
                .single();
    }

    @Test
    void land_of_every_size_is_cut_as_postgis_cuts_it() {
        Random chance = new Random(7);
        Polygon county = FACTORY.createPolygon(
                star(chance, 119.8, 27.6, 0.3, 500), new LinearRing[] {star(chance, 119.85, 27.62, 0.03, 60)});
        CountyLand cutter = new CountyLand(county);
        for (int i = 0; i < 120; i++) {
            double lon = 119.45 + chance.nextDouble() * 0.7;
            double lat = 27.25 + chance.nextDouble() * 0.7;
            double radius = 0.25 * Math.pow(0.02, chance.nextDouble());
            List<LinearRing> holes = new ArrayList<>();
            if (i % 2 == 0) {
                holes.add(star(chance, lon, lat, radius / 2, 20));
            }
            Geometry land =
                    FACTORY.createPolygon(star(chance, lon, lat, radius, 200), holes.toArray(LinearRing[]::new));
            Geometry cut = cutter.cut(land);
            assertThat(cut.isValid()).isTrue();
            assertThat(number(
                            "select st_area(st_symdifference(st_geomfromtext(?), st_intersection(st_geomfromtext(?), st_geomfromtext(?))))",
                            cut.toText(),
                            land.toText(),
                            county.toText()))
                    .as("land %d", i)
                    .isCloseTo(0, within(1e-15 + ROUNDED_BY * cut.getLength()));
            for (Coordinate vertex : cut.getCoordinates()) {
                assertThat(vertex.x * Land.SCALE).isCloseTo(Math.rint(vertex.x * Land.SCALE), within(1e-3));
                assertThat(vertex.y * Land.SCALE).isCloseTo(Math.rint(vertex.y * Land.SCALE), within(1e-3));
            }
        }
    }

    @Test
    void land_is_cut_where_the_county_only_touches_the_square_around_it_along_a_line() throws Exception {
        double side =
                64 * (1 / 128.0) - 0.01 / 64; // the west side of the square in which land of a 200th at 0.505 is cut
        CountyLand county = new CountyLand(new WKTReader()
                .read("MULTIPOLYGON (((0 0, %1$s 0, %1$s 1, 0 1, 0 0)), ((0.507 0, 1 0, 1 1, 0.507 1, 0.507 0)))"
                        .formatted(side)));
        Geometry cut = county.cut(
                new WKTReader().read("POLYGON ((0.505 0.505, 0.51 0.505, 0.51 0.51, 0.505 0.51, 0.505 0.505))"));
        assertThat(cut.getArea()).isCloseTo(0.003 * 0.005, within(1e-12));
    }

    @Test
    void land_that_only_touches_the_county_or_enters_it_by_less_than_is_written_leaves_nothing_invalid()
            throws Exception {
        CountyLand county = new CountyLand(new WKTReader().read("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"));
        assertThat(county.cut(new WKTReader().read("POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"))
                        .isEmpty())
                .isTrue();
        Geometry sliver =
                county.cut(new WKTReader().read("POLYGON ((0.99999999 0, 2 0, 2 1, 0.99999999 1, 0.99999999 0))"));
        assertThat(sliver.isValid()).isTrue();
        assertThat(sliver.getArea()).isZero();
        Geometry inside = new WKTReader().read("POLYGON ((0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))");
        assertThat(county.cut(inside)).isSameAs(inside);
    }
}

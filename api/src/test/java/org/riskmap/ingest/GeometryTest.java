package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/** Which geometries are taken, repaired and refused. Shapes are drawn in units of a hundredth of a degree at 119° E, 27° N. */
class GeometryTest {

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "town");
    }

    private TableReport loaded(String target, String more, String geometry) {
        load.profile("""
                - match: x.csv
                  crs: EPSG:4490
                  tables: []
                  skip: not this one
                - match: x.geojson
                  crs: EPSG:4490
                  tables:
                    - {target: %s, id: id, columns: {}%s}
                """.formatted(target, more));
        load.write("x.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"g"},"geometry":%s}]}
                """.formatted(geometry));
        return LoadFixture.only(load.load());
    }

    private static String polygon(String... rings) {
        return "{\"type\":\"MultiPolygon\",\"coordinates\":["
                + String.join(
                        ",",
                        List.of(rings).stream()
                                .map(ring -> "[" + ring(ring) + "]")
                                .toList()) + "]}";
    }

    /** {@code "0 0, 4 0, …"} in hundredths of a degree. */
    private static String ring(String corners) {
        return "["
                + String.join(
                        ",",
                        List.of(corners.split(", ")).stream()
                                .map(corner -> {
                                    String[] xy = corner.split(" ");
                                    return "[" + (119 + Double.parseDouble(xy[0]) / 100) + ","
                                            + (27 + Double.parseDouble(xy[1]) / 100) + "]";
                                })
                                .toList())
                + "]";
    }

    private double areaInSquares() {
        return load.test
                .database()
                .client()
                .sql("select st_area(geom) * 10000 from risk.fire_zone")
                .query(Double.class)
                .single();
    }

    @Test
    void overlapping_parts_are_united_and_keep_what_they_share() {
        // two squares of 4 x 4 that share 2 x 4: together 6 x 4
        TableReport report = loaded("fire_zone", "", polygon("0 0, 4 0, 4 4, 0 4, 0 0", "2 0, 6 0, 6 4, 2 4, 2 0"));
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(areaInSquares()).isCloseTo(24, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(LoadFixture.warnings(report))
                .singleElement()
                .asString()
                .contains("its geometry was repaired: Self-intersection");
    }

    @Test
    void a_spike_is_repaired_because_it_has_no_area() {
        TableReport report = loaded("fire_zone", "", polygon("0 0, 4 0, 4 4, 2 4, 2 6, 2 4, 0 4, 0 0"));
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(areaInSquares()).isCloseTo(16, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void a_bow_tie_is_refused_because_nobody_knows_which_half_is_meant() {
        TableReport report = loaded("fire_zone", "", polygon("0 0, 4 4, 4 0, 0 4, 0 0"));
        assertThat(LoadFixture.reasons(report))
                .singleElement()
                .asString()
                .contains("its geometry is invalid (Self-intersection")
                .contains("cannot be repaired without changing it");
    }

    @Test
    void a_polygon_is_a_multipolygon_of_one() {
        loaded(
                "fire_zone",
                "",
                polygon("0 0, 4 0, 4 4, 0 4, 0 0")
                        .replace("MultiPolygon", "Polygon")
                        .replace("[[[[", "[[[")
                        .replace("]]]]", "]]]"));
        assertThat(load.text("select geometrytype(geom) from risk.fire_zone")).isEqualTo("MULTIPOLYGON");
    }

    @Test
    void a_geometry_of_another_kind_is_refused() {
        assertThat(LoadFixture.reasons(loaded("fire_zone", "", "{\"type\":\"Point\",\"coordinates\":[119,27]}")))
                .containsExactly("1 × its geometry is a POINT where a MultiPolygon belongs");
        assertThat(LoadFixture.reasons(loaded("hazard_site", "", polygon("0 0, 4 0, 4 4, 0 4, 0 0"))))
                .containsExactly("1 × its geometry is a MULTIPOLYGON where a Point belongs");
    }

    @Test
    void a_point_on_the_surface_is_made_where_the_profile_asks_for_it() {
        // a U whose centre of gravity lies outside
        loaded(
                "hazard_site",
                ", geometry: {point: on_surface}",
                polygon("0 0, 6 0, 6 6, 5 6, 5 1, 1 1, 1 6, 0 6, 0 0"));
        assertThat(
                        load.number(
                                "select count(*) from risk.hazard_site where st_intersects(geom, st_geomfromtext("
                                        + "'polygon((119 27, 119.06 27, 119.06 27.06, 119.05 27.06, 119.05 27.01, 119.01 27.01, 119.01 27.06, 119 27.06, 119 27))', 4490))"))
                .isEqualTo(1);
    }

    @Test
    void no_geometry_and_an_empty_one_are_refused() {
        assertThat(LoadFixture.reasons(loaded("fire_zone", "", "null"))).containsExactly("1 × it has no geometry");
        assertThat(LoadFixture.reasons(loaded("fire_zone", "", "{\"type\":\"MultiPolygon\",\"coordinates\":[]}")))
                .containsExactly("1 × it has no geometry");
    }

    @Test
    void heights_are_dropped() {
        loaded("hazard_site", "", "{\"type\":\"Point\",\"coordinates\":[119,27,500]}");
        assertThat(load.number("select st_ndims(geom) from risk.hazard_site")).isEqualTo(2);
    }

    @Test
    void degrees_under_a_projected_system_and_positions_that_it_cannot_have_are_refused() {
        load.profile("""
                - match: x.csv
                  crs: EPSG:4549
                  tables:
                    - {target: hazard_site, id: id, geometry: {x: x, y: y}, columns: {}}
                """);
        load.write("x.csv", "id,x,y\na,119.5,27.5\nb,519724.9,3044000\nc,9e29,9e29\n");
        TableReport report = LoadFixture.only(load.load());
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(LoadFixture.reasons(report))
                .containsExactlyInAnyOrder(
                        "1 × its position 119.5, 27.5 is in degrees, though EPSG:4549 counts in metres",
                        "1 × its position 9e+29, 9e+29 cannot be transformed from EPSG:4549");
    }

    @Test
    void northing_first_as_chinese_surveyors_write_it_is_seen_as_swapped() {
        load.write("riskmap.yaml", """
                title: x
                area: [119, 27, 121, 28]
                files:
                  - match: x.csv
                    crs: EPSG:4549
                    tables:
                      - {target: hazard_site, id: id, geometry: {x: x, y: y}, columns: {}}
                """);
        load.write("x.csv", "id,x,y\na,3044000,519724.9\n");
        assertThat(LoadFixture.reasons(LoadFixture.only(load.load())))
                .singleElement()
                .asString()
                .endsWith("and would lie inside with longitude and latitude swapped");
    }
}

package org.riskmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadRequest;
import org.riskmap.ingest.Loader;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.SqlQuery;

/** Real villages, streams, zones and sites: people per ring against one query with ST_DWithin on geography. */
@Tag("shared-data")
class HualienExposureTest {

    @AutoClose
    private static TestDatabase test;

    @BeforeAll
    static void load(@TempDir Path rasters) {
        test = TestDatabase.create();
        Path folder = Path.of(System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data"), "hualien");
        assertThat(new Loader(test.database(), rasters)
                        .load(new LoadRequest(folder, null, false, false))
                        .succeeded())
                .isTrue();
    }

    private static List<Feature> features(String table, String population) {
        return test.database()
                .list(
                        SqlQuery.of("select id, st_asbinary(geom), " + population + " from risk." + table
                                + " order by id collate \"C\""),
                        row -> new Feature(
                                Objects.requireNonNull(row.text(1)),
                                row.geometry(2),
                                Map.of("population", row.integer(3))));
    }

    @ParameterizedTest
    @CsvSource({"geohazard_zone", "geohazard_line", "geohazard_point"})
    void people_within_500_and_1000_m_agree_with_postgis_to_the_person(String table) {
        Exposure exposure = new BufferExposure(
                        features(table, "0"),
                        new double[] {500, 1000},
                        List.of(new ExposedLayer("risk:settlement", true, features("settlement", "population"))),
                        true)
                .compute(percent -> {});
        List<Long> expected = test.database()
                .list(SqlQuery.of("""
                                select coalesce(sum(population) filter (where near), 0),
                                       coalesce(sum(population) filter (where not near), 0)
                                from (select population,
                                             exists (select from risk.%1$s h
                                                     where st_dwithin(s.geom::geography, h.geom::geography, 500)) near
                                      from risk.settlement s
                                      where exists (select from risk.%1$s h
                                                    where st_dwithin(s.geom::geography, h.geom::geography, 1000))) reached
                                """.formatted(table)), row -> List.of(row.integer(1), row.integer(2)))
                .get(0);
        assertThat(exposure.rings()).extracting(Ring::population).containsExactlyElementsOf(expected);
        assertThat(exposure.population()).isPositive().isLessThan(323_666);
        assertThat(exposure.rings()).allMatch(ring -> ring.geometry().isValid());
    }

    @ParameterizedTest
    @CsvSource({"geohazard_zone", "geohazard_line"})
    void people_per_township_and_ring_agree_with_postgis_to_the_person(String table) {
        List<Feature> townships = test.database()
                .list(
                        SqlQuery.of("select code, st_asbinary(geom) from risk.admin_area where level = 'township'"),
                        row -> new Feature(
                                Objects.requireNonNull(row.text(1)), row.geometry(2), Map.of("code", row.text(1))));
        Exposure exposure = new BufferExposure(
                        features(table, "0"),
                        new double[] {500, 1000},
                        List.of(new ExposedLayer("risk:settlement", true, features("settlement", "population"))),
                        true,
                        townships)
                .compute(percent -> {});
        List<List<Object>> expected = test.database()
                .list(
                        SqlQuery.of("""
                        with near as (
                            select s.population, s.geom,
                                   (select min(st_distance(s.geom::geography, h.geom::geography)) from risk.%1$s h
                                    where st_dwithin(s.geom::geography, h.geom::geography, 1000)) as d
                            from risk.settlement s)
                        select (select min(a.code) from risk.admin_area a
                                where a.level = 'township' and st_intersects(a.geom, near.geom)) as code,
                               coalesce(sum(population) filter (where d <= 500), 0),
                               coalesce(sum(population) filter (where d > 500), 0)
                        from near where d is not null
                        group by 1 order by 1 nulls last
                        """.formatted(table)),
                        row -> Arrays.asList(row.text(1), row.integer(2), row.integer(3)));
        assertThat(exposure.byArea())
                .extracting(AreaRow::code, row -> row.rings().get(0).population(), row -> row.rings()
                        .get(1)
                        .population())
                .containsExactlyElementsOf(expected.stream()
                        .map(row -> org.assertj.core.groups.Tuple.tuple(row.toArray()))
                        .toList());
        long naive = test.database()
                .list(SqlQuery.of("""
                        select coalesce(sum(s.population), 0) from risk.settlement s
                        join risk.%1$s h on st_dwithin(s.geom::geography, h.geom::geography, 1000)
                        """.formatted(table)), row -> row.integer(1))
                .get(0);
        // Streams lie side by side, so that adding up hazard by hazard counts people twice; the few zones lie apart.
        assertThat(naive).isGreaterThanOrEqualTo(exposure.population());
        assertThat(naive > exposure.population()).isEqualTo(table.equals("geohazard_line"));
    }
}

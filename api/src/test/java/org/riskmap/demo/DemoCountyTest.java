package org.riskmap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.TestDatabase;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;

/** The county that the first start loads, as a real database holds it. */
class DemoCountyTest {

    @AutoClose
    private static TestDatabase test;

    private static Database database;
    private static Map<String, Long> loaded;
    private static DemoLand again;
    private static final MessageDigest loadedBytes = sha256();

    @TempDir
    private static Path rasters;

    @BeforeAll
    static void load() {
        test = TestDatabase.create();
        database = test.database();
        assertThat(DemoCounty.isUntouched(database)).isTrue();
        loaded = DemoCounty.load(database, DemoSettings.STANDARD, rasters, digestInto(loadedBytes));
        again = new DemoLand(DemoSettings.STANDARD);
    }

    @Test
    void it_is_as_large_as_the_county_in_the_reports() {
        assertThat(loaded)
                .containsEntry("admin_area", 1L + 19 + 300)
                .containsEntry("settlement", 1180L)
                .containsEntry("shelter", 201L)
                .containsEntry("rescue_station", 49L)
                .containsEntry("supply_depot", 78L);
        assertThat(number("select population from risk.admin_area where level = 'county'"))
                .isEqualTo(270_364);
        assertThat(number("select sum(population) from risk.settlement")).isEqualTo(270_364);
        assertThat(number("select sum(capacity) from risk.shelter")).isEqualTo(11_200);
        assertThat(number("select sum(items) from risk.supply_depot")).isEqualTo(33_120);
        assertThat(number("select st_area(geom::geography) / 1e6 from risk.admin_area where level = 'county'"))
                .isBetween(1700L, 1830L);
    }

    @Test
    void shelters_stand_on_three_tiers_and_hazard_sites_have_the_reports_numbers() {
        assertThat(number("select count(*) from risk.shelter where tier = 'county'"))
                .isEqualTo(4);
        assertThat(number("select count(*) from risk.shelter where tier = 'township'"))
                .isEqualTo(14);
        assertThat(number("select count(*) from risk.shelter where tier = 'village'"))
                .isEqualTo(183);
        assertThat(number("select count(*) from risk.hazard_site where kind = '尾矿库'"))
                .isEqualTo(9);
        assertThat(number("select count(*) from risk.hazard_site where kind = '矿山'"))
                .isEqualTo(18);
        assertThat(number("select count(*) from risk.hazard_site where kind = '加油站'"))
                .isEqualTo(9);
    }

    @Test
    void villages_are_a_coverage_without_gaps_or_overlaps() {
        for (String level : List.of("village", "township")) {
            Geometry[] areas = database.list(
                            SqlQuery.of("select st_asbinary(geom) from risk.admin_area where level = ?", level),
                            row -> row.geometry(1))
                    .toArray(Geometry[]::new);
            assertThat(CoverageValidator.isValid(areas)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void no_data_quality_check_finds_anything(Path check) throws IOException {
        String sql = Files.readString(check, StandardCharsets.UTF_8).strip().replaceFirst(";$", "");
        assertThat(database.list(SqlQuery.of(sql), row -> row.text(1) + " " + row.text(2)))
                .isEmpty();
    }

    static Stream<Path> checks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../sql/checks"))) {
            List<Path> checks = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            assertThat(checks).hasSizeGreaterThan(10);
            return checks.stream();
        }
    }

    @Test
    void every_row_says_that_it_is_the_demo() {
        for (String table : loaded.keySet()) {
            assertThat(number("select count(*) from risk." + table + " where source <> 'demo' or id !~ '^demo-'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void nothing_is_closed_or_warned_of_today() {
        assertThat(number("select count(*) from risk.closure where valid_to > now()"))
                .isZero();
        assertThat(number("select count(*) from risk.warning where valid_to > now()"))
                .isZero();
    }

    @Test
    void the_hillshade_and_the_heights_are_pictures_of_the_whole_county() throws IOException {
        var heights = ImageIO.read(rasters.resolve("dem.tif").toFile()).getRaster();
        var shade = ImageIO.read(rasters.resolve("hillshade.tif").toFile()).getRaster();
        assertThat(shade.getWidth()).isEqualTo(heights.getWidth()).isGreaterThan(2000);
        assertThat(shade.getHeight()).isEqualTo(heights.getHeight()).isGreaterThan(2000);
        double lowest = 9999;
        double highest = 0;
        for (int y = 0; y < heights.getHeight(); y += 5) {
            for (int x = 0; x < heights.getWidth(); x += 5) {
                lowest = Math.min(lowest, heights.getSampleDouble(x, y, 0));
                highest = Math.max(highest, heights.getSampleDouble(x, y, 0));
            }
        }
        assertThat(lowest).isBetween(30.0, 120.0);
        assertThat(highest).isBetween(1300.0, 1620.0);
        try (Stream<Path> files = Files.list(rasters)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("the rasters, and the file that says that they are fictional")
                    .containsExactlyInAnyOrder("dem.tif", "hillshade.tif", "demo");
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes(@TempDir Path folder) throws IOException {
        new ReliefRasters(again.land, 1).write(folder).publish();
        for (String name : List.of("dem.tif", "hillshade.tif")) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(rasters.resolve(name));
        }
        MessageDigest bytes = sha256();
        DemoCounty.write(again, digestInto(bytes));
        assertThat(bytes.digest()).isEqualTo(loadedBytes.digest());
    }

    private static CopyTable.Sink digestInto(MessageDigest digest) {
        return (statement, rows, count) -> {
            digest.update(statement.getBytes(StandardCharsets.UTF_8));
            digest.update(rows);
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void rivers_run_downhill() {
        DemoLand demo = again;
        List<String> uphill = new ArrayList<>();
        for (Rivers.River river : demo.rivers.rivers) {
            double[] xy = demo.rivers.coordinates(river);
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < xy.length; i += 2) {
                double height = demo.land.heightM(xy[i], xy[i + 1]);
                if (height > lowest + 12) {
                    uphill.add(river.name() + " rises " + (height - lowest) + " m");
                    break;
                }
                lowest = Math.min(lowest, height);
            }
        }
        assertThat(demo.rivers.rivers).hasSizeGreaterThan(100);
        assertThat(uphill).isEmpty();
    }

    private static long number(String sql) {
        return database.list(SqlQuery.of("select (" + sql + ")::bigint"), row -> row.integer(1))
                .get(0);
    }
}

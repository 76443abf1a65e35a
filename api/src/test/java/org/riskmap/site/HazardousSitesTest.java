package org.riskmap.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.exposure.ExposedLayer;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Geodesy;
import org.riskmap.standard.Threshold;

class HazardousSitesTest {

    private static final double EAST = 1 / Geodesy.metresPerDegreeLon(30);

    private static Threshold row(
            String topic,
            String name,
            String quantity,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double value) {
        LocalDate since = LocalDate.of(2019, 3, 1);
        return new Threshold(
                topic, name, name, quantity, lower, upper, value, null, "GB 18218", "second-hand", since, null);
    }

    private static final List<Threshold> ALPHA = List.of(
            row("exposure_alpha", "100", "persons_within_500m", 100.0, null, 2.0),
            row("exposure_alpha", "50", "persons_within_500m", 50.0, 100.0, 1.5),
            row("exposure_alpha", "30", "persons_within_500m", 30.0, 50.0, 1.2),
            row("exposure_alpha", "1", "persons_within_500m", 1.0, 30.0, 1.0),
            row("exposure_alpha", "0", "persons_within_500m", 0.0, 1.0, 0.5));
    private static final List<Threshold> CLASSES = List.of(
            row("major_hazard_source", "一级", "R", 100.0, null, null),
            row("major_hazard_source", "二级", "R", 50.0, 100.0, null),
            row("major_hazard_source", "三级", "R", 10.0, 50.0, null),
            row("major_hazard_source", "四级", "R", null, 10.0, null));
    private static final List<Threshold> SETBACKS = List.of(
            row("setback", "加油站/*", "distance", null, null, 50.0),
            row("setback", "加油站/school", "distance", null, null, 70.0),
            row("setback", "尾矿库/*", "distance", null, null, 1000.0));

    private static Feature feature(String id, String wkt, Object... properties) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            map.put(properties[i].toString(), properties[i + 1]);
        }
        try {
            return new Feature(id, new WKTReader().read(wkt), map);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wkt, wrong);
        }
    }

    private static String at(double eastM) {
        return "POINT(" + (119 + eastM * EAST) + " 30)";
    }

    private static HazardousSites sites(Feature... sites) {
        return new HazardousSites(List.of(sites), ALPHA, CLASSES, SETBACKS);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 9, 四级",
        "1, 1.0, 9.9, 四级",
        "29, 1.0, 10, 三级",
        "30, 1.2, 33, 三级",
        "50, 1.5, 33, 三级",
        "99, 1.5, 66, 二级",
        "100, 2.0, 49, 二级",
        "2000, 2.0, 50, 一级"
    })
    void alpha_follows_the_residents_within_500_metres_and_r_the_sum(
            int people, double alpha, double sum, String grade) {
        Feature site = feature("s", at(0), "kind", "危险化学品企业");
        List<Feature> houses = List.of(
                feature("near", at(499.9), "population", people), feature("far", at(500.1), "population", 5000));
        SiteRow row = sites(site).rows(houses, 500, Map.of("s", sum)).get(0);
        assertThat(row.persons()).isEqualTo(people);
        assertThat(row.alpha().value()).isEqualTo(alpha);
        assertThat(row.r()).isEqualTo(alpha * sum);
        assertThat(row.grade()).isNotNull();
        assertThat(row.grade().category()).isEqualTo(grade);
    }

    @Test
    void people_are_counted_from_the_plants_boundary_and_not_on_its_own_ground() {
        double w = 119 - 300 * EAST;
        double e = 119 + 300 * EAST;
        Feature plant = feature(
                "s", "POLYGON((%1$s 29.997, %2$s 29.997, %2$s 30.003, %1$s 30.003, %1$s 29.997))".formatted(w, e));
        List<Feature> houses = List.of(
                feature("dormitory", at(0), "population", 80),
                feature("near", at(790), "population", 40),
                feature("far", at(810), "population", 400));
        assertThat(sites(plant).rows(houses, 500, Map.of()).get(0).persons()).isEqualTo(40);
    }

    @Test
    void what_stands_too_near_is_told_the_worst_first() {
        Feature station = feature("fuel", at(0), "kind", "加油站");
        Feature pond = feature("pond", at(900), "kind", "尾矿库");
        Feature shop = feature("shop", at(0), "kind", "工贸企业");
        ExposedLayer facilities = new ExposedLayer(
                "risk:facility",
                false,
                List.of(
                        feature("hospital", at(-60), "kind", "hospital"),
                        feature("school", at(-60), "kind", "school")));
        ExposedLayer shelters =
                new ExposedLayer("risk:shelter", false, List.of(feature("gym", at(45), "capacity", 200)));
        List<Conflict> conflicts = sites(station, pond, shop).conflicts(List.of(facilities, shelters));
        // gym: 855 m of 1000 from the pond, 45 of 50 from the station; school 60 of 70; hospital 60 of 50: far enough
        // both stand 960 m from the pond
        assertThat(conflicts)
                .extracting(one -> one.site().id() + " " + one.facility().id())
                .containsExactly("pond gym", "pond hospital", "pond school", "fuel school", "fuel gym");
    }
}

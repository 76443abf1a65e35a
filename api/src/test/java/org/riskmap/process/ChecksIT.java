package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checks against the register, around hazardous sites and in the forest, over HTTP, beside what PostGIS finds. */
class ChecksIT {

    private final RunningService service = RunningService.shared();

    private HttpResponse<String> ask(String process, String inputs) {
        return service.post(
                "/api/processes/" + process + "/execution", "application/json", "{\"inputs\":{" + inputs + "}}");
    }

    private JsonNode execute(String process, String inputs) {
        HttpResponse<String> answer = ask(process, inputs);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private double number(String sql) {
        return service.database().client().sql(sql).query(Double.class).single();
    }

    @Test
    void the_people_of_the_zones_are_those_that_postgis_finds_each_once() {
        JsonNode checked =
                execute("register-check", "\"point_reach_m\":300,\"line_reach_m\":80,\"day\":\"2026-06-01\"");
        String zone = """
                select coalesce(sum(population), 0) from risk.settlement s
                where exists (select from risk.geohazard_zone z where z.id %1$s and st_intersects(z.geom, s.geom))
                   or exists (select from risk.geohazard_point p
                              where p.zone_id %1$s and st_dwithin(p.geom::geography, s.geom::geography, 300))
                   or exists (select from risk.geohazard_line l
                              where l.zone_id %1$s and st_dwithin(l.geom::geography, s.geom::geography, 80))
                """;
        int looked = 0;
        for (JsonNode one : checked.at("/register/features")) {
            JsonNode row = one.get("properties");
            if (row.get("layer").asString().equals("risk:geohazard_zone")
                    && row.get("counted_persons").asLong() > 0) {
                assertThat(row.get("counted_persons").asDouble())
                        .isEqualTo(number(zone.formatted("= '" + row.get("id").asString() + "'")));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(5);
        JsonNode summary = checked.get("summary");
        double once = number("""
                select coalesce(sum(population), 0) from risk.settlement s
                where exists (select from risk.geohazard_zone z where st_intersects(z.geom, s.geom))
                   or exists (select from risk.geohazard_point p where st_dwithin(p.geom::geography, s.geom::geography, 300))
                   or exists (select from risk.geohazard_line l where st_dwithin(l.geom::geography, s.geom::geography, 80))
                """);
        assertThat(summary.get("counted_persons").asDouble()).isEqualTo(once);
        assertThat(summary.get("added_up_by_record").asLong())
                .isGreaterThanOrEqualTo(summary.get("counted_persons").asLong());
        assertThat(summary.at("/treatment/engineering/records").asDouble())
                .isEqualTo(number("select count(*) from risk.geohazard_zone where treatment = 'engineering'"));
        assertThat(summary.at("/treatment/engineering/overdue").asDouble())
                .isEqualTo(number("select count(*) from risk.geohazard_zone where treatment = 'engineering'"
                        + " and treatment_state <> 'done' and treatment_due < '2026-06-01'"));
        for (JsonNode standard : summary.get("standards")) {
            assertThat(standard.get("source").asString()).isNotBlank();
            assertThat(standard.get("certainty").asString()).isIn("sure", "second-hand", "unverified");
        }
    }

    @Test
    void what_a_check_found_is_a_layer() {
        JsonNode checked = execute("register-check", "\"day\":\"2026-06-01\"");
        String run = checked.at("/run/id").asString();
        assertThat(checked.at("/run/layers").toString()).isEqualTo("[\"risk:run_check\"]");
        HttpResponse<String> features =
                service.get("/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=risk:run_check"
                        + "&outputFormat=application/json&count=3&cql_filter=run_id%3D%27" + run + "%27");
        JsonNode first = JsonMapper.shared().readTree(features.body()).at("/features/0/properties");
        assertThat(first.get("severity").asString()).isIn("ok", "notice", "problem");
        HttpResponse<String> map = service.get("/geoserver/wms?service=WMS&version=1.1.1&request=GetMap"
                + "&layers=risk:run_check&styles=&srs=EPSG:4326&bbox=119.4,27.3,120,27.9&width=200&height=200"
                + "&format=image/png&cql_filter=run_id%3D%27" + run + "%27");
        assertThat(map.headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @Test
    void alpha_and_setbacks_are_those_of_the_standards_table() {
        JsonNode found = execute("hazardous-sites", "\"day\":\"2026-06-01\"");
        for (int i = 0; i < found.at("/sites/features").size(); i += 25) {
            JsonNode site = found.at("/sites/features/" + i + "/properties");
            double persons = number("""
                    select coalesce(sum(population), 0) from risk.settlement s join risk.hazard_site h
                        on h.id = '%s' and st_dwithin(s.geom::geography, h.geom::geography, 500)
                    """.formatted(site.get("id").asString()));
            assertThat(site.get("persons").asDouble()).isEqualTo(persons);
            assertThat(site.get("alpha").asDouble()).isEqualTo(number("""
                    select value from risk.standard_threshold
                    where topic = 'exposure_alpha' and quantity = 'persons_within_500m'
                      and lower_bound <= %1$s and (upper_bound is null or upper_bound > %1$s)
                    """.formatted(persons)));
        }
        double conflicts = number("""
                select count(*) from risk.hazard_site h
                join risk.standard_threshold t on t.topic = 'setback' and t.class = h.kind || '/*'
                join (select geom from risk.facility union all select geom from risk.shelter) f
                    on st_distance(f.geom::geography, h.geom::geography) < t.value
                """);
        assertThat(found.at("/conflicts/features").size()).isEqualTo((int) conflicts);
        assertThat(conflicts).isPositive();
    }

    @Test
    void belts_borders_edges_and_fires_are_those_that_postgis_measures() {
        JsonNode forest = execute(
                "forest-fire",
                "\"weather\":{\"999101001\":80,\"999101002\":60},\"edge_m\":200,\"sliver\":0,\"day\":\"2026-02-01\"");
        double km = 0;
        for (JsonNode belt : forest.at("/summary/belts")) {
            km += belt.get("length_km").asDouble();
        }
        assertThat(km)
                .isCloseTo(number("select sum(st_length(geom::geography)) / 1000 from risk.firebreak"), within(0.01));
        assertThat(forest.at("/summary/in_the_forest/population").asDouble())
                .isEqualTo(number("select coalesce(sum(population), 0) from risk.settlement s where exists"
                        + " (select from risk.fire_zone z where st_intersects(z.geom, s.geom))"));
        assertThat(forest.at("/summary/at_its_edge/population").asDouble())
                .isEqualTo(
                        number(
                                "select coalesce(sum(population), 0) from risk.settlement s where not exists"
                                        + " (select from risk.fire_zone z where st_intersects(z.geom, s.geom)) and exists"
                                        + " (select from risk.fire_zone z where st_dwithin(z.geom::geography, s.geom::geography, 200))"));
        double border = number("""
                select sum(st_length(st_intersection(z.geom, st_intersection(a.geom, b.geom))::geography))
                from risk.admin_area a
                join risk.admin_area b on a.code < b.code and st_intersects(a.geom, b.geom)
                join risk.fire_zone z on st_intersects(z.geom, a.geom) and st_intersects(z.geom, b.geom)
                where a.level = 'township' and b.level = 'township'
                """);
        assertThat(forest.at("/summary/shared_border_m").asDouble()).isCloseTo(border, within(border * 0.002));
        for (JsonNode year : forest.get("fires")) {
            assertThat(year.get("inside").asDouble())
                    .isEqualTo(number("""
                    select count(*) from risk.fire_point f
                    where extract(year from detected_at at time zone 'Asia/Shanghai') = %s
                      and exists (select from risk.fire_zone z where st_intersects(z.geom, f.geom))
                    """.formatted(year.get("year").asString())));
        }
        assertThat(forest.at("/summary/zones_by_class_today").propertyNames()).contains("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "register-check  | \"day\":\"soon\"                               | day",
                "register-check  | \"day\":\"1900-01-01\"                         | day",
                "register-check  | \"zones\":{\"layer\":\"risk:road\"}            | zones.layer",
                "register-check  | \"point_reach_m\":-1                           | point_reach_m",
                "hazardous-sites | \"sums\":{\"nobody\":3}                        | sums.nobody",
                "hazardous-sites | \"sums\":[3]                                   | sums",
                "hazardous-sites | \"facilities\":[\"nowhere\"]                   | facilities[0]",
                "forest-fire     | \"weather\":{\"1\":50}                         | weather.1",
                "forest-fire     | \"weather\":{\"999101001\":\"hot\"}            | weather.999101001",
                "forest-fire     | \"zones\":{\"layer\":\"risk:shelter\"}         | zones.layer",
                "buffer-exposure | \"hazards\":{\"layer\":\"hazard_site\"},\"distanceBy\":{\"rules\":\"hazard_reach\"} | distanceBy.rules",
                "buffer-exposure | \"hazards\":{\"layer\":\"hazard_site\"},\"distanceBy\":{\"expression\":\"grade *\"} | distanceBy.expression",
                "buffer-exposure | \"hazards\":{\"layer\":\"hazard_site\"},\"distanceBy\":{\"expression\":\"grade * 0.001\",\"otherwise\":9} | distanceBy.expression",
                "buffer-exposure | \"hazards\":{\"layer\":\"hazard_site\"},\"distances\":[500],\"distanceBy\":{\"column\":\"grade\"} | distanceBy",
                "buffer-exposure | \"hazards\":{\"layer\":\"hazard_site\"},\"distances\":[500],\"side\":\"inside\" | side"
            })
    void a_check_that_cannot_be_made_is_refused_by_the_name_of_the_input(String process, String inputs, String input) {
        HttpResponse<String> refused = ask(process, inputs);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(refused.body()).get("input").asString())
                .isEqualTo(input);
    }
}

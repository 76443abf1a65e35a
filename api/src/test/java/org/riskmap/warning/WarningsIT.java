package org.riskmap.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riskmap.RunningService;
import org.riskmap.postgis.SqlQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A warning from its preview to its end, over HTTP, in the demo county. */
class WarningsIT {

    private static final String COVERAGE = "/api/processes/evacuation-coverage/execution";

    private final RunningService service = RunningService.shared();
    private final String admin = service.adminLogin();

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        return service.post(path, "application/json", body, headers);
    }

    private HttpResponse<String> coverage() {
        return post(
                COVERAGE, "{\"inputs\":{},\"outputs\":{\"summary\":{},\"byArea\":{},\"assignments\":{},\"run\":{}}}");
    }

    private List<String> townshipsWithHighZones() {
        return service.database().list(SqlQuery.of("""
                        select a.code
                        from risk.admin_area a
                             join risk.settlement s on st_intersects(s.geom, a.geom)
                             join risk.geohazard_zone z on z.risk = 'high' and st_intersects(z.geom, a.geom)
                                  and st_dwithin(z.geom::geography, s.geom::geography, 150)
                        where a.level = 'township'
                        group by a.code
                        order by count(*) desc, a.code
                        limit 2
                        """), row -> String.valueOf(row.text(1)));
    }

    @Test
    void an_orange_warning_closes_counts_and_leaves_no_trace_in_later_coverages() {
        String codes = JsonMapper.shared().writeValueAsString(townshipsWithHighZones());
        String before = coverage().body();

        HttpResponse<String> impact = post(
                "/api/processes/warning-impact/execution",
                "{\"inputs\":{\"admin_codes\":" + codes + ",\"level\":\"orange\",\"hazard\":\"geohazard\"}}");
        assertThat(impact.statusCode()).as(impact.body()).isEqualTo(200);
        JsonNode move = json(impact).get("move").get("features");
        assertThat(move).isNotEmpty();
        assertThat(json(impact).get("coverage").get("summary").get("population").asLong())
                .isEqualTo(json(impact).get("summary").get("moving_persons").asLong());
        assertThat(json(impact).get("closures").get("features")).isNotEmpty();

        HttpResponse<String> issued = post(
                "/riskmap/warnings",
                "{\"admin_codes\":" + codes + ",\"level\":\"orange\",\"hazard\":\"geohazard\"}",
                "Authorization",
                admin);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        String id = json(issued).get("id").asString();
        try {
            assertThat(json(issued).get("state").asString()).isEqualTo("in_force");
            JsonNode during = json(coverage());
            assertThat(during.get("run").get("parameters").get("closures"))
                    .hasSameSizeAs(json(issued).get("closures"));
            assertThat(during.get("run").get("id"))
                    .isNotEqualTo(
                            JsonMapper.shared().readTree(before).get("run").get("id"));
            assertThat(drawn("")).contains(id);
            assertThat(drawn("&TIME=2024-01-01")).doesNotContain(id);
        } finally {
            assertThat(post("/riskmap/warnings/" + id + "/end", "{}", "Authorization", admin)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(coverage().body()).isEqualTo(before);
        assertThat(drawn("")).doesNotContain(id);
        assertThat(post("/riskmap/warnings/" + id + "/end", "{}", "Authorization", admin)
                        .statusCode())
                .isEqualTo(409);
        JsonNode record = json(service.get("/riskmap/warnings/" + id));
        assertThat(record.get("state").asString()).isEqualTo("over");
        assertThat(record.get("ended_by").asString()).isEqualTo("admin");
        assertThat(record.get("closures")).isNotEmpty();
    }

    /** What a click in a map of warnings of the whole county finds. */
    private String drawn(String time) {
        return service.get("/geoserver/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetFeatureInfo&LAYERS=risk:warning"
                        + "&QUERY_LAYERS=risk:warning&SRS=EPSG:4490&BBOX=118,26,122,30&WIDTH=10&HEIGHT=10&X=4&Y=6&BUFFER=20"
                        + "&FEATURE_COUNT=50&INFO_FORMAT=application/json" + time)
                .body();
    }

    @Test
    void issuing_and_ending_need_the_login() {
        assertThat(post("/riskmap/warnings", "{}").statusCode()).isEqualTo(401);
        assertThat(post("/riskmap/warnings/x/end", "{}").statusCode()).isEqualTo(401);
        assertThat(post("/riskmap/warnings/x/end", "{}", "Authorization", admin).statusCode())
                .isEqualTo(404);
        HttpResponse<String> wrong = post(
                "/riskmap/warnings",
                "{\"admin_codes\":[\"nowhere\"],\"level\":\"red\",\"hazard\":\"flood\"}",
                "Authorization",
                admin);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).get("input").asString()).isEqualTo("admin_codes");
    }
}

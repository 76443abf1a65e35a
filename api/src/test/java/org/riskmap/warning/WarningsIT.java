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

    private List<String> two(String sql) {
        return service.database().list(SqlQuery.of(sql), row -> String.valueOf(row.text(1)));
    }

    private JsonNode impact(String area) {
        HttpResponse<String> answer = post(
                "/api/processes/warning-impact/execution",
                "{\"inputs\":{" + area
                        + ",\"level\":\"orange\",\"hazard\":\"geohazard\"},\"outputs\":{\"summary\":{},\"move\":{},\"closures\":{}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void villages_small_catchments_and_drawn_land_are_warned_of_alike() {
        List<String> ids = two("select id from risk.small_catchment order by st_area(geom) desc, id limit 2");
        String list = JsonMapper.shared().writeValueAsString(ids);
        JsonNode byIds = impact("\"catchments\":" + list);
        JsonNode selected = impact("\"areas\":{\"layer\":\"risk:small_catchment\",\"filter\":\"id in ('"
                + String.join("','", ids) + "')\"}");
        JsonNode drawn = impact("\"areas\":"
                + two("select st_asgeojson(st_union(geom), 15) from risk.small_catchment where id in ('"
                                + String.join("','", ids) + "')")
                        .get(0));
        assertThat(byIds.get("summary").get("population").asLong())
                .isPositive()
                .isEqualTo(Long.parseLong(two("select sum(population)::text from risk.settlement s where exists (select"
                                + " from risk.small_catchment c where c.id in ('" + String.join("','", ids)
                                + "') and st_covers(c.geom, s.geom))")
                        .get(0)));
        assertThat(selected.get("summary")).isEqualTo(byIds.get("summary"));
        assertThat(drawn.get("summary")).isEqualTo(byIds.get("summary"));
        assertThat(drawn.get("move")).isEqualTo(byIds.get("move"));

        String village =
                two("select code from risk.admin_area where level = 'village' order by population desc limit 1")
                        .get(0);
        assertThat(impact("\"admin_codes\":[\"" + village + "\"]")
                        .get("summary")
                        .get("population")
                        .asText())
                .isEqualTo(two("select population::text from risk.admin_area where level = 'village' and code = '"
                                + village + "'")
                        .get(0));
    }

    @Test
    void a_draft_shows_what_it_would_close_and_closes_it_only_when_it_is_issued_and_its_time_has_come() {
        String body = "{\"admin_codes\":" + JsonMapper.shared().writeValueAsString(townshipsWithHighZones())
                + ",\"level\":\"orange\",\"hazard\":\"geohazard\",\"valid_from\":\"2099-06-01T00:00:00+08:00\","
                + "\"valid_to\":\"2099-06-03T00:00:00+08:00\",\"reason\":\"预报大暴雨\"}";
        assertThat(post("/riskmap/warning-drafts", body).statusCode()).isEqualTo(401);
        assertThat(service.get("/riskmap/warning-drafts").statusCode()).isEqualTo(401);
        String before = coverage().body();
        HttpResponse<String> made = post("/riskmap/warning-drafts", body, "Authorization", admin);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = json(made).get("id").asString();
        assertThat(service.get("/riskmap/warning-drafts/" + id).statusCode()).isEqualTo(401);
        JsonNode preview = json(service.get("/riskmap/warning-drafts/" + id, "Authorization", admin));
        assertThat(preview.get("closures").get("features")).isNotEmpty();
        assertThat(preview.get("move")).isNotEmpty();
        assertThat(preview.get("steps").get(0).get("step").asString()).isEqualTo("断");
        assertThat(closuresOn("2099-06-02T00:00:00Z"))
                .as("a draft is in no layer")
                .isZero();

        HttpResponse<String> issued = post("/riskmap/warning-drafts/" + id + "/issue", "{}", "Authorization", admin);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        String warning = json(issued).get("id").asString();
        try {
            assertThat(json(issued).get("state").asString()).isEqualTo("planned");
            assertThat(closuresOn("2099-06-02T00:00:00Z"))
                    .isEqualTo(preview.get("closures").get("features").size());
            assertThat(closuresOn("2099-06-04T00:00:00Z")).isZero();
            assertThat(coverage().body()).as("it has not begun").isEqualTo(before);
            assertThat(post("/riskmap/warning-drafts/" + id + "/issue", "{}", "Authorization", admin)
                            .statusCode())
                    .isEqualTo(409);
        } finally {
            assertThat(post("/riskmap/warnings/" + warning + "/end", "{}", "Authorization", admin)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(two("select action from risk.audit where subject in ('" + id + "','" + warning + "') order by id"))
                .containsExactly("warning-drafted", "warning-issued", "warning-ended");
    }

    /** How many closures the feature service has that hold at a moment. */
    private long closuresOn(String moment) {
        String filter = "time_from<='" + moment + "' AND time_to>'" + moment + "'";
        return json(service.get("/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=risk:closure"
                        + "&outputFormat=application/json&cql_filter="
                        + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8)))
                .get("features")
                .size();
    }

    @Test
    void rules_are_versioned_and_the_newest_counts() {
        HttpResponse<String> now = service.get("/riskmap/warning-rules");
        JsonNode newest = json(now).get("versions").get(0);
        String body = "{\"county\":\"TEST\",\"note\":\"试验\",\"rules\":"
                + newest.get("rules").toString() + "}";
        assertThat(put("/riskmap/warning-rules", body).statusCode()).isEqualTo(401);
        int first = json(put("/riskmap/warning-rules", body, "Authorization", admin))
                .get("version")
                .asInt();
        int second = json(put("/riskmap/warning-rules", body, "Authorization", admin))
                .get("version")
                .asInt();
        assertThat(second).isEqualTo(first + 1);
        JsonNode versions =
                json(service.get("/riskmap/warning-rules?county=TEST")).get("versions");
        assertThat(versions.get(0).get("version").asInt()).isEqualTo(second);
        assertThat(versions.get(0).get("author").asString()).isEqualTo("admin");
        HttpResponse<String> wrong = put(
                "/riskmap/warning-rules",
                "{\"county\":\"TEST\",\"note\":\"x\",\"rules\":[{\"hazards\":[\"flood\"],\"level\":\"red\",\"steps\":[{\"step\":\"等\",\"text\":\"x\"}]}]}",
                "Authorization",
                admin);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).get("input").asString()).isEqualTo("rules[0].steps[0].step");
    }

    private HttpResponse<String> put(String path, String body, String... headers) {
        return service.send(service.request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}

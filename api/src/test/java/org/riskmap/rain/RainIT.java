package org.riskmap.rain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.riskmap.RunningService;
import org.riskmap.postgis.SqlQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rain over HTTP in the demo county: the storm of July 2023, and one that is uploaded. */
class RainIT {

    private static final String STORM = "2023-07-28T12:00:00Z";

    private final RunningService service = RunningService.shared();
    private final String admin = service.adminLogin();

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.body());
    }

    private long number(String sql) {
        return service.database().list(SqlQuery.of(sql), row -> row.integer(1)).get(0);
    }

    @Test
    void the_storm_of_the_demo_puts_zones_over_and_a_draft_is_issued_by_one_click() {
        JsonNode state = json(service.get("/riskmap/rain?at=" + STORM));
        assertThat(state.get("gauges")).hasSize((int) number("select count(*) from risk.rain_gauge"));
        assertThat(state.get("over")).isNotEmpty();
        assertThat(state.get("unknown").get("count").asInt()).isZero();
        for (JsonNode over : state.get("over")) {
            assertThat(over.get("sum_mm").asDouble())
                    .isGreaterThanOrEqualTo(over.get("threshold_mm").asDouble());
        }
        assertThat(json(service.get("/riskmap/rain")).get("over"))
                .as("nothing is measured today")
                .isEmpty();

        assertThat(service.post("/riskmap/rain/proposals?at=" + STORM, "application/json", "{}")
                        .statusCode())
                .isEqualTo(401);
        JsonNode drafts = json(service.post(
                        "/riskmap/rain/proposals?at=" + STORM, "application/json", "{}", "Authorization", admin))
                .get("drafts");
        assertThat(drafts).isNotEmpty();
        JsonNode again = json(service.post(
                        "/riskmap/rain/proposals?at=" + STORM, "application/json", "{}", "Authorization", admin))
                .get("drafts");
        assertThat(again).as("one open proposal for a level").isEqualTo(drafts);
        String first = drafts.get(0).asString();
        JsonNode warning = json(service.post(
                "/riskmap/warning-drafts/" + first + "/issue", "application/json", "{}", "Authorization", admin));
        String id = warning.get("id").asString();
        assertThat(warning.get("state").asString()).isEqualTo("in_force");
        assertThat(warning.get("level").asString())
                .isEqualTo(state.get("over").get(0).get("level").asString());
        assertThat(service.post("/riskmap/warnings/" + id + "/end", "application/json", "{}", "Authorization", admin)
                        .statusCode())
                .isEqualTo(200);
        Iterator<JsonNode> rest = drafts.iterator();
        rest.next();
        rest.forEachRemaining(draft -> assertThat(service.send(
                                service.request("/riskmap/warning-drafts/" + draft.asString(), "Authorization", admin)
                                        .DELETE()
                                        .build())
                        .statusCode())
                .isEqualTo(204));
    }

    @Test
    void map_and_features_show_the_rain_and_the_hazards_of_a_moment() {
        String features =
                "/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&outputFormat=application/json&typeNames=";
        String then = "&cql_filter=time_from%3C%3D'" + STORM + "'%20AND%20time_to%3E'" + STORM + "'";
        JsonNode state = json(service.get("/riskmap/rain?at=" + STORM));
        assertThat(json(service.get(features + "risk:rain_sum" + then)).get("features"))
                .hasSameSizeAs(state.get("gauges"));
        assertThat(json(service.get(features + "risk:rain_over" + then)).get("features"))
                .hasSameSizeAs(state.get("over"));
        assertThat(json(service.get(features + "risk:rain_gauge")).get("features"))
                .hasSameSizeAs(state.get("gauges"));
        String map =
                "/geoserver/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=risk:rain_over,risk:rain_sum&STYLES=&SRS=EPSG:4490"
                        + "&BBOX=119.4,27.2,120.2,28&WIDTH=400&HEIGHT=400&FORMAT=image/png&TRANSPARENT=true";
        assertThat(service.get(map + "&TIME=" + STORM).body().length())
                .as("a picture with marks beside an empty one")
                .isGreaterThan(service.get(map).body().length() + 1000);
    }

    @Test
    void readings_are_uploaded_with_the_login_and_what_is_wrong_is_listed() {
        String csv = "gauge,at,mm\ndemo-gauge-001,2024-01-01 08:00,1.5\nnobody,2024-01-01 08:00,1\n";
        String path = "/riskmap/rain/readings?zone=Asia/Shanghai";
        assertThat(service.post(path, "text/csv", csv).statusCode()).isEqualTo(401);
        try {
            JsonNode report = json(service.post(path, "text/csv; charset=utf-8", csv, "Authorization", admin));
            assertThat(report.get("new").asInt()).isEqualTo(1);
            assertThat(report.get("rejects").get(0).get("line").asInt()).isEqualTo(3);
            assertThat(json(service.post(path, "text/csv", csv, "Authorization", admin))
                            .get("unchanged")
                            .asInt())
                    .isEqualTo(1);
            String body =
                    "{\"readings\":[{\"gauge\":\"demo-gauge-001\",\"at\":\"2024-01-01T08:00:00+08:00\",\"mm\":2}]}";
            assertThat(json(service.post("/riskmap/rain/readings", "application/json", body, "Authorization", admin))
                            .get("changed")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            service.database()
                    .client()
                    .sql("delete from risk.rain_reading where at = '2024-01-01 08:00+08'")
                    .update();
        }
        HttpResponse<String> wrong = service.send(service.request("/riskmap/rain/thresholds", "Authorization", admin)
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.ofString("a,b\n1,2\n"))
                .build());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("hazard_layer");
    }
}

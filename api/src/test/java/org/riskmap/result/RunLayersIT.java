package org.riskmap.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskmap.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run by its id: as maps and features, pinned, and gone. */
class RunLayersIT {

    private final RunningService service = RunningService.shared();
    private final String admin = service.adminLogin();

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> put(String path, String body, String... headers) {
        return service.send(service.request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String path(String address) {
        assertThat(address).startsWith(service.base().toString());
        return address.substring(service.base().toString().length());
    }

    @Test
    void a_run_opens_as_maps_and_features_is_pinned_and_says_when_it_is_gone() {
        HttpResponse<String> solved = service.post(
                "/api/processes/buffer-exposure/execution",
                "application/json",
                "{\"inputs\":{\"hazards\":{\"layer\":\"risk:geohazard_zone\",\"filter\":\"risk = 'high'\"},\"distances\":[217]}}");
        String id = json(solved).get("run").get("id").asString();
        JsonNode run = json(service.get("/riskmap/runs/" + id));
        assertThat(run.get("process").asString()).isEqualTo("buffer-exposure");
        assertThat(run.get("pinned").asBoolean()).isFalse();
        assertThat(run.get("layers")).isNotEmpty();
        for (JsonNode layer : run.get("layers")) {
            assertThat(json(service.get(path(layer.get("wfs").asString()))).get("features"))
                    .as(layer.get("name").asString())
                    .isNotEmpty();
            HttpResponse<String> map = service.get(path(layer.get("wms").asString())
                    + "&crs=CRS:84&bbox=119.4,27.2,120.2,28&width=200&height=200&format=image/png");
            assertThat(map.headers().firstValue("Content-Type")).contains("image/png");
        }
        assertThat(put("/riskmap/runs/" + id + "/pin", "{\"pinned\":true}").statusCode())
                .isEqualTo(401);
        assertThat(json(put("/riskmap/runs/" + id + "/pin", "{\"pinned\":true}", "Authorization", admin))
                        .get("expires_at")
                        .isNull())
                .isTrue();
        assertThat(json(put("/riskmap/runs/" + id + "/pin", "{\"pinned\":false}", "Authorization", admin))
                        .get("expires_at")
                        .isNull())
                .isFalse();
        service.database()
                .client()
                .sql("update risk.analysis_run set created_at = now() - interval '31 days' where id = ?")
                .param(id)
                .update();
        new ExpiringRuns(service.database()).expire(java.time.Instant.now(), new RunPolicy(30, 100_000));
        HttpResponse<String> gone = service.get("/riskmap/runs/" + id);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(json(gone).get("detail").asString()).contains("older than 30 days", "execute the process again");
        assertThat(service.get("/riskmap/runs/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void a_threshold_is_changed_with_the_login_only_and_the_change_is_written_down() {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "note",
                        "试验",
                        "thresholds",
                        java.util.List.of(Map.of(
                                "topic", "emergency_shelter",
                                "class", "service_radius",
                                "quantity", "radius",
                                "value", 600,
                                "source", "试验",
                                "certainty", "unverified",
                                "valid_from", "2199-01-01"))));
        assertThat(service.post("/riskmap/standards", "application/json", body).statusCode())
                .isEqualTo(401);
        assertThat(service.get("/riskmap/audit").statusCode()).isEqualTo(401);
        assertThat(service.post("/riskmap/standards", "application/json", body, "Authorization", admin)
                        .statusCode())
                .isEqualTo(200);
        JsonNode audit = json(service.get("/riskmap/audit?action=standard-changed&limit=1", "Authorization", admin))
                .get("audit");
        assertThat(audit.get(0).get("subject").asString()).isEqualTo("emergency_shelter/service_radius/radius");
        assertThat(audit.get(0).get("who").asString()).isEqualTo("admin");
        assertThat(service.get("/riskmap/standards").body()).contains("2198-12-31", "2199-01-01");
        assertThat(service.get("/riskmap/api").body()).contains("/riskmap/standards");
    }
}

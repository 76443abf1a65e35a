package org.riskmap.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.RunningService;
import org.riskmap.postgis.SqlQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is inside, whom to call, and who must never see it: over HTTP in the demo county. */
class CalloutIT {

    private final RunningService service = RunningService.shared();
    private final String admin = service.adminLogin();

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String body) {
        return service.post(path, "application/json", body, "Authorization", admin);
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        return service.send(service.request(path, headers)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private List<String> texts(String sql) {
        return service.database().list(SqlQuery.of(sql), row -> String.valueOf(row.text(1)));
    }

    private long audited(String action) {
        return Long.parseLong(texts("select count(*)::text from risk.audit where action = '" + action + "'")
                .get(0));
    }

    @Test
    void the_people_of_two_townships_come_by_role_and_each_reading_is_written_down() {
        List<String> codes = texts("select code from risk.admin_area where level = 'township' order by code limit 2");
        String body = "{\"admin_codes\":" + JsonMapper.shared().writeValueAsString(codes) + "}";
        long before = audited("persons-read");
        JsonNode people = json(post("/riskmap/persons/inside", body)).get("persons");
        assertThat(audited("persons-read")).isEqualTo(before + 1);
        List<String> ids = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        people.forEach(person -> {
            ids.add(person.get("id").asString());
            if (!roles.contains(person.get("role").asString())) {
                roles.add(person.get("role").asString());
            }
        });
        // Those of the townships, of their villages, and of zones that share land with them: nobody of a neighbour.
        assertThat(ids).containsExactlyInAnyOrderElementsOf(texts("""
                        with towns as (select code, geom from risk.admin_area where level = 'township' order by code limit 2)
                        select p.id from personal.responsible p join towns t on t.code = p.admin_code
                        union
                        select p.id from personal.responsible p
                                         join risk.admin_area v on v.code = p.admin_code and v.level = 'village'
                                         join towns t on t.code = v.parent_code
                        union
                        select p.id from personal.responsible p
                                         join risk.geohazard_zone z on p.hazard_layer = 'geohazard_zone' and z.id = p.hazard_id
                                         join towns t on st_relate(t.geom, z.geom, 'T********')
                        """));
        assertThat(roles)
                .containsExactlyElementsOf(
                        texts(
                                "select role from personal.role where role in"
                                        + " ('county_leader','township_leader','village_leader','transfer','grid','patrol') order by rank"));
    }

    @Test
    void a_list_keeps_the_state_of_each_call_and_comes_as_csv_and_xlsx() {
        String village = texts("select code from risk.admin_area where level = 'village' order by code limit 1")
                .get(0);
        String name = "=cmd|' /C calc'!A0";
        JsonNode kept = json(send(
                "PUT",
                "/riskmap/persons",
                "application/json",
                "{\"persons\":[{\"id\":\"it-1\",\"name\":\"" + name
                        + "\",\"phone\":\"10099887766\",\"role\":\"grid\",\"admin_code\":\""
                        + village
                        + "\"},{\"id\":\"it-2\",\"name\":\"某人\",\"phone\":\"10055-secret\",\"role\":\"grid\",\"admin_code\":\""
                        + village + "\"}]}",
                "Authorization",
                admin));
        try {
            assertThat(kept.get("new").asInt()).isEqualTo(1);
            assertThat(kept.get("rejects").get(0).toString())
                    .contains("telephone number")
                    .doesNotContain("10055");
            String id = json(post("/riskmap/call-lists", "{\"title\":\"试呼\",\"admin_codes\":[\"" + village + "\"]}"))
                    .get("id")
                    .asString();
            JsonNode list = json(service.get("/riskmap/call-lists/" + id, "Authorization", admin));
            assertThat(list.get("states").get("pending").asInt())
                    .isEqualTo(list.get("entries").size())
                    .isGreaterThan(3);
            assertThat(send("PATCH", "/riskmap/call-lists/" + id + "/1", "application/json", "{\"state\":\"called\"}")
                            .statusCode())
                    .isEqualTo(401);
            json(send(
                    "PATCH",
                    "/riskmap/call-lists/" + id + "/1",
                    "application/json",
                    "{\"state\":\"confirmed\",\"note\":\"已到岗\"}",
                    "Authorization",
                    admin));
            assertThat(send(
                                    "PATCH",
                                    "/riskmap/call-lists/" + id + "/1",
                                    "application/json",
                                    "{\"state\":\"asleep\"}",
                                    "Authorization",
                                    admin)
                            .statusCode())
                    .isEqualTo(400);
            long read = audited("call-list-read");
            JsonNode after = json(service.get("/riskmap/call-lists/" + id, "Authorization", admin));
            assertThat(after.get("states").get("confirmed").asInt()).isEqualTo(1);
            assertThat(after.get("entries").get(0).get("state_by").asString()).isEqualTo("admin");
            HttpResponse<String> csv = service.get("/riskmap/call-lists/" + id + ".csv", "Authorization", admin);
            assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(csv.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(csv.body()).contains("'=cmd|", "已确认,已到岗");
            HttpResponse<byte[]> xlsx = service.send(
                    service.request("/riskmap/call-lists/" + id + ".xlsx", "Authorization", admin)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(xlsx.statusCode()).isEqualTo(200);
            assertThat(xlsx.body()).startsWith((byte) 'P', (byte) 'K');
            assertThat(audited("call-list-read")).isEqualTo(read + 3);
            for (String form : List.of("", ".csv", ".xlsx")) {
                assertThat(service.get("/riskmap/call-lists/" + id + form).statusCode())
                        .isEqualTo(401);
            }
        } finally {
            service.database()
                    .client()
                    .sql("delete from personal.responsible where id like 'it-%'")
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/geoserver/wms?service=WMS&version=1.3.0&request=GetCapabilities",
                "/geoserver/wms?service=WMS&version=1.1.1&request=GetCapabilities",
                "/geoserver/wfs?service=WFS&version=2.0.0&request=GetCapabilities",
                "/geoserver/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType",
                "/geoserver/gwc/service/wmts?service=WMTS&version=1.0.0&request=GetCapabilities",
                "/geoserver/gwc/service/tms/1.0.0",
                "/geoserver/ogc/features/v1/collections?f=json",
                "/geoserver/ogc/features/v1/api?f=json",
                "/geoserver/ogc/tiles/v1/collections?f=json",
                "/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=risk:responsible",
                "/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=personal:responsible",
                "/geoserver/ogc/features/v1/collections/risk:responsible/items?f=json",
                "/geoserver/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetFeatureInfo&LAYERS=risk:responsible&QUERY_LAYERS=risk:responsible"
                        + "&SRS=EPSG:4490&BBOX=119,27,121,29&WIDTH=9&HEIGHT=9&X=4&Y=4&INFO_FORMAT=application/json",
                "/geoserver/gwc/service/tms/1.0.0/risk:responsible@EPSG:4326@pbf/8/425/168.pbf",
                "/riskmap/state",
                "/riskmap/search?q=%E6%BC%94%E7%A4%BA",
                "/api/processes"
            })
    void no_public_answer_names_them(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("call_entry", "call_list", "（演示）村长", "10000000");
        if (!path.contains("responsible")) {
            assertThat(answer.body()).doesNotContain("responsible");
        }
        for (String phone : texts("select phone from personal.responsible order by id limit 5")) {
            assertThat(answer.body()).doesNotContain(phone);
        }
    }

    @Test
    void neither_the_analysts_role_nor_the_log_nor_the_audit_has_them() throws IOException {
        assertThat(texts("select has_schema_privilege('riskmap_reader', 'personal', 'usage')::text"))
                .containsExactly("false");
        assertThat(service.get("/riskmap/call-lists").statusCode()).isEqualTo(401);
        assertThat(service.post("/riskmap/persons/inside", "application/json", "{}")
                        .statusCode())
                .isEqualTo(401);
        send(
                "PUT",
                "/riskmap/persons",
                "application/json",
                "{\"persons\":[{\"id\":\"it-3\",\"name\":\"某\",\"phone\":\"10077665544\",\"role\":\"grid\",\"admin_code\":\"none\"}]}",
                "Authorization",
                admin);
        send("PUT", "/riskmap/persons", "application/json", "{\"persons\":\"10077665544\"}", "Authorization", admin);
        assertThat(Files.readString(service.var().resolve("server.log"))).doesNotContain("10077665544");
        assertThat(
                        texts(
                                "select count(*)::text from risk.audit where detail like '%100776%' or subject like '%100776%'"))
                .containsExactly("0");
    }
}

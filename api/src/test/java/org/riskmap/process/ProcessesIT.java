package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OGC API – Processes asked from outside, of the built jar with the demo county. */
class ProcessesIT {

    private static final String BUFFER = "/api/processes/buffer-exposure/execution";
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[119.7,27.6]}";

    private final RunningService service = RunningService.shared();

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> execute(String path, String body, String... headers) {
        return service.post(path, "application/json", body, headers);
    }

    private HttpResponse<String> delete(String path, String... headers) {
        return service.send(service.request(path, headers).DELETE().build());
    }

    private static String buffer(String inputs) {
        return "{\"inputs\":{" + inputs + "}}";
    }

    private static String small(String rest) {
        return "{\"inputs\":{\"hazards\":" + POINT + ",\"distances\":[500,1000],\"exposed\":[\"settlement\"]}" + rest
                + "}";
    }

    private JsonNode awaitEnd(String location) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(120));
        while (true) {
            JsonNode status = json(service.get(location));
            if (!List.of("accepted", "running").contains(status.get("status").asString())) {
                return status;
            }
            assertThat(Instant.now()).isBefore(patience);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String path(HttpResponse<String> created) {
        return created.headers()
                .firstValue("Location")
                .orElseThrow()
                .substring(service.base().toString().length());
    }

    static Stream<ProcessDescription> processes() {
        return Stream.of(
                        "buffer-exposure",
                        "evacuation-coverage",
                        "shelter-siting",
                        "response-circles",
                        "evacuation-routes",
                        "network-topology",
                        "register-check",
                        "hazardous-sites",
                        "forest-fire",
                        "warning-impact")
                .map(ProcessDescription::load);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_example_in_a_description_runs_as_it_is(ProcessDescription process) {
        assertThat(process.exampleRequests()).isNotEmpty();
        for (JsonNode request : process.exampleRequests()) {
            HttpResponse<String> answer = execute("/api/processes/" + process.id() + "/execution", request.toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).has("run")).isTrue();
        }
    }

    @Test
    void the_landing_page_leads_everywhere() {
        List<String> relations = new ArrayList<>();
        for (JsonNode link : json(service.get("/api")).get("links")) {
            relations.add(link.get("rel").asString());
            String href = link.get("href").asString();
            assertThat(href).startsWith(service.base().toString());
            assertThat(service.get(href.substring(service.base().toString().length()))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(relations)
                .contains(
                        "self",
                        "service-desc",
                        "http://www.opengis.net/def/rel/ogc/1.0/conformance",
                        "http://www.opengis.net/def/rel/ogc/1.0/processes",
                        "http://www.opengis.net/def/rel/ogc/1.0/job-list");
        HttpResponse<String> page = service.get("/api", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("buffer-exposure");
    }

    @Test
    void links_have_the_address_that_the_client_used() {
        String self = json(service.get("/api", "X-Forwarded-Host", "map.example.org", "X-Forwarded-Proto", "https"))
                .at("/links/0/href")
                .asString();
        assertThat(self).isEqualTo("https://map.example.org/api");
    }

    @Test
    void conformance_names_the_classes_of_the_standard() {
        assertThat(json(service.get("/api/conformance")).get("conformsTo").toString())
                .contains("ogcapi-processes-1/1.0/conf/core\"")
                .contains("ogcapi-processes-1/1.0/conf/job-list\"")
                .contains("ogcapi-processes-1/1.0/conf/dismiss\"");
    }

    @Test
    void the_openapi_document_refers_to_nothing_outside_itself_and_to_nothing_missing() {
        HttpResponse<String> response = service.get("/api/api");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.oai.openapi+json;version=3.0");
        JsonNode document = json(response);
        assertThat(document.get("openapi").asString()).startsWith("3.0");
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            assertThat(reference.asString()).startsWith("#/");
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
        assertThat(document.get("paths").propertyNames())
                .contains("/processes/buffer-exposure/execution", "/jobs/{jobID}/results");
    }

    @Test
    void processes_are_listed_with_links_up_to_a_limit() {
        JsonNode all = json(service.get("/api/processes")).get("processes");
        assertThat(all.valueStream().map(process -> process.get("id").asString()))
                .contains("buffer-exposure", "evacuation-coverage");
        for (JsonNode process : all) {
            assertThat(process.findValuesAsString("rel"))
                    .contains("self", "http://www.opengis.net/def/rel/ogc/1.0/execute");
            assertThat(process.get("jobControlOptions").toString())
                    .contains("sync-execute", "async-execute", "dismiss");
        }
        assertThat(json(service.get("/api/processes?limit=1")).get("processes").size())
                .isEqualTo(1);
    }

    @Test
    void a_description_is_in_the_readers_language_and_has_a_schema_for_everything() {
        JsonNode english = json(service.get("/api/processes/buffer-exposure"));
        HttpResponse<String> answer =
                service.get("/api/processes/buffer-exposure", "Accept-Language", "zh-CN,zh;q=0.9");
        assertThat(english.get("title").asString()).isEqualTo("Buffer exposure");
        assertThat(json(answer).get("title").asString()).isEqualTo("缓冲区暴露分析");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("zh");
        for (String part : List.of("inputs", "outputs")) {
            for (JsonNode described : english.get(part)) {
                assertThat(described.get("title").isString()).isTrue();
                assertThat(described.get("schema").isObject()).isTrue();
            }
        }
        assertThat(english.at("/inputs/exposed/schema/default").size()).isEqualTo(4);
    }

    @Test
    void the_same_request_has_the_same_bytes_and_another_order_of_inputs_is_the_same_run() {
        String body = buffer("\"hazards\":" + POINT + ",\"distances\":[2000],\"exposed\":[\"settlement\",\"road\"]");
        String reordered = buffer("\"exposed\":[{\"value\":\"risk:settlement\"},\"risk:road\"],\"dissolve\":true,"
                + "\"distances\":{\"value\":[2e3]},\"hazards\":{\"value\":" + POINT + "}");
        String first = execute(BUFFER, body).body();
        assertThat(execute(BUFFER, body).body()).isEqualTo(first);
        assertThat(execute(BUFFER, reordered).body()).isEqualTo(first);
        String run = JsonMapper.shared().readTree(first).at("/run/id").asString();
        service.database()
                .client()
                .sql("delete from risk.analysis_run where id = ?")
                .param(run)
                .update();
        assertThat(execute(BUFFER, body).body()).isEqualTo(first); // solved again, not remembered
    }

    @Test
    void a_result_is_a_layer_by_its_run_id() {
        JsonNode answer = json(execute(BUFFER, small("")));
        String run = answer.at("/run/id").asString();
        assertThat(answer.at("/run/layers").toString()).isEqualTo("[\"risk:run_ring\",\"risk:run_exposed\"]");
        assertThat(service.database()
                        .client()
                        .sql("select count(*) from risk.run_ring where run_id = ?")
                        .param(run)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void people_on_the_demo_county_are_those_that_postgis_finds() {
        JsonNode rings = json(execute(
                        BUFFER,
                        buffer("\"hazards\":{\"layer\":\"risk:geohazard_zone\"},\"distances\":[500,1000],"
                                + "\"exposed\":[\"settlement\"]")))
                .at("/summary/rings");
        for (int i = 0; i < 2; i++) {
            Long people = service.database()
                    .client()
                    .sql("""
                            select coalesce(sum(population), 0) from risk.settlement s
                            where exists (select from risk.geohazard_zone z
                                          where st_dwithin(s.geom::geography, z.geom::geography, ?))
                              and not exists (select from risk.geohazard_zone z
                                              where st_dwithin(s.geom::geography, z.geom::geography, ?))
                            """)
                    .params(i == 0 ? 500 : 1000, i == 0 ? -1 : 500)
                    .query(Long.class)
                    .single();
            assertThat(rings.get(i).get("population").asLong()).isEqualTo(people);
        }
    }

    @Test
    void a_job_gives_progress_and_then_the_same_bytes() {
        HttpResponse<String> created = execute(BUFFER, small(""), "Prefer", "respond-async, wait=10");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Preference-Applied")).hasValue("respond-async");
        String location = path(created);
        assertThat(json(created).get("jobID").asString()).isEqualTo(location.substring("/api/jobs/".length()));
        JsonNode end = awaitEnd(location);
        assertThat(end.get("status").asString()).isEqualTo("successful");
        assertThat(end.get("progress").asInt()).isEqualTo(100);
        assertThat(end.findValuesAsString("rel")).contains("http://www.opengis.net/def/rel/ogc/1.0/results");
        for (String time : List.of("created", "started", "finished", "updated")) {
            assertThat(Instant.parse(end.get(time).asString()))
                    .isBefore(Instant.now().plusSeconds(60));
        }
        assertThat(service.get(location + "/results").body())
                .isEqualTo(execute(BUFFER, small("")).body());
    }

    @Test
    void a_job_answers_in_the_form_that_its_request_asked_for() {
        String location = path(
                execute(BUFFER, small(",\"response\":\"raw\",\"outputs\":{\"rings\":{}}"), "Prefer", "respond-async"));
        awaitEnd(location);
        HttpResponse<String> rings = service.get(location + "/results");
        assertThat(rings.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(json(rings).get("features").size()).isEqualTo(2);
    }

    @Test
    void a_failed_job_gives_its_problem_under_the_problems_status() {
        String wrong =
                buffer("\"hazards\":{\"layer\":\"shelter\",\"filter\":\"no_such_column = 1\"},\"distances\":[500]");
        String location = path(execute(BUFFER, wrong, "Prefer", "respond-async"));
        assertThat(awaitEnd(location).get("status").asString()).isEqualTo("failed");
        HttpResponse<String> results = service.get(location + "/results");
        assertThat(results.statusCode()).isEqualTo(400);
        assertThat(results.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(results).get("input").asString()).isEqualTo("hazards.filter");
    }

    @Test
    void a_dismissed_job_has_no_result() {
        String location = path(execute(BUFFER, small(""), "Prefer", "respond-async"));
        HttpResponse<String> dismissed = delete(location);
        assertThat(dismissed.statusCode()).isEqualTo(200);
        assertThat(json(dismissed).get("status").asString()).isEqualTo("dismissed");
        assertThat(json(service.get(location)).get("status").asString()).isEqualTo("dismissed");
        assertThat(service.get(location + "/results").statusCode()).isEqualTo(410);
    }

    @Test
    void jobs_are_listed_for_their_login_only() {
        String anonymous = path(execute(BUFFER, small(""), "Prefer", "respond-async"));
        String admins =
                path(execute(BUFFER, small(""), "Prefer", "respond-async", "Authorization", service.adminLogin()));
        assertThat(json(service.get("/api/jobs")).get("jobs").size()).isZero();
        assertThat(service.get("/api/jobs", "Authorization", service.adminLogin())
                        .body())
                .contains(anonymous, admins);
        assertThat(service.get(admins).statusCode()).isEqualTo(404);
        assertThat(delete(admins).statusCode()).isEqualTo(404);
        assertThat(service.get(admins, "Authorization", service.adminLogin()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"distances\":[500]                                                       | hazards",
                "\"hazards\":POINT                                                         | distances",
                "\"hazards\":POINT,\"distances\":500                                       | distances",
                "\"hazards\":POINT,\"distances\":[]                                        | distances",
                "\"hazards\":POINT,\"distances\":[500,500]                                 | distances[1]",
                "\"hazards\":POINT,\"distances\":[1000,500]                                | distances[1]",
                "\"hazards\":POINT,\"distances\":[-1]                                      | distances[0]",
                "\"hazards\":POINT,\"distances\":[0.01]                                    | distances[0]",
                "\"hazards\":POINT,\"distances\":[1e400]                                   | distances[0]",
                "\"hazards\":POINT,\"distances\":[\"500\"]                                 | distances[0]",
                "\"hazards\":POINT,\"distances\":[500],\"distance\":[1]                     | distance",
                "\"hazards\":POINT,\"distances\":[500],\"dissolve\":\"yes\"                  | dissolve",
                "\"hazards\":POINT,\"distances\":[500],\"exposed\":\"settlement\"            | exposed",
                "\"hazards\":POINT,\"distances\":[500],\"exposed\":[\"nowhere\"]             | exposed[0]",
                "\"hazards\":POINT,\"distances\":[500],\"exposed\":[{\"layer\":\"one_map\"}] | exposed[0].layer",
                "\"hazards\":{\"layer\":\"risk:nothing\"},\"distances\":[500]               | hazards.layer",
                "\"hazards\":{\"layer\":\"shelter\",\"filter\":\"status =\"},\"distances\":[500] | hazards.filter",
                "\"hazards\":{\"layer\":\"shelter\",\"filter\":\"x'; drop table risk.shelter; --\"},\"distances\":[500] | hazards.filter",
                "\"hazards\":{\"type\":\"Point\",\"coordinates\":[27.6,119.7]},\"distances\":[500] | hazards.coordinates",
                "\"hazards\":POINT,\"distances\":[500],\"exposed\":[{\"features\":{\"type\":\"FeatureCollection\",\"features\":"
                        + "[{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":POINT,\"properties\":{\"population\":-4}}]}}] | inline.a.population"
            })
    void a_buffer_that_cannot_be_computed_is_refused_by_the_name_of_the_input(String inputs, String input) {
        HttpResponse<String> refused = execute(BUFFER, buffer(inputs.replace("POINT", POINT)));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(refused);
        assertThat(problem.get("input").asString()).isEqualTo(input);
        assertThat(problem.get("type").asString()).isEqualTo("urn:riskmap:problem:invalid-input");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{', 400",
        "application/json, '[]', 400",
        "application/json, '{\"inputs\":{\"distances\":[NaN]}}', 400",
        "text/plain, '{}', 415",
        "application/xml, '<Execute/>', 415",
        "application/x-www-form-urlencoded, 'inputs=1', 415",
        "application/json;charset=gbk, '{}', 415",
        "nonsense, '{}', 415"
    })
    void a_body_that_is_not_json_is_refused(String contentType, String body, int status) {
        HttpResponse<String> refused = service.post(BUFFER, contentType, body);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void bodies_that_are_not_utf8_or_too_large_are_refused() {
        HttpResponse<String> gbk = service.send(service.request(BUFFER, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        "{\"inputs\":{\"hazards\":\"村\"}}".getBytes(java.nio.charset.Charset.forName("GBK"))))
                .build());
        assertThat(gbk.statusCode()).isEqualTo(400);
        assertThat(gbk.body()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/processes?limit=0",
                "/api/processes?limit=-1",
                "/api/processes?limit=ten",
                "/api/processes?limit=1.5",
                "/api/processes?limit=99999999999",
                "/api/jobs?limit=0",
                "/api/jobs?limit=",
                "/api/jobs?limit=1e3"
            })
    void a_limit_that_is_no_number_of_items_is_refused(String path) {
        HttpResponse<String> refused = service.get(path);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("input").asString()).isEqualTo("limit");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/processes/no-such, no-such-process",
        "/api/processes/BUFFER-EXPOSURE, no-such-process",
        "/api/processes/%E4%B8%AD, no-such-process",
        "/api/jobs/1, no-such-job",
        "/api/jobs/00000000-0000-0000-0000-000000000000, no-such-job",
        "/api/jobs/00000000-0000-0000-0000-000000000000/results, no-such-job",
        "/api/jobs/%27%20or%201=1, no-such-job"
    })
    void what_is_not_there_is_a_404_of_the_standards_type(String path, String type) {
        HttpResponse<String> missing = service.get(path.replace("'", "%27").replace(" ", "%20"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).get("type").asString())
                .isEqualTo("http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/" + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/processes/no-such/execution", "/api/processes/%2e%2e/execution"})
    void executing_what_is_not_there_is_a_404(String path) {
        assertThat(execute(path, small("")).statusCode()).isIn(400, 404);
        assertThat(execute(path, small("")).headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/processes/buffer-exposure/execution",
        "PUT, /api/processes/buffer-exposure/execution",
        "POST, /api/processes",
        "DELETE, /api/processes/buffer-exposure",
        "POST, /api/jobs",
        "DELETE, /api/jobs"
    })
    void other_methods_are_not_answered(String method, String path) {
        HttpResponse<String> refused = service.send(service.request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(refused.statusCode()).isIn(401, 405);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}

package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.riskmap.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evacuation over HTTP on the demo county: order of input, what-if and comparison. */
class EvacuationProcessesIT {

    private final RunningService service = RunningService.shared();

    private JsonNode execute(String process, String inputs) {
        HttpResponse<String> answer = service.post(
                "/api/processes/" + process + "/execution", "application/json", "{\"inputs\":{" + inputs + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void people_in_another_order_have_the_same_run_and_the_same_totals() {
        List<String> people = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            people.add("""
                    {"type":"Feature","id":"p%d","properties":{"population":%d},
                     "geometry":{"type":"Point","coordinates":[%f,%f]}}
                    """.formatted(
                            i, random.nextInt(300), 119.6 + random.nextDouble() / 5, 27.5 + random.nextDouble() / 5));
        }
        JsonNode first = execute("evacuation-coverage", demand(people));
        Collections.shuffle(people, random);
        JsonNode second = execute("evacuation-coverage", demand(people));
        assertThat(second.get("summary")).isEqualTo(first.get("summary"));
        assertThat(second.at("/run/id")).isEqualTo(first.at("/run/id"));
    }

    private static String demand(List<String> people) {
        return "\"demand\":{\"features\":{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", people)
                + "]}}";
    }

    @Test
    void what_more_places_bring_is_what_the_comparison_says() {
        JsonNode now = execute("evacuation-coverage", "\"limit\":{\"time_s\":1800}");
        JsonNode full = null;
        for (JsonNode shelter : now.at("/shelters/features")) {
            JsonNode properties = shelter.get("properties");
            full = properties.get("used").asInt() > 0 && properties.get("used").equals(properties.get("capacity"))
                    ? shelter
                    : full;
        }
        assertThat(full).isNotNull();
        int more = full.at("/properties/capacity").asInt() + 1;
        JsonNode then = execute(
                "evacuation-coverage",
                "\"limit\":{\"time_s\":1800},\"capacities\":{\""
                        + full.get("id").asString() + "\":" + more + "}");
        JsonNode difference = execute("run-compare", "\"a\":" + now.at("/run/id") + ",\"b\":" + then.at("/run/id"));
        long change = then.at("/summary/assigned").asLong()
                - now.at("/summary/assigned").asLong();
        assertThat(change).isBetween(0L, 1L);
        assertThat(difference.at("/summary/gained").asLong()
                        - difference.at("/summary/lost").asLong())
                .isEqualTo(change);
    }

    @Test
    void routes_of_an_earlier_run_are_those_of_its_allocation() {
        JsonNode run = execute(
                "evacuation-coverage",
                "\"limit\":{\"time_s\":1234},\"demand\":{\"layer\":\"risk:settlement\",\"filter\":\"population > 600\"}");
        JsonNode routes = execute("evacuation-routes", "\"run\":" + run.at("/run/id"));
        List<String> assigned = new ArrayList<>();
        run.get("assignments")
                .forEach(one -> assigned.add(one.get("demand_id") + " " + one.get("shelter_id") + " "
                        + one.get("persons") + " " + one.get("travel_time_s") + " " + one.get("distance_m")));
        List<String> ways = new ArrayList<>();
        for (JsonNode route : routes.at("/routes/features")) {
            JsonNode of = route.get("properties");
            ways.add(of.get("demand_id") + " " + of.get("shelter_id") + " " + of.get("persons") + " "
                    + of.get("travel_time_s") + " " + of.get("distance_m"));
        }
        assertThat(assigned).isNotEmpty();
        assertThat(ways).containsExactlyInAnyOrderElementsOf(assigned);
        assertThat(routes.at("/summary/assigned")).isEqualTo(run.at("/summary/assigned"));
        assertThat(refused("evacuation-routes", "\"run\":\"0123456789abcdef0123456789abcdef\""))
                .contains("there is no run");
        assertThat(refused("evacuation-routes", "\"run\":" + run.at("/run/id") + ",\"capacity\":false"))
                .contains("capacity stands beside it");
    }

    private String refused(String process, String inputs) {
        HttpResponse<String> answer = service.post(
                "/api/processes/" + process + "/execution", "application/json", "{\"inputs\":{" + inputs + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }
}

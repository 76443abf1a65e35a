package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.StoredRun;
import org.riskmap.result.WrittenJson;

/** The three forms of an answer, and requests that are refused. */
class ExecuteRequestTest {

    private final ProcessDescription slow = ProcessDescription.load("slow");
    private final StoredRun run = new StoredRun("0123456789abcdef0123456789abcdef", outputs());

    private static Map<String, WrittenJson> outputs() {
        Map<String, WrittenJson> outputs = new LinkedHashMap<>();
        outputs.put("echo", WrittenJson.of("\"a\""));
        outputs.put("places", WrittenJson.of("{\"type\":\"FeatureCollection\",\"features\":[]}"));
        outputs.put("run", WrittenJson.of("{\"id\":\"0\"}"));
        outputs.put("warnings", WrittenJson.of("[]"));
        return outputs;
    }

    private ExecuteRequest.Answer answer(String rest) {
        return ExecuteRequest.parse("{\"inputs\":{\"name\":\"a\"}" + rest + "}", slow)
                .write(run);
    }

    @Test
    void without_response_the_outputs_are_bare_members_of_one_object() {
        assertThat(answer("").body())
                .hasToString("{\"echo\":\"a\",\"places\":{\"type\":\"FeatureCollection\",\"features\":[]},"
                        + "\"run\":{\"id\":\"0\"},\"warnings\":[]}");
        assertThat(answer("").mediaType()).isEqualTo("application/json");
    }

    @Test
    void outputs_choose_and_run_and_warnings_stay() {
        assertThat(answer(",\"outputs\":{\"echo\":{\"transmissionMode\":\"value\"}}")
                        .body())
                .hasToString("{\"echo\":\"a\",\"run\":{\"id\":\"0\"},\"warnings\":[]}");
    }

    @Test
    void a_document_wraps_every_output_in_a_value() {
        assertThat(answer(",\"response\":\"document\",\"outputs\":{\"places\":{},\"echo\":{}}")
                        .body())
                .hasToString(
                        "{\"echo\":{\"value\":\"a\"},\"places\":{\"value\":{\"type\":\"FeatureCollection\",\"features\":[]}}}");
    }

    @Test
    void raw_gives_the_one_output_itself_with_its_media_type() {
        ExecuteRequest.Answer places = answer(",\"response\":\"raw\",\"outputs\":{\"places\":{}}");
        assertThat(places.body()).hasToString("{\"type\":\"FeatureCollection\",\"features\":[]}");
        assertThat(places.mediaType()).isEqualTo("application/geo+json");
        assertThat(answer(",\"response\":\"raw\",\"outputs\":{\"echo\":{}}").mediaType())
                .isEqualTo("application/json");
    }

    @Test
    void inputs_are_bare_or_qualified() {
        for (String name :
                new String[] {"\"a\"", "{\"value\":\"a\"}", "{\"value\":\"a\",\"mediaType\":\"text/plain\"}"}) {
            ExecuteRequest request = ExecuteRequest.parse("{\"inputs\":{\"name\":" + name + "}}", slow);
            assertThat(request.inputs().get("name").text(10)).isEqualTo("a");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '                                                                 | body",
                "[]                                                                  | body",
                "\"text\"                                                            | body",
                "{}                                                                  | name",
                "{\"inputs\":[]}                                                     | inputs",
                "{\"inputs\":null}                                                   | inputs",
                "{\"inputs\":{\"name\":\"a\",\"nmae\":\"b\"}}                         | nmae",
                "{\"inputs\":{\"name\":null}}                                        | name",
                "{\"inputs\":{\"name\":{\"href\":\"http://x/\"}}}                     | name",
                "{\"inputs\":{\"name\":\"a\"},\"output\":{}}                          | output",
                "{\"inputs\":{\"name\":\"a\"},\"mode\":\"async\"}                     | mode",
                "{\"inputs\":{\"name\":\"a\"},\"subscriber\":{}}                      | subscriber",
                "{\"inputs\":{\"name\":\"a\"},\"outputs\":[\"echo\"]}                 | outputs",
                "{\"inputs\":{\"name\":\"a\"},\"outputs\":{\"ecko\":{}}}              | outputs.ecko",
                "{\"inputs\":{\"name\":\"a\"},\"outputs\":{\"echo\":{\"transmissionMode\":\"reference\"}}} | outputs.echo.transmissionMode",
                "{\"inputs\":{\"name\":\"a\"},\"outputs\":{\"echo\":{\"format\":{\"mediaType\":\"text/xml\"}}}} | outputs.echo.format.mediaType",
                "{\"inputs\":{\"name\":\"a\"},\"response\":\"xml\"}                   | response",
                "{\"inputs\":{\"name\":\"a\"},\"response\":\"raw\"}                   | response",
                "{\"inputs\":{\"name\":\"a\"},\"response\":\"raw\",\"outputs\":{\"echo\":{},\"places\":{}}} | response"
            })
    void what_cannot_be_used_is_refused_by_name(String body, String input) {
        assertThatThrownBy(() -> ExecuteRequest.parse(body, slow))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"inputs\":{}} {}",
                "{\"inputs\":{\"name\":NaN}}",
                "{\"inputs\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{'inputs':{}}",
                "{\"inputs\":{\"name\":01}}",
                "{\"inputs\":{\"name\":\"\u0001\"}}",
                "inputs=name"
            })
    void what_is_no_json_is_refused(String body) {
        assertThatThrownBy(() -> ExecuteRequest.parse(body, slow)).isInstanceOf(Failure.MalformedJson.class);
    }

    @Test
    void deep_nesting_and_endless_numbers_are_refused_before_they_hurt() {
        String deep = "{\"inputs\":{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        assertThatThrownBy(() -> ExecuteRequest.parse(deep, slow)).isInstanceOf(Failure.MalformedJson.class);
        String number = "{\"inputs\":{\"name\":" + "9".repeat(100_000) + "}}";
        assertThatThrownBy(() -> ExecuteRequest.parse(number, slow)).isInstanceOf(Failure.MalformedJson.class);
    }
}

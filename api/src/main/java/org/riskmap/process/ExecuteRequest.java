package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.StoredRun;
import org.riskmap.result.WrittenJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an execute request (18-062r2 §7.11).
 *
 * @param inputs checked against the description's names
 * @param outputs names of the outputs asked for; empty: all
 * @param form how the answer is written
 */
record ExecuteRequest(Inputs inputs, List<String> outputs, Form form) {

    /** How an answer is written. */
    enum Form {
        /** One object whose members are the outputs, bare; {@code run} and {@code warnings} always. */
        BARE,
        /** The standard's results schema: each output as {@code {"value": …}}. */
        DOCUMENT,
        /** The one requested output itself. */
        RAW
    }

    /** An answer's body. */
    record Answer(String mediaType, WrittenJson body) {}

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a body.
     *
     * @throws Failure.MalformedJson where it is no JSON, a member stands twice, or it is nested deeper than {@value #DEEPEST}
     * @throws InvalidInput where a member is unknown or wrong
     */
    static ExecuteRequest parse(String body, ProcessDescription process) {
        JsonNode json = json(body);
        if (!json.isObject()) {
            throw new InvalidInput("body", "it is not a JSON object", "send {\"inputs\": {…}}");
        }
        for (String member : json.propertyNames()) {
            if (!List.of("inputs", "outputs", "response").contains(member)) {
                throw new InvalidInput(member, unknown(member), "the members are inputs, outputs and response");
            }
        }
        JsonNode inputs = json.has("inputs") ? json.get("inputs") : STRICT.createObjectNode();
        List<String> outputs = outputs(Input.of("outputs", json.get("outputs")), process);
        Form form = form(Input.of("response", json.get("response")), outputs);
        return new ExecuteRequest(Inputs.of(inputs, process), outputs, form);
    }

    private static JsonNode json(String body) {
        try {
            return STRICT.readTree(body);
        } catch (JacksonException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : " (line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr() + ")";
            throw new Failure.MalformedJson(malformed.getOriginalMessage() + where);
        }
    }

    private static String unknown(String member) {
        return switch (member) {
            case "subscriber" -> "callbacks are not offered; ask for the job's status instead";
            case "mode" -> "the header Prefer: respond-async makes a job";
            default -> "a request has no such member; inputs belong under \"inputs\"";
        };
    }

    private static List<String> outputs(Input outputs, ProcessDescription process) {
        if (!outputs.given()) {
            return List.of();
        }
        outputs.object(process.outputNames().toArray(String[]::new));
        for (String name : outputs.json().propertyNames()) {
            Input output = outputs.member(name).object("transmissionMode", "format");
            if (output.member("transmissionMode").given()) {
                output.member("transmissionMode").word(List.of("value"));
            }
            Input mediaType = output.member("format").member("mediaType");
            if (mediaType.given()) {
                mediaType.word(List.of("application/json", "application/geo+json"));
            }
        }
        return process.outputNames().stream().filter(outputs.json()::has).toList();
    }

    private static Form form(Input response, List<String> outputs) {
        if (!response.given()) {
            return Form.BARE;
        }
        if (response.word(List.of("document", "raw")).equals("document")) {
            return Form.DOCUMENT;
        }
        if (outputs.size() != 1) {
            throw response.wrong(
                    "raw gives exactly one output, and " + outputs.size() + " are requested",
                    "name one in outputs, or leave response out");
        }
        return Form.RAW;
    }

    /** The answer of a run as this request wants it. */
    Answer write(StoredRun run) {
        if (form == Form.RAW) {
            WrittenJson body =
                    Optional.ofNullable(run.outputs().get(outputs.get(0))).orElseThrow();
            boolean features = body.startsWith("{\"type\":\"FeatureCollection\"");
            return new Answer(features ? "application/geo+json" : "application/json", body);
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        run.outputs().forEach((name, text) -> {
            if (outputs.isEmpty() || outputs.contains(name) || form == Form.BARE && always(name)) {
                asked.put(name, form == Form.DOCUMENT ? Map.of("value", text) : text);
            }
        });
        return new Answer("application/json", CanonicalJson.written(asked));
    }

    private static boolean always(String name) {
        return name.equals("run") || name.equals("warnings");
    }
}

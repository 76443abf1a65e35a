package org.riskmap.operation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.riskmap.kernel.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** An error as RFC 9457 wants it: {@code application/problem+json} with type, title, status, detail and facts. */
public final class Problem {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, org.springframework.http.converter.json.ProblemDetailJacksonMixin.class)
            .build();

    private final ProblemDetail detail;

    private Problem(ProblemDetail detail) {
        this.detail = detail;
    }

    /** A status and a sentence that says what happened and what would help. */
    public static Problem of(HttpStatus status, String sentence) {
        return new Problem(ProblemDetail.forStatusAndDetail(status, sentence));
    }

    /** With the member {@code input}: what of the request is meant. */
    public static Problem of(HttpStatus status, String input, String sentence) {
        Problem problem = of(status, sentence);
        problem.detail.setProperty("input", input);
        return problem;
    }

    /** Status 400 with the member {@code input}. */
    public static Problem of(InvalidInput wrong) {
        return of(HttpStatus.BAD_REQUEST, wrong.input(), wrong.problem() + "; " + wrong.remedy());
    }

    static Problem tooLarge(long limitBytes) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body",
                "The request's body is larger than " + limitBytes / 1024 / 1024 + " MB, the limit here.");
    }

    /** For a controller that answers with it. */
    public ProblemDetail detail() {
        return detail;
    }

    /** For a filter: sets the status, writes the body. */
    public void send(HttpServletResponse response) throws IOException {
        byte[] body = JSON.writeValueAsString(detail).getBytes(StandardCharsets.UTF_8);
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

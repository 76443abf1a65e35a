package org.riskmap.process;

import java.nio.charset.StandardCharsets;
import org.riskmap.kernel.InvalidInput;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what this package fails with; what nobody expected is left to the service's own handler. */
@RestControllerAdvice(basePackageClasses = ExecutionController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProcessProblems {

    private static final int RETRY_SECONDS = 60;

    @ExceptionHandler({Failure.class, InvalidInput.class})
    ResponseEntity<byte[]> answer(RuntimeException failed) {
        Problem problem = Problem.of(failed);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.code() == Failure.Code.BUSY || problem.code() == Failure.Code.DATA_CHANGING) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
        }
        return answer.body(problem.json().getBytes(StandardCharsets.UTF_8));
    }
}

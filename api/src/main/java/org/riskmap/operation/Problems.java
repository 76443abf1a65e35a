package org.riskmap.operation;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Every error that no package answered in a form of its own becomes an RFC 9457 problem: 404 and 405 for unknown paths
 * and methods, 400 with {@code input} for {@link InvalidInput}, 503 while the database is away. What nobody expected is a
 * 500 with a number, under which the log has the whole story; the answer never has a stack trace.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail invalidInput(InvalidInput wrong) {
        return Problem.of(wrong).detail();
    }

    /** Thrown by Tomcat when parameters are first read: a bad escape, a byte that is no UTF-8, too many of them. */
    @ExceptionHandler
    ProblemDetail unreadableParameters(InvalidParameterException wrong) {
        HttpStatus status = HttpStatus.valueOf(wrong.getErrorCode());
        return Problem.of(status, "The request's parameters cannot be read: they must be percent-encoded UTF-8.")
                .detail();
    }

    /** Thrown by the firewall when a parameter with control characters in its name is first read. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException wrong) {
        return Problem.of(HttpStatus.BAD_REQUEST, "The request has control characters where none may be.")
                .detail();
    }

    @ExceptionHandler
    ProblemDetail databaseAway(DataAccessResourceFailureException away) {
        LOG.error("the database cannot be reached", away);
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer; try again in a minute.")
                .detail();
    }

    @ExceptionHandler
    ProblemDetail tooSlow(QueryTimeoutException late) {
        LOG.warn("a query took too long", late);
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This took longer than is allowed here; ask for less.")
                .detail();
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception defect) {
        UUID number = UUID.randomUUID();
        LOG.error("defect {}", number, defect);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "This is a defect of the service. Its log has the reason under the number " + number + ".")
                .detail();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(missing, Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this address."), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException wrong,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Set<?> offered = wrong.getSupportedHttpMethods();
        String sentence = "This address does not answer " + wrong.getMethod()
                + (offered == null ? "." : "; it answers " + offered + ".");
        return answer(wrong, Problem.of(HttpStatus.METHOD_NOT_ALLOWED, sentence), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String input = wrong instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(wrong.getPropertyName());
        Class<?> wanted = wrong.getRequiredType();
        String sentence = "'" + wrong.getValue() + "' is not "
                + (wanted == int.class || wanted == long.class ? "a whole number." : "what belongs here.");
        return answer(wrong, Problem.of(HttpStatus.BAD_REQUEST, input, sentence), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = missing.getParameterName();
        return answer(missing, Problem.of(HttpStatus.BAD_REQUEST, name, "It is missing."), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Problem problem = Problem.of(HttpStatus.BAD_REQUEST, "body", "The request's body cannot be read as JSON.");
        return answer(unreadable, problem, headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception cause, Problem problem, HttpHeaders headers, WebRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(problem.detail().getStatus());
        return handleExceptionInternal(cause, problem.detail(), headers, status, request);
    }

    /** Errors that never reached a controller: refused by the container or a filter. */
    @RestController
    static class BeforeControllers implements ErrorController {

        @RequestMapping("/error")
        ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
            Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            HttpStatus status = code instanceof Integer number
                    ? HttpStatus.valueOf(number)
                    : HttpStatus.NOT_FOUND; // somebody asked for /error itself
            return ResponseEntity.status(status)
                    .body(Problem.of(status, sentence(status)).detail());
        }

        private static String sentence(HttpStatus status) {
            return switch (status) {
                case BAD_REQUEST -> "The request is malformed.";
                case NOT_FOUND -> "There is nothing at this address.";
                default -> status.getReasonPhrase() + ".";
            };
        }
    }
}

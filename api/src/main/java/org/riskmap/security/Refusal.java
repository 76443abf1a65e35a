package org.riskmap.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.riskmap.operation.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says no as an RFC 9457 problem. A 401 asks for Basic credentials (RFC 7617), except to a page's script ({@code
 * X-Requested-With: XMLHttpRequest}), whose browser would open its own window over the page's.
 */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AdminLogin.TooManyFailures tooMany) {
            long seconds = tooMany.left().toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            Problem.of(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords; wait " + seconds + " s.")
                    .send(response);
            return;
        }
        if (!"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"riskmap\", charset=\"UTF-8\"");
        }
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        Problem.of(HttpStatus.UNAUTHORIZED, tried ? "Wrong user or password." : "This needs the login of admin.")
                .send(response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        Problem.of(HttpStatus.FORBIDDEN, "This login may not do that.").send(response);
    }
}

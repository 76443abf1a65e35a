package org.riskmap.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Matches a request that no controller would answer, so that it gets its 404 or 405 instead of being asked to log in for
 * something that is not there. Whatever is not certain counts as known, which keeps it protected.
 */
final class UnknownAddress implements RequestMatcher {

    private final Supplier<Stream<HandlerMapping>> mappings;

    UnknownAddress(Supplier<Stream<HandlerMapping>> mappings) {
        this.mappings = mappings;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.get().noneMatch(mapping -> answers(mapping, request));
    }

    private static boolean answers(HandlerMapping mapping, HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain != null && !(chain.getHandler() instanceof ResourceHttpRequestHandler);
        } catch (HttpRequestMethodNotSupportedException otherMethods) {
            return false;
        } catch (Exception uncertain) {
            return true;
        }
    }
}

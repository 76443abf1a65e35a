package org.riskmap.security;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The one login: user {@code admin} with {@link AdminPassword}, behind {@link LoginThrottle}. */
final class AdminLogin implements AuthenticationProvider {

    static final String USER = "admin";
    static final String AUTHORITY = "ROLE_ADMIN";

    private final AdminPassword password;
    private final LoginThrottle throttle;

    AdminLogin(AdminPassword password, LoginThrottle throttle) {
        this.password = password;
        this.throttle = throttle;
    }

    /** Too many wrong passwords from one address. */
    static final class TooManyFailures extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final Duration left;

        TooManyFailures(Duration left) {
            super("too many wrong passwords");
            this.left = left;
        }

        Duration left() {
            return left;
        }
    }

    @Override
    public Authentication authenticate(Authentication offered) {
        String address = offered.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Duration wait = throttle.wait(address);
        if (!wait.isZero()) {
            throw new TooManyFailures(wait);
        }
        boolean right = password.is(String.valueOf(offered.getCredentials()));
        if (!right || !USER.equals(offered.getName())) {
            throttle.failed(address);
            throw new BadCredentialsException("wrong user or password");
        }
        throttle.succeeded(address);
        return UsernamePasswordAuthenticationToken.authenticated(
                USER, null, AuthorityUtils.createAuthorityList(AUTHORITY));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}

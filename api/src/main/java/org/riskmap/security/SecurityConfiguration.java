package org.riskmap.security;

import java.time.Clock;
import java.util.List;
import org.riskmap.operation.ServiceSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.HandlerMapping;

/** Who may do what, and the headers that every answer carries. No sessions, no cookies, hence no CSRF tokens. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    /** The page's own files; maps as data and blob images. Nothing from elsewhere, no inline scripts. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob:;"
            + " style-src 'self'; script-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'self'";

    /** As a bean it is the only provider of Spring Security's one manager; named on the chain too, it would be asked twice. */
    @Bean
    AuthenticationProvider adminLogin(ServiceSettings settings) {
        return new AdminLogin(
                AdminPassword.of(settings.adminPassword(), settings.var()), new LoginThrottle(Clock.systemUTC()));
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ServiceSettings settings, ObjectProvider<HandlerMapping> mappings) {
        Refusal refusal = new Refusal();
        return http.authorizeHttpRequests(rules -> rules(rules, settings, mappings))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .exceptionHandling(
                        failed -> failed.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(openForReads()))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            ServiceSettings settings,
            ObjectProvider<HandlerMapping> mappings) {
        rules.requestMatchers("/actuator/health", "/error").permitAll();
        rules.requestMatchers(
                        "/actuator/**",
                        "/riskmap/login",
                        "/riskmap/warning-drafts/**",
                        "/riskmap/audit",
                        "/riskmap/persons/**",
                        "/riskmap/call-lists/**",
                        "/geoserver/web/**",
                        "/geoserver/rest/**")
                .hasAuthority(AdminLogin.AUTHORITY);
        if (settings.anonymousRead()) {
            rules.requestMatchers(HttpMethod.GET).permitAll();
            rules.requestMatchers(HttpMethod.HEAD).permitAll();
            rules.requestMatchers(HttpMethod.OPTIONS).permitAll();
            // Questions that come as POST; a job's UUID is its caller's key to it.
            rules.requestMatchers(HttpMethod.POST, "/geoserver/**", "/api/processes/*/execution")
                    .permitAll();
            rules.requestMatchers(HttpMethod.DELETE, "/api/jobs/*").permitAll();
            rules.requestMatchers(new UnknownAddress(mappings::orderedStream)).permitAll();
        }
        rules.anyRequest().hasAuthority(AdminLogin.AUTHORITY);
    }

    private static UrlBasedCorsConfigurationSource openForReads() {
        CorsConfiguration anybody = new CorsConfiguration();
        anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anybody.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS", "POST"));
        anybody.setAllowedHeaders(List.of(
                "Accept",
                "Accept-Language",
                "Content-Type",
                "Prefer",
                "X-Requested-With",
                "If-None-Match",
                "If-Modified-Since",
                "Range"));
        anybody.setExposedHeaders(List.of("Location", "Link", "Preference-Applied", "Content-Crs", "ETag"));
        anybody.setMaxAge(3600L);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", anybody);
        return source;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
        headers.permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(self)"));
        headers.cacheControl(
                HeadersConfigurer.CacheControlConfig::disable); // each package knows how long its answers hold
    }
}

package org.riskmap.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.riskmap.kernel.InvalidInput;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicUrlTest {

    private final PublicUrl fromRequest = new PublicUrl(Optional.empty());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/geoserver/wms");

    @Test
    void the_configured_url_wins_over_every_header() {
        request.addHeader("X-Forwarded-Host", "elsewhere.example.org");
        assertThat(new PublicUrl(Optional.of("https://map.example.org/risk")).base(request))
                .isEqualTo("https://map.example.org/risk");
    }

    @Test
    void without_a_proxy_it_is_what_the_client_asked_for() {
        request.addHeader("Host", "10.1.2.3:8080");
        assertThat(fromRequest.base(request)).isEqualTo("http://10.1.2.3:8080");
    }

    @Test
    void a_proxy_says_scheme_host_and_prefix() {
        request.addHeader("Host", "127.0.0.1:8080");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "map.example.org");
        request.addHeader("X-Forwarded-Prefix", "/risk/");
        assertThat(fromRequest.base(request)).isEqualTo("https://map.example.org/risk");
    }

    @Test
    void of_two_proxies_the_outer_one_counts() {
        request.addHeader("X-Forwarded-Host", "outer.example.org, inner:8080");
        assertThat(fromRequest.base(request)).isEqualTo("http://outer.example.org");
    }

    @Test
    void a_port_replaces_the_hosts_and_a_default_port_is_left_out() {
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "map.example.org:8080");
        request.addHeader("X-Forwarded-Port", "443");
        assertThat(fromRequest.base(request)).isEqualTo("https://map.example.org");
    }

    @Test
    void a_header_that_would_break_out_of_a_url_is_refused_by_name() {
        request.addHeader("X-Forwarded-Host", "evil.example.org/\"><script>");
        assertThatThrownBy(() -> fromRequest.base(request))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("X-Forwarded-Host");
    }
}

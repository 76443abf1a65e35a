package org.riskmap.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.riskmap.kernel.InvalidInput;
import org.springframework.mock.env.MockEnvironment;

class ServiceSettingsTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("RISKMAP_DB_URL", "jdbc:postgresql://localhost:5432/riskmap")
            .withProperty("riskmap.security.anonymous-read", "true")
            .withProperty("riskmap.request-limit-mb", "64");

    @Test
    void a_public_url_loses_the_slash_at_its_end() {
        environment.setProperty("riskmap.public-url", "https://map.example.org/risk/");
        assertThat(ServiceSettings.from(environment).publicUrl()).contains("https://map.example.org/risk");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        environment.setProperty("RISKMAP_DB_URL", "postgres://localhost");
        environment.setProperty("riskmap.public-url", "map.example.org");
        environment.setProperty("riskmap.publisher", "mapserver");
        environment.setProperty("riskmap.security.anonymous-read", "yes");
        environment.setProperty("riskmap.request-limit-mb", "0");
        InvalidSettings failure = catchThrowableOfType(InvalidSettings.class, () -> ServiceSettings.from(environment));
        assertThat(failure.wrong())
                .extracting(InvalidInput::input)
                .containsExactlyInAnyOrder(
                        "RISKMAP_DB_URL",
                        "riskmap.public-url",
                        "riskmap.publisher",
                        "riskmap.security.anonymous-read",
                        "riskmap.request-limit-mb");
    }

    @Test
    void a_real_geoserver_needs_its_address() {
        environment.setProperty("riskmap.publisher", "geoserver");
        InvalidSettings failure = catchThrowableOfType(InvalidSettings.class, () -> ServiceSettings.from(environment));
        assertThat(failure).hasMessageContaining("riskmap.geoserver.url");
    }

    @Test
    void the_password_is_not_printed() {
        environment.setProperty("riskmap.admin-password", "open-sesame");
        assertThat(ServiceSettings.from(environment).toString()).doesNotContain("open-sesame");
    }
}

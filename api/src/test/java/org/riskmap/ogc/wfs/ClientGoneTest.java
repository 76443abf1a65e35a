package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.ogc.OgcRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client that hangs up while features are written stops the query that gives them. */
class ClientGoneTest {

    private static final int TAKEN_BYTES = 100_000;

    private static final class Gone extends MockHttpServletResponse {
        private int bytes;

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int b) throws IOException {
                    if (++bytes > TAKEN_BYTES) {
                        throw new IOException("broken pipe");
                    }
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}
            };
        }

        @Override
        public boolean isCommitted() {
            return bytes > 0;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "csv", "gml32", "KML"})
    void nothing_runs_on_when_the_client_is_gone(String format) {
        try (Toy toy = new Toy()) {
            OgcRequest request = new OgcRequest(
                    Toy.parameters(
                            "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:many&outputFormat=" + format),
                    null,
                    null,
                    null,
                    Toy.URL);

            assertThatThrownBy(() -> toy.service().handle(request, new Gone()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken pipe");

            assertThat(active(toy)).isEmpty();
        }
    }

    private static Stream<String> active(Toy toy) {
        return toy.database().client().sql("""
                        select query from pg_stat_activity
                        where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()
                          and query like '%many%'
                        """).query(String.class).list().stream();
    }
}

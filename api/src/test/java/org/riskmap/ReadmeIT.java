package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README offers works as it stands there, on the demo county. */
class ReadmeIT {

    private static final String HERE = "http://127.0.0.1:8080";
    private static final Pattern ADDRESS = Pattern.compile("<" + HERE + "(/[^>]*)>");
    private static final Pattern ANALYSIS =
            Pattern.compile("curl -s " + HERE + "(\\S+) -H 'Content-Type: application/json' \\\\\\s+-d '([^']+)'");

    private final RunningService service = RunningService.shared();
    private final String readme = read();

    private static String read() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    @Test
    void its_addresses_answer_and_the_map_is_a_picture() {
        List<String> addresses =
                ADDRESS.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(2);
        for (String address : addresses) {
            HttpResponse<String> response = service.get(address);
            assertThat(response.statusCode()).as(address).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .as(address)
                    .startsWith(address.contains("GetMap") ? "image/png" : "text/html");
        }
    }

    @Test
    void its_analyses_run() {
        List<MatchResult> analyses = ANALYSIS.matcher(readme).results().toList();
        assertThat(analyses).hasSizeGreaterThanOrEqualTo(2);
        for (MatchResult analysis : analyses) {
            HttpResponse<String> response = service.post(analysis.group(1), "application/json", analysis.group(2));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body()).contains("\"summary\"");
        }
    }
}

package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorsDocumentTest {

    @Test
    void the_document_lists_every_problem_with_its_status() throws IOException {
        Pattern row = Pattern.compile("^\\| `(http[^`]*|urn:riskmap:problem:[^`]*)` \\| (\\d{3}) \\|");
        List<String> documented = Files.readAllLines(Path.of("docs", "errors.md")).stream()
                .map(row::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Failure.Code.values())
                        .map(code -> code.type() + " " + code.status().value())
                        .toList());
    }
}

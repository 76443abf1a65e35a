package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents say what shows a promise: the test of that name must be there. */
class TestsNamedInDocumentsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void every_test_that_the_page_on_evacuation_names_is_there() throws IOException {
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("docs/evacuation.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(40);
        for (MatchResult one : named) {
            try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
                List<Path> classes = files.filter(file -> file.endsWith(one.group(1) + ".java"))
                        .toList();
                assertThat(classes).as(one.group(1)).hasSize(1);
                assertThat(Files.readString(classes.get(0))).as(one.group()).contains("void " + one.group(2) + "(");
            }
        }
    }
}

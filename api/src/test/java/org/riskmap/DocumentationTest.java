package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages say what the code says. With {@code RISKMAP_UPDATE_DOCS=true} the generated parts are written anew. */
class DocumentationTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path ARCHITECTURE = Path.of("docs", "ARCHITECTURE.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "riskmap");
    private static final Pattern DESCRIPTION = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@NullMarked", Pattern.DOTALL);
    private static final Pattern ARROWS = Pattern.compile("allowedDependencies\\s*=\\s*\\{(.*?)}", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- packages -->\n).*?(?=<!-- end of packages -->)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void the_table_of_packages_is_what_the_packages_say_of_themselves() throws IOException {
        String page = Files.readString(ARCHITECTURE);
        String expected = packages();
        if ("true".equals(System.getenv("RISKMAP_UPDATE_DOCS"))) {
            page = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(expected));
            Files.writeString(ARCHITECTURE, page);
        }
        Matcher table = TABLE.matcher(page);
        assertThat(table.find()).isTrue();
        assertThat(table.group())
                .as("docs/ARCHITECTURE.md; RISKMAP_UPDATE_DOCS=true writes it")
                .isEqualTo(expected);
    }

    private static String packages() throws IOException {
        try (Stream<Path> descriptions =
                Files.find(SOURCES, 3, (file, attributes) -> file.endsWith("package-info.java") && isModule(file))) {
            return descriptions
                    .sorted()
                    .map(DocumentationTest::row)
                    .collect(Collectors.joining())
                    .transform(rows -> "| package | what comes in and goes out | may use |\n|---|---|---|\n" + rows);
        }
    }

    private static boolean isModule(Path packageInfo) {
        return read(packageInfo).contains("@ApplicationModule(");
    }

    private static String row(Path packageInfo) {
        String source = read(packageInfo);
        String name = SOURCES.relativize(packageInfo.getParent()).toString().replace('/', '.');
        String arrows = groups(ARROWS, source).stream()
                .flatMap(list -> Stream.of(list.replace("\"", "").split(",")))
                .map(String::strip)
                .filter(arrow -> !arrow.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
        return "| `" + name + "` | " + description(source) + " | " + (arrows.isEmpty() ? "nothing" : arrows) + " |\n";
    }

    /** The Javadoc's first paragraph as Markdown, up to its first full stop. */
    private static String description(String source) {
        String javadoc = groups(DESCRIPTION, source)
                .get(0)
                .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                .strip();
        String paragraph = javadoc.replaceFirst("[\\s*]*<p>.*", "");
        String sentence = paragraph.replaceFirst("(?<=[a-z)}`])\\. [A-Z].*", ".");
        return sentence.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link (?:[\\w.]*\\.)?(\\w+)}", "`$1`")
                .replace("|", "\\|");
    }

    @Test
    void every_link_within_the_project_leads_somewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (String target : groups(LINK, read(page))) {
                if (!target.contains(":") && !Files.exists(page.resolveSibling(target))) {
                    dead.add(PROJECT.relativize(page) + " → " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(PROJECT.resolve("README.md"), PROJECT.resolve("CHANGELOG.md")));
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("api").resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}

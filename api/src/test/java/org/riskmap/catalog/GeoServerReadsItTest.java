package org.riskmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.riskmap.kernel.XmlElement;

/**
 * Our own data directory uses only what GeoServer reads. {@code written.txt} and {@code drawn.txt} list the elements in a
 * directory that a GeoServer wrote and in styles that it drew; {@code also-read.tsv} and {@code also-drawn.tsv} the others, each with the
 * field of GeoServer's that takes it.
 */
class GeoServerReadsItTest {

    private static final Path OURS = Path.of("../geoserver-data");
    private static final Path KNOWN = Path.of("src/test/resources/geoserver");

    private static Set<String> known(String written, String also) throws IOException {
        return Stream.concat(
                        Files.readAllLines(KNOWN.resolve(written)).stream(),
                        Files.readAllLines(KNOWN.resolve(also)).stream().map(line -> line.split("\t")[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is used, with a file that does. */
    private static TreeMap<String, Path> used(String ending, BiConsumer<XmlElement, Set<String>> collect)
            throws IOException {
        TreeMap<String, Path> used = new TreeMap<>();
        List<Path> all;
        try (Stream<Path> files = Files.walk(OURS)) {
            all = files.filter(file -> file.toString().endsWith(ending)).toList();
        }
        for (Path file : all) {
            try (InputStream text = Files.newInputStream(file)) {
                Set<String> found = new TreeSet<>();
                collect.accept(XmlElement.read(file.toString(), text), found);
                found.forEach(each -> used.putIfAbsent(each, file));
            }
        }
        return used;
    }

    private static void paths(String above, XmlElement element, Set<String> found) {
        String path = above + "/" + element.name();
        found.add(path);
        element.attribute("key").ifPresent(unused -> found.add(path + "/@key"));
        element.attribute("class").ifPresent(unused -> found.add(path + "/@class"));
        element.children().forEach(child -> paths(path, child, found));
    }

    private static void names(XmlElement element, Set<String> found) {
        boolean option = element.name().matches("VendorOption|CssParameter|SvgParameter|Function");
        found.add(element.name()
                + (option ? element.attribute("name").map(name -> " " + name).orElse("") : ""));
        element.children().forEach(child -> names(child, found));
    }

    @Test
    void every_element_of_the_directory_is_one_that_geoserver_reads() throws IOException {
        TreeMap<String, Path> used = used(".xml", (root, found) -> paths("", root, found));

        assertThat(used).hasSizeGreaterThan(100);
        used.keySet().removeAll(known("written.txt", "also-read.tsv"));
        assertThat(used).isEmpty();
    }

    @Test
    void every_element_and_option_of_the_styles_is_one_that_geoserver_draws() throws IOException {
        TreeMap<String, Path> used = used(".sld", GeoServerReadsItTest::names);

        assertThat(used).hasSizeGreaterThan(30);
        used.keySet().removeAll(known("drawn.txt", "also-drawn.tsv"));
        assertThat(used).isEmpty();
    }

    @Test
    void what_the_lists_add_is_used_and_has_its_source() throws IOException {
        Set<String> used = new TreeSet<>(
                used(".xml", (root, found) -> paths("", root, found)).keySet());
        used.addAll(used(".sld", GeoServerReadsItTest::names).keySet());
        for (String list : List.of("also-read.tsv", "also-drawn.tsv")) {
            assertThat(Files.readAllLines(KNOWN.resolve(list))).allSatisfy(line -> {
                assertThat(line.split("\t")).hasSize(2);
                assertThat(used).contains(line.split("\t")[0]);
            });
        }
    }

    @Test
    void ids_are_unique_and_every_reference_leads_somewhere() throws IOException {
        TreeMap<String, Path> owned =
                used(".xml", (root, found) -> root.textAt("id").ifPresent(found::add));
        TreeMap<String, Path> all = used(".xml", GeoServerReadsItTest::references);

        all.keySet().removeAll(owned.keySet());
        assertThat(all).isEmpty();
    }

    private static void references(XmlElement element, Set<String> found) {
        if (element.name().matches("namespace|workspace|store|resource|defaultStyle|style|published")) {
            element.textAt("id").ifPresent(found::add);
        }
        element.children().forEach(child -> references(child, found));
    }
}

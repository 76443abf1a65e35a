package org.riskmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Envelope;

/** A copy of the hand-written directory in {@code wms/datadir}, damaged in one place at a time. */
class DirectoryCatalogTest {

    private static final Path ORIGINAL = Path.of("src/test/resources/wms/datadir");

    @AutoClose
    private static TestDatabase test;

    @TempDir
    Path folder;

    private Path directory;

    @BeforeAll
    static void open() throws IOException {
        test = TestDatabase.create();
        test.database()
                .client()
                .sql(Files.readString(Path.of("src/test/resources/wms/toy.sql")))
                .update();
    }

    @BeforeEach
    void copy() throws IOException {
        directory = folder.resolve("data");
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, directory.resolve(ORIGINAL.relativize(file)));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        Files.createFile(folder.resolve("relief.tif"));
    }

    private Catalog read() {
        return CatalogOf.directory(directory, test.database(), folder);
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, by));
    }

    @Test
    void references_by_opaque_id_are_followed() {
        Catalog catalog = read();

        assertThat(catalog.defects()).isEmpty();
        assertThat(catalog.layers())
                .extracting(PublishedLayer::qualifiedName)
                .containsExactly("toy:fire", "toy:park", "toy:path", "toy:post", "toy:relief");
        FeatureLayer park = (FeatureLayer) catalog.find("toy:park", null).orElseThrow();
        assertThat(park.defaultStyle().name()).isEqualTo("park");
        assertThat(park.title()).isEqualTo("公园");
        assertThat(park.schema()).isEqualTo("toy");
        assertThat(park.store().database()).isSameAs(test.database());
        assertThat(park.lonLatBox()).isEqualTo(new Envelope(119, 27, 119.4, 27.4));
        LayerGroup town = (LayerGroup) catalog.find("town", "toy").orElseThrow();
        assertThat(town.flat().map(member -> member.layer().name())).containsExactly("relief", "park", "path", "post");
        assertThat(town.members().get(2).style().name()).isEqualTo("follow");
    }

    @Test
    void names_are_found_with_and_without_their_workspace() {
        Catalog catalog = read();

        assertThat(catalog.find("park", null)).isPresent();
        assertThat(catalog.find("park", "toy")).isPresent();
        assertThat(catalog.find("toy:park", "toy")).isPresent();
        assertThat(catalog.find("toy:park", "other")).isEmpty();
        assertThat(catalog.find("park", "other")).isEmpty();
        assertThat(catalog.find("hidden", null)).as("disabled").isEmpty();
        assertThat(catalog.style("post", "toy")).isPresent();
        assertThat(catalog.style("post", null)).as("a workspace's own style").isEmpty();
    }

    @Test
    void a_damaged_style_is_told_with_its_line_and_takes_only_its_layer_down() throws IOException {
        replace("styles/park.sld", "<ElseFilter/>", "<ElseFilter></Else>");

        Catalog catalog = read();

        assertThat(catalog.find("park", null)).isEmpty();
        assertThat(catalog.find("path", null)).isPresent();
        assertThat(((LayerGroup) catalog.find("town", null).orElseThrow()).members())
                .hasSize(3);
        assertThat(catalog.defects()).extracting(Defect::file).contains("styles/park.sld");
        assertThat(catalog.defects().get(0).what()).contains("line 14");
    }

    @Test
    void what_a_style_holds_that_is_not_known_is_told_and_the_rest_is_drawn() throws IOException {
        replace("styles/path.sld", "<Rule>", "<Rule>\n<Glitter/>");

        Catalog catalog = read();

        assertThat(catalog.find("path", null)).isPresent();
        assertThat(catalog.defects()).hasSize(2);
        assertThat(catalog.defects().get(0).element()).isEqualTo("Glitter");
        assertThat(catalog.defects().get(0).line()).isEqualTo(5);
    }

    @Test
    void an_encrypted_password_is_told_and_not_tried() throws IOException {
        replace("workspaces/toy/db/datastore.xml", "plain:${RISKMAP_DB_PASSWORD}", "crypt1:q9+6Vt1w==");

        Catalog catalog = read();

        assertThat(catalog.layers()).extracting(PublishedLayer::name).containsExactly("relief");
        assertThat(catalog.defects().toString()).contains("encrypted").contains("plain:${RISKMAP_DB_PASSWORD}");
    }

    @Test
    void a_variable_without_value_is_named() throws IOException {
        replace("workspaces/toy/db/datastore.xml", "${RISKMAP_DB_HOST}", "${NOWHERE}");

        assertThat(read().defects().get(0).what()).contains("${NOWHERE}");
    }

    @Test
    void external_entities_are_refused() throws IOException {
        replace(
                "styles/path.sld",
                "<StyledLayerDescriptor",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><StyledLayerDescriptor");

        assertThat(read().find("path", null)).isEmpty();
    }

    @Test
    void a_table_that_goes_takes_its_layer_out_and_brings_it_back() throws IOException {
        try (DirectoryCatalog catalog = new DirectoryCatalog(
                directory, new Databases(test.database()), CatalogOf.parameters(test.database(), folder))) {
            test.database()
                    .client()
                    .sql("alter table toy.park rename to meadow")
                    .update();
            catalog.refresh();
            try {
                assertThat(catalog.current().find("park", null)).isEmpty();
                assertThat(catalog.current().find("path", null)).isPresent();
                Defect defect = catalog.current().defects().get(0);
                assertThat(defect.file()).isEqualTo("workspaces/toy/db/park/featuretype.xml");
                assertThat(defect.element()).isEqualTo("nativeName");
                assertThat(defect.line()).isPositive();
                assertThat(defect.what()).contains("toy.park");
            } finally {
                test.database()
                        .client()
                        .sql("alter table toy.meadow rename to park")
                        .update();
            }
            catalog.refresh();
            assertThat(catalog.current().find("park", null)).isPresent();
            assertThat(catalog.current().defects()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_xml_is_told_with_its_line() throws IOException {
        replace("workspaces/toy/db/park/featuretype.xml", "</title>", "</tutle>");

        Defect defect = read().defects().get(0);

        assertThat(defect.file()).isEqualTo("workspaces/toy/db/park/featuretype.xml");
        assertThat(defect.line()).isGreaterThan(1);
    }

    @Test
    void a_groups_style_that_is_not_there_is_told() throws IOException {
        Path group = directory.resolve("workspaces/toy/layergroups/town.xml");
        String text = Files.readString(group);
        Files.writeString(
                group, text.replaceFirst("<style>\\s*<id>[^<]*</id>", "<style><id>StyleInfoImpl-nobody</id>"));

        Catalog catalog = read();

        assertThat(catalog.find("town", "toy")).isPresent();
        assertThat(catalog.defects()).extracting(Defect::element).containsExactly("style");
    }

    @Test
    void what_is_said_of_a_layer_besides_is_read() throws IOException {
        replace("workspaces/toy/db/park/layer.xml", "</layer>", """
                  <attribution>
                    <title>Bureau</title>
                    <href>http://bureau.example/</href>
                    <logoURL>http://bureau.example/logo.png</logoURL>
                    <logoType>image/png</logoType>
                    <logoWidth>64</logoWidth>
                    <logoHeight>32</logoHeight>
                  </attribution>
                  <authorityURLs>
                    <AuthorityURL><name>gcmd</name><href>http://gcmd.example/</href></AuthorityURL>
                  </authorityURLs>
                  <identifiers>
                    <Identifier><authority>gcmd</authority><identifier>park-7</identifier></Identifier>
                  </identifiers>
                </layer>""");
        replace(
                "workspaces/toy/db/park/featuretype.xml",
                "</featureType>",
                "<keywords><string>绿地\\@language=zh\\;\\@vocabulary=town\\;</string></keywords></featureType>");

        Description said = read().find("park", null).orElseThrow().description();

        assertThat(said.keywords()).contains("绿地");
        assertThat(said.attribution().logo().width()).isEqualTo(64);
        assertThat(said.authorities().urls())
                .containsExactly(new Description.Authority("gcmd", "http://gcmd.example/"));
        assertThat(said.authorities().identifiers()).containsExactly(new Description.Identifier("gcmd", "park-7"));
    }

    @Test
    void a_change_is_read_once_it_has_settled() throws IOException {
        try (DirectoryCatalog catalog = new DirectoryCatalog(
                directory, new Databases(test.database()), CatalogOf.parameters(test.database(), folder))) {
            Catalog first = catalog.current();
            replace("workspaces/toy/db/park/featuretype.xml", "<title>公园</title>", "<title>花园</title>");
            Files.setLastModifiedTime(
                    directory.resolve("workspaces/toy/db/park/featuretype.xml"),
                    FileTime.from(Instant.now().plusSeconds(5)));

            catalog.refresh();
            assertThat(catalog.current()).as("seen changing").isSameAs(first);
            catalog.refresh();
            assertThat(catalog.current().find("park", null).orElseThrow().title())
                    .isEqualTo("花园");
            assertThat(catalog.current().sequence()).isGreaterThan(first.sequence());
        }
    }

    private DirectoryCatalog running() {
        return new DirectoryCatalog(
                directory, new Databases(test.database()), CatalogOf.parameters(test.database(), folder));
    }

    /** Two looks: one that sees the change, one that sees it settled. */
    private static Catalog settled(DirectoryCatalog catalog) {
        catalog.refresh();
        catalog.refresh();
        return catalog.current();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void remove(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void a_layer_comes_changes_and_goes_without_a_restart() throws IOException {
        Path meadow = directory.resolve("workspaces/toy/db/meadow");
        try (DirectoryCatalog catalog = running()) {
            copy(directory.resolve("workspaces/toy/db/park"), meadow);
            for (String file : new String[] {"featuretype.xml", "layer.xml"}) {
                String text = Files.readString(meadow.resolve(file));
                Files.writeString(
                        meadow.resolve(file),
                        text.replaceAll("<name>park</name>", "<name>meadow</name>")
                                .replaceFirst("<id>([^<]*)</id>", "<id>$1-2</id>"));
            }
            assertThat(settled(catalog).find("toy:meadow", null)).isPresent();
            assertThat(catalog.current().find("toy:park", null)).isPresent();

            replace("workspaces/toy/db/meadow/layer.xml", "</layer>", "<enabled>false</enabled></layer>");
            assertThat(settled(catalog).find("toy:meadow", null))
                    .as("switched off")
                    .isEmpty();

            remove(meadow);
            assertThat(settled(catalog).find("toy:meadow", null)).isEmpty();
            assertThat(catalog.current().defects()).isEmpty();
        }
    }

    @Test
    void a_style_comes_changes_and_goes_without_a_restart() throws IOException {
        try (DirectoryCatalog catalog = running()) {
            Files.copy(directory.resolve("styles/park.sld"), directory.resolve("styles/lawn.sld"));
            Files.writeString(
                    directory.resolve("styles/lawn.xml"),
                    "<style><id>StyleInfoImpl-lawn</id><name>lawn</name><filename>lawn.sld</filename></style>");
            assertThat(settled(catalog).style("lawn", null)).isPresent();

            org.riskmap.style.Style before =
                    catalog.current().style("lawn", null).orElseThrow().style();
            String text = Files.readString(directory.resolve("styles/lawn.sld"));
            Files.writeString(directory.resolve("styles/lawn.sld"), text.replace("#95d5b2", "#00ff00"));
            assertThat(settled(catalog).style("lawn", null).orElseThrow().style())
                    .isNotEqualTo(before);

            Files.delete(directory.resolve("styles/lawn.xml"));
            assertThat(settled(catalog).style("lawn", null)).isEmpty();
        }
    }

    @Test
    void a_group_comes_changes_and_goes_without_a_restart() throws IOException {
        Path city = directory.resolve("workspaces/toy/layergroups/city.xml");
        try (DirectoryCatalog catalog = running()) {
            String town = Files.readString(directory.resolve("workspaces/toy/layergroups/town.xml"));
            Files.writeString(
                    city,
                    town.replaceFirst("<id>[^<]*</id>", "<id>LayerGroupInfoImpl-city</id>")
                            .replaceFirst("<name>town</name>", "<name>city</name>"));
            LayerGroup first = (LayerGroup) settled(catalog).find("city", "toy").orElseThrow();
            assertThat(first.members()).hasSize(4);

            String text = Files.readString(city);
            Files.writeString(
                    city,
                    text.replaceFirst("(?s)<published .*?</published>", "").replaceFirst("(?s)<style>.*?</style>", ""));
            LayerGroup second =
                    (LayerGroup) settled(catalog).find("city", "toy").orElseThrow();
            assertThat(second.members()).hasSize(3);

            Files.delete(city);
            assertThat(settled(catalog).find("city", "toy")).isEmpty();
            assertThat(catalog.current().find("town", "toy")).isPresent();
        }
    }

    @Test
    void the_update_sequence_grows_with_each_reading_and_across_starts() throws IOException {
        long first;
        try (DirectoryCatalog catalog = running()) {
            first = catalog.current().sequence();
            Files.writeString(directory.resolve("global.xml"), "<global/>");
            assertThat(settled(catalog).sequence()).isGreaterThan(first);
        }
        long now = Instant.now().getEpochSecond();
        try (DirectoryCatalog again = running()) {
            assertThat(again.current().sequence()).isGreaterThanOrEqualTo(now).isGreaterThanOrEqualTo(first);
        }
    }

    @Test
    void a_workspace_has_words_for_its_own_services() throws IOException {
        Files.writeString(directory.resolve("wms.xml"), "<wms><title>All maps</title><fees>none</fees></wms>");
        Files.writeString(directory.resolve("wfs.xml"), "<wfs><title>All features</title></wfs>");
        Files.writeString(
                directory.resolve("workspaces/toy/wms.xml"),
                "<wms><enabled>true</enabled><title>Toy maps</title><srs><string>4490</string></srs></wms>");
        Files.writeString(
                directory.resolve("workspaces/toy/settings.xml"),
                "<settings><contact><contactPerson>Li</contactPerson></contact></settings>");

        Catalog catalog = read();

        assertThat(catalog.service(null).wms().title()).isEqualTo("All maps");
        ServiceDescription toy = catalog.service("toy");
        assertThat(toy.wms().title()).isEqualTo("Toy maps");
        assertThat(toy.maps().systems()).containsExactly(4490);
        assertThat(toy.wfs().title()).as("nothing of its own").isEqualTo("All features");
        assertThat(toy.contact().person()).isEqualTo("Li");
        assertThat(catalog.global()).isTrue();
    }

    @Test
    void services_that_are_switched_off_are_known_as_such() throws IOException {
        Files.writeString(directory.resolve("global.xml"), "<global><globalServices>false</globalServices></global>");
        Files.writeString(directory.resolve("workspaces/toy/wfs.xml"), "<wfs><enabled>false</enabled></wfs>");

        Catalog catalog = read();

        assertThat(catalog.global()).isFalse();
        assertThat(catalog.service("toy").wfs().enabled()).isFalse();
        assertThat(catalog.service("toy").wms().enabled()).isTrue();
    }

    private static void alter(String sql) {
        test.database().client().sql(sql).update();
    }

    @Test
    void a_column_that_goes_is_noticed_and_takes_out_a_layer_that_names_it() throws IOException {
        replace(
                "workspaces/toy/db/park/featuretype.xml",
                "</featureType>",
                "<attributes><attribute><name>name</name></attribute><attribute><name>trees</name></attribute>"
                        + "<attribute><name>geom</name></attribute></attributes></featureType>");
        try (DirectoryCatalog catalog = running()) {
            Catalog first = catalog.current();
            assertThat(first.find("park", null)).isPresent();
            alter("alter table toy.park rename column trees to bushes");
            try {
                catalog.refresh();
                assertThat(catalog.current().find("park", null)).isEmpty();
                assertThat(catalog.current().find("path", null)).isPresent();
                assertThat(catalog.current().defects().get(0).what()).contains("park has no column 'trees'");
            } finally {
                alter("alter table toy.park rename column bushes to trees");
            }
            catalog.refresh();
            assertThat(catalog.current().find("park", null)).isPresent();
            assertThat(catalog.current().defects()).isEmpty();
        }
    }

    @Test
    void a_time_column_that_goes_takes_its_layer_out() {
        alter("alter table toy.fire rename column seen_at to found_at");
        try {
            assertThat(read().find("fire", null)).isEmpty();
            assertThat(read().defects().get(0).what()).contains("time dimension's column 'seen_at'");
        } finally {
            alter("alter table toy.fire rename column found_at to seen_at");
        }
    }

    @Test
    void a_column_that_comes_makes_a_new_catalog() {
        try (DirectoryCatalog catalog = running()) {
            Catalog first = catalog.current();
            catalog.refresh();
            assertThat(catalog.current()).as("nothing changed").isSameAs(first);
            alter("alter table toy.park add column benches integer");
            try {
                catalog.refresh();
                assertThat(catalog.current()).isNotSameAs(first);
                assertThat(catalog.current().find("park", null)).isPresent();
            } finally {
                alter("alter table toy.park drop column benches");
            }
        }
    }
}

package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskmap.ogc.wfs.Toy.text;
import static org.riskmap.ogc.wfs.Toy.xpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.ForeignProgram;
import org.springframework.mock.web.MockHttpServletResponse;

/** What GDAL reads in the files is what lies in the tables of {@link Toy}. */
class FileFormatsTest {

    @AutoClose
    private static Toy toy;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() {
        toy = new Toy();
        toy.database().client().sql("""
                insert into toy.mixed values
                ('p', '点', repeat('长', 100), '2024-02-29', true, 0.1, 'srid=4490;POINT(120 30)'),
                ('l', '线', '说明', null, false, -1e300, 'srid=4490;LINESTRING(120 30, 121 31)'),
                ('n', null, null, null, null, null, null)""").update();
    }

    private static MockHttpServletResponse ask(String layer, String format) {
        return toy.get(
                "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:" + layer + "&outputFormat=" + format);
    }

    private String gdal(MockHttpServletResponse response, String name) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, response.getContentAsByteArray());
        String place = name.endsWith(".zip") ? "/vsizip/" + file : file.toString();
        return ForeignProgram.output(2, Map.of(), "ogrinfo", "-ro", "-al", place);
    }

    private static TreeMap<String, String> entries(MockHttpServletResponse response) throws IOException {
        TreeMap<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @ParameterizedTest
    @CsvSource({
        "SHAPE-ZIP, application/zip, hut.zip",
        "application/zip, application/zip, hut.zip",
        "KML, application/vnd.google-earth.kml+xml, hut.kml",
        "application/vnd.google-earth.kml+xml, application/vnd.google-earth.kml+xml, hut.kml",
        "geopackage, application/geopackage+sqlite3, hut.gpkg",
        "application/geopackage+sqlite3, application/geopackage+sqlite3, hut.gpkg",
    })
    void formats_are_called_as_geoserver_calls_them(String name, String type, String file) {
        MockHttpServletResponse response = ask("hut", name);
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo(type);
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(file);
    }

    @ParameterizedTest
    @CsvSource({"SHAPE-ZIP, hut.zip", "geopackage, hut.gpkg"})
    void points_keep_their_place_and_their_letters(String format, String file) throws Exception {
        assertThat(gdal(ask("hut", format), file))
                .contains("Feature Count: 3", "POINT (120 30)", "POINT (122.25 31.125)", "茅屋", "x, \"y\" <&>")
                .containsPattern("beds \\(Integer(64)?\\) = 10")
                .containsPattern("beds \\(Integer(64)?\\) = \\(null\\)")
                .contains("China Geodetic Coordinate System 2000");
    }

    @ParameterizedTest
    @CsvSource({"SHAPE-ZIP, zone.zip, POLYGON", "geopackage, zone.gpkg, MULTIPOLYGON"})
    void a_hole_stays_a_hole(String format, String file, String type) throws Exception {
        String seen = gdal(ask("zone", format), file).replace(".0", "");
        assertThat(seen).contains(type + " ((").containsPattern("\\(12[01] 3[01],(12[01] 3[01],){3}12[01] 3[01]\\)\\)");
    }

    @Test
    void lines_of_several_parts_stay_several() throws Exception {
        assertThat(gdal(ask("path", "SHAPE-ZIP"), "path.zip"))
                .contains("MULTILINESTRING ((120 30,121 31),(121 31,122 31))");
        assertThat(gdal(ask("path", "gpkg"), "path.gpkg"))
                .contains("MULTILINESTRING ((120 30,121 31),(121 31,122 31))");
    }

    @Test
    void a_shapefile_holds_one_kind_of_geometry_and_says_what_its_fields_are() throws Exception {
        TreeMap<String, String> entries = entries(ask("mixed", "SHAPE-ZIP"));

        assertThat(entries.keySet())
                .contains("mixed_point.shp", "mixed_point.dbf", "mixed_line.shx", "mixed_line.prj", "mixed_line.cpg");
        assertThat(entries.get("mixed_point.cpg")).isEqualTo("UTF-8");
        // three letters of three bytes fit; the second field of these letters gets a number
        assertThat(entries.get("mixed_point_fields.csv").lines())
                .contains("避灾点,\"避灾点名称很长\",0", "避灾_1,\"避灾点名称很长的说明\",1");
        assertThat(entries.get("mixed_point.dbf")).contains("长".repeat(84)).doesNotContain("长".repeat(85));
    }

    @Test
    void values_of_all_types_are_read_back() throws Exception {
        assertThat(gdal(ask("mixed", "SHAPE-ZIP"), "mixed.zip"))
                .contains(
                        "at (Date) = 2024/02/29",
                        "= 0.1",
                        "Feature Count: 2",
                        "POINT (120 30)",
                        "LINESTRING (120 30,121 31)");
        assertThat(gdal(ask("mixed", "gpkg"), "mixed.gpkg"))
                .contains(
                        "at (Date) = 2024/02/29",
                        "ok (Integer(Boolean)) = 1",
                        "size (Real) = -1e+300",
                        "Feature Count: 3");
    }

    @Test
    void a_geopackage_holds_a_table_for_each_type_and_other_systems() throws Exception {
        MockHttpServletResponse response = toy.get(
                "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:hut,toy:pile&outputFormat=gpkg&srsName=EPSG:3857");
        assertThat(gdal(response, "two.gpkg"))
                .contains("Layer name: hut", "Layer name: pile", "\"EPSG\",3857", "POINT (13358338.8");
    }

    @Test
    void kml_is_longitude_and_latitude_whatever_is_asked_for() throws Exception {
        MockHttpServletResponse response = toy.get(
                "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:pile&outputFormat=KML&srsName=EPSG:4549&resourceId=pile.1");
        String[] position = xpath(response, "//Point/coordinates").split(",");
        assertThat(Double.parseDouble(position[0])).isCloseTo(120.5, org.assertj.core.data.Offset.offset(1e-7));
        assertThat(Double.parseDouble(position[1])).isCloseTo(31.25, org.assertj.core.data.Offset.offset(1e-7));
        assertThat(gdal(ask("hut", "KML"), "hut.kml")).contains("Feature Count: 3", "茅屋");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHAPE-ZIP", "gpkg", "KML"})
    void an_answer_without_features_is_a_file_all_the_same(String format) throws Exception {
        MockHttpServletResponse response =
                toy.get("service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:hut&cql_filter="
                        + "beds%3E99&outputFormat=" + format);
        assertThat(gdal(response, format.equals("SHAPE-ZIP") ? "none.zip" : "none." + format.toLowerCase()))
                .contains("Feature Count: 0");
    }

    /** GDAL finds rows by the tree where it has one: a box of the second hut alone gives one feature. */
    @Test
    void a_geopackage_has_a_spatial_index_that_finds_and_is_kept_when_it_is_edited() throws Exception {
        Path file = folder.resolve("indexed.gpkg");
        Files.write(file, ask("hut", "gpkg").getContentAsByteArray());

        assertThat(ogrinfo(file, "-sql", "select HasSpatialIndex('hut', 'geom')"))
                .contains("HasSpatialIndex", "= 1");
        assertThat(ogrinfo(file, "-spat", "120.9", "30.4", "121.1", "30.6", "hut"))
                .contains("Feature Count: 1");
        assertThat(ogrinfo(file, "-sql", "select count(*) as boxes from rtree_hut_geom"))
                .contains("boxes (Integer) = 3");
        ogrinfo(file, "-sql", "delete from hut where id = 'b'");
        ogrinfo(file, "-sql", "update hut set geom = ST_GeomFromText('POINT (99 9)') where id = 'a'");
        assertThat(ogrinfo(file, "-sql", "select count(*) as boxes from rtree_hut_geom"))
                .contains("boxes (Integer) = 2");
        assertThat(ogrinfo(file, "-spat", "98", "8", "100", "10", "hut")).contains("Feature Count: 1");
    }

    private static String ogrinfo(Path file, String... options) {
        List<String> command = new java.util.ArrayList<>(List.of("ogrinfo", "-al", file.toString()));
        if (List.of(options).contains("-sql")) {
            command.remove("-al");
        }
        command.addAll(List.of(options));
        return org.riskmap.ForeignProgram.output(1, java.util.Map.of(), command.toArray(String[]::new));
    }
}

package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/** The same two stations in each format, made by GDAL. */
class FormatsTest {

    private static final String TWO_STATIONS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"s1","name":"罗阳消防站","trucks":3},"geometry":{"type":"Point","coordinates":[119.7,27.55]}},
            {"type":"Feature","properties":{"code":"s2","name":"仕阳消防站","trucks":null},"geometry":{"type":"Point","coordinates":[119.8,27.45]}}
            ]}""";

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "town").write("two.geojson", TWO_STATIONS);
    }

    private LoadFixture stations(String match, String more) {
        return load.profile("""
                - match: "%s"
                  %s
                  tables:
                    - {target: rescue_station, id: code, columns: {name: name, vehicles: trucks}}
                """.formatted(match, more));
    }

    private void assertTwoStations() {
        LoadReport report = load.load();
        TableReport table = LoadFixture.only(report);
        assertThat(table.read()).isEqualTo(2);
        assertThat(table.loaded()).isEqualTo(2);
        assertThat(
                        load.text(
                                "select string_agg(id || name || coalesce(vehicles, -1), ' ' order by id) from risk.rescue_station"))
                .isEqualTo("s1罗阳消防站3 s2仕阳消防站-1");
        assertThat(
                        load.number(
                                "select count(*) from risk.rescue_station where st_distance(geom::geography, "
                                        + "case id when 's1' then st_point(119.7, 27.55, 4490) else st_point(119.8, 27.45, 4490) end::geography) < 0.01"))
                .isEqualTo(2);
    }

    @Test
    void geojson() {
        stations("*.geojson", "");
        assertTwoStations();
    }

    @Test
    void geopackage_in_the_right_zone_of_the_county() {
        load.gdal("ogr2ogr", "-t_srs", "EPSG:4549", "two.gpkg", "two.geojson");
        stations("*.gpkg", "");
        assertTwoStations();
    }

    @Test
    void shapefile_in_utf8_with_a_code_page_file() {
        load.gdal("ogr2ogr", "-lco", "ENCODING=UTF-8", "two.shp", "two.geojson");
        stations("*.shp", "");
        assertTwoStations();
        assertThat(load.load().notLoaded()).containsEntry("two.dbf", "part of two.shp");
    }

    @Test
    void shapefile_in_gbk_that_does_not_say_so_is_refused_and_read_when_declared() throws Exception {
        load.gdal("ogr2ogr", "-lco", "ENCODING=GBK", "two.shp", "two.geojson");
        Files.delete(load.folder.resolve("two.cpg"));
        byte[] dbf = Files.readAllBytes(load.folder.resolve("two.dbf"));
        dbf[29] = 0;
        Files.write(load.folder.resolve("two.dbf"), dbf);
        stations("*.shp", "");
        assertThat(load.load().files().get(0).failure()).contains("not UTF-8").contains("encoding: GB18030");
        stations("*.shp", "encoding: GBK");
        assertTwoStations();
    }

    @Test
    void shapefile_in_a_zip() throws Exception {
        load.gdal("ogr2ogr", "-lco", "ENCODING=UTF-8", "two.shp", "two.geojson");
        try (OutputStream file = Files.newOutputStream(load.folder.resolve("two.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String ending : new String[] {"shp", "shx", "dbf", "prj", "cpg"}) {
                zip.putNextEntry(new ZipEntry("two." + ending));
                Files.copy(load.folder.resolve("two." + ending), zip);
            }
        }
        stations("*.zip", "");
        assertTwoStations();
    }

    @Test
    void spreadsheet_with_coordinates_in_columns() {
        load.gdal(
                "ogr2ogr",
                "-f",
                "XLSX",
                "-dialect",
                "SQLite",
                "-sql",
                "select code, name, trucks, st_x(geometry) as 经度, st_y(geometry) as 纬度 from two",
                "two.xlsx",
                "two.geojson");
        load.profile("""
                - match: "*.xlsx"
                  crs: EPSG:4490
                  tables:
                    - target: rescue_station
                      id: code
                      geometry: {x: 经度, y: 纬度}
                      columns: {name: name, vehicles: trucks}
                """);
        assertTwoStations();
    }

    @Test
    void kml() {
        load.gdal("ogr2ogr", "-f", "KML", "-nln", "stations", "two.kml", "two.geojson");
        load.profile("""
                - match: "*.kml"
                  tables:
                    - {target: rescue_station, id: code, columns: {name: Name, vehicles: trucks}}
                """);
        assertTwoStations();
    }

    @Test
    void file_geodatabase() {
        load.gdal("ogr2ogr", "-f", "OpenFileGDB", "two.gdb", "two.geojson");
        stations("*.gdb", "");
        assertTwoStations();
    }

    @Test
    void openstreetmap_xml_with_what_routing_needs() {
        load.write("x.osm", """
                <osm version="0.6">
                <node id="1" lat="27.5" lon="119.5"/><node id="2" lat="27.5" lon="119.6"/><node id="3" lat="27.6" lon="119.6"/>
                <way id="11"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="oneway" v="-1"/><tag k="maxspeed" v="30 mph"/><tag k="bridge" v="yes"/></way>
                <way id="12"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/><tag k="maxspeed" v="walk"/></way>
                <way id="13"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="highway" v="tertiary"/><tag k="junction" v="roundabout"/></way>
                <way id="14"><nd ref="1"/><nd ref="3"/><tag k="waterway" v="stream"/></way>
                </osm>""");
        String profile =
                ProfileText.ofShipped("andorra").replace("*.osm.pbf", "*.osm").replaceFirst("(?m)^area:.*$", "");
        load.write("riskmap.yaml", profile);
        LoadReport report = load.load();
        assertThat(report.files().get(0).failure()).isNull();
        assertThat(load.text(
                        "select string_agg(id || ' ' || class || ' ' || oneway || ' ' || coalesce(maxspeed_kmh::text, '-'), "
                                + "', ' order by id) from risk.road"))
                .isEqualTo("11 primary reverse 48.28, 12 footway no -, 13 tertiary yes -");
        assertThat(load.number("select count(*) from risk.river")).isEqualTo(1);
    }

    @Test
    void a_file_with_several_layers_asks_which_one_is_meant() {
        load.gdal("ogr2ogr", "two.gpkg", "two.geojson");
        load.gdal("ogr2ogr", "-update", "-nln", "second", "two.gpkg", "two.geojson");
        stations("*.gpkg", "");
        assertThat(load.load().files().get(0).failure())
                .contains("it has several layers: two, second")
                .contains("'layer'");
        load.profile("""
                - match: "*.gpkg"
                  tables:
                    - {target: rescue_station, layer: second, id: code, columns: {name: name, vehicles: trucks}}
                """);
        assertTwoStations();
        assertThat(load.load().files().get(0).notes())
                .containsExactly("not loaded are its layers two: the profile has no rule for them");
    }

    @Test
    void a_file_without_a_reference_system_needs_one_declared() {
        load.gdal("ogr2ogr", "-lco", "ENCODING=UTF-8", "-t_srs", "EPSG:4549", "two.shp", "two.geojson");
        load.folder.resolve("two.prj").toFile().delete();
        stations("*.shp", "");
        assertThat(load.load().files().get(0).failure())
                .contains("which reference system")
                .contains("crs: EPSG:4490");
        stations("*.shp", "crs: EPSG:4549");
        assertTwoStations();
    }

    @Test
    void a_damaged_file_is_told_as_such_and_leaves_nothing() {
        load.write("two.gpkg", "this is no GeoPackage");
        stations("*.gpkg", "");
        LoadReport report = load.load();
        assertThat(report.succeeded()).isFalse();
        assertThat(report.files().get(0).failure()).contains("two.gpkg: ogr2ogr cannot read it");
        assertThat(load.number("select count(*) from risk.rescue_station")).isZero();
    }
}

package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that were not written for us read the map, tile and feature services: GDAL's drivers, OWSLib and QGIS. */
class ClientsIT {

    private static final int PATIENCE_MINUTES = 3;
    private static final String DEBIANS_PYTHON = "/usr/bin/python3";
    private static final Map<String, String> GDAL = Map.of(
            "GDAL_HTTP_TIMEOUT", "60", "CPL_DEBUG", "OFF", "GDAL_DEFAULT_WMS_CACHE_PATH", "target/gdal-wms-cache");

    private final RunningService service = RunningService.shared();

    @TempDir
    Path folder;

    private static String gdal(String... command) {
        return ForeignProgram.output(PATIENCE_MINUTES, GDAL, command);
    }

    private long rows(String table) {
        return service.database()
                .client()
                .sql("select count(*) from risk." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void gdal_lists_the_layers_of_the_wms() {
        String printed = gdal("gdalinfo", "WMS:" + service.base() + "/geoserver/wms");
        assertThat(printed)
                .contains("LAYERS=risk%3Ashelter&")
                .contains("LAYERS=risk%3Aadmin_area&")
                .contains("LAYERS=risk%3Aone_map&");
    }

    @Test
    void gdal_draws_a_map_of_more_than_one_colour() {
        String sources = gdal("gdalinfo", "WMS:" + service.base() + "/geoserver/wms");
        Matcher layer = Pattern.compile("SUBDATASET_\\d+_NAME=(WMS:\\S*LAYERS=risk%3Aone_map&\\S*)")
                .matcher(sources);
        assertThat(layer.find()).isTrue();
        Path picture = folder.resolve("map.tif");
        gdal("gdal_translate", "-q", "-outsize", "400", "300", layer.group(1), picture.toString());
        String statistics = gdal("gdalinfo", "-stats", picture.toString());
        Matcher deviation = Pattern.compile("STATISTICS_STDDEV=([0-9.]+)").matcher(statistics);
        assertThat(deviation.find()).isTrue();
        assertThat(Double.parseDouble(deviation.group(1))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelter", "settlement", "admin_area", "road", "geohazard_zone"})
    void gdal_counts_as_many_features_in_the_wfs_as_the_table_has_rows(String layer) {
        String printed = gdal("ogrinfo", "-ro", "-so", "WFS:" + service.base() + "/geoserver/wfs", "risk:" + layer);
        assertThat(printed).contains("Feature Count: " + rows(layer));
    }

    @Test
    void gdal_copies_a_whole_layer_with_chinese_names_and_the_right_axis_order() {
        Path copy = folder.resolve("shelter.geojson");
        gdal(
                "ogr2ogr",
                copy.toString(),
                "WFS:" + service.base() + "/geoserver/wfs",
                "risk:shelter",
                "-t_srs",
                "CRS:84");
        JsonNode features = JsonMapper.shared().readTree(copy.toFile()).path("features");
        assertThat(features.size()).isEqualTo((int) rows("shelter"));
        JsonNode first = features.get(0);
        String id = first.at("/properties/id").stringValue();
        var row = service.database()
                .client()
                .sql("select name, st_x(geom) as x, st_y(geom) as y from risk.shelter where id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(first.at("/properties/name").stringValue()).isEqualTo(row.get("name"));
        assertThat(first.at("/geometry/coordinates/0").doubleValue())
                .isCloseTo((Double) row.get("x"), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(first.at("/geometry/coordinates/1").doubleValue())
                .isCloseTo((Double) row.get("y"), org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void owslib_reads_capabilities_maps_and_features() {
        String printed = ForeignProgram.output(
                PATIENCE_MINUTES,
                Map.of("URL", service.base() + "/geoserver", "PYTHONWARNINGS", "ignore"),
                DEBIANS_PYTHON,
                "src/test/resources/clients/owslib_read.py");
        JsonNode read = JsonMapper.shared().readTree(printed);
        assertThat(read.path("wms_layers").valueStream().map(JsonNode::stringValue))
                .contains("risk:shelter", "risk:settlement", "risk:one_map", "risk:risk_map", "risk:resource_map");
        assertThat(read.path("map_type").stringValue()).isEqualTo("image/png");
        assertThat(read.path("map_bytes").asInt()).isGreaterThan(2000);
        assertThat(read.path("shelters").asLong()).isEqualTo(rows("shelter"));
        assertThat(read.path("first").asLong()).isEqualTo(5);
        assertThat(read.path("wmts_layers").valueStream().map(JsonNode::stringValue))
                .contains("risk:shelter", "risk:one_map");
        assertThat(read.path("tile_type").stringValue()).isEqualTo("image/png");
        assertThat(read.path("tile_starts").stringValue()).isEqualTo("PNG");
        assertThat(read.path("api_collections").valueStream().map(JsonNode::stringValue))
                .contains("risk:shelter", "risk:road");
        assertThat(read.path("api_shelters").asLong()).isEqualTo(rows("shelter"));
        assertThat(read.path("columns").valueStream().map(JsonNode::stringValue))
                .contains("capacity", "status", "suited_hazards");
    }

    @Test
    void gdal_reads_tiles_of_a_matrix_set_that_it_knows_from_the_capabilities() {
        String source = "WMTS:" + service.base() + "/geoserver/gwc/service/wmts?service=WMTS&request=GetCapabilities"
                + ",layer=risk:one_map,tilematrixset=EPSG:900913";
        Path picture = folder.resolve("tiles.tif");
        gdal("gdal_translate", "-q", "-outsize", "300", "300", source, picture.toString());
        String statistics = gdal("gdalinfo", "-stats", picture.toString());
        Matcher deviation = Pattern.compile("STATISTICS_STDDEV=([0-9.]+)").matcher(statistics);
        assertThat(deviation.find()).isTrue();
        assertThat(Double.parseDouble(deviation.group(1))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelter", "admin_area", "road"})
    void gdal_reads_as_many_features_from_the_ogc_api_as_the_table_has_rows(String layer) {
        String source = "OAPIF:" + service.base() + "/geoserver/ogc/features/v1";
        Path copy = folder.resolve(layer + ".csv");
        gdal("ogr2ogr", "-f", "CSV", "-select", "id", copy.toString(), source, "risk:" + layer);
        assertThat(copy).content().hasLineCount((int) rows(layer) + 1);
    }

    @Test
    void qgis_opens_maps_tiles_and_features_and_draws_them() {
        String printed = ForeignProgram.output(
                PATIENCE_MINUTES,
                Map.of("URL", service.base() + "/geoserver", "FOLDER", folder.toString()),
                DEBIANS_PYTHON,
                "src/test/resources/clients/qgis_read.py");
        JsonNode read = JsonMapper.shared()
                .readTree(printed.lines()
                        .filter(line -> line.startsWith("READ "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(printed))
                        .substring(5));
        for (String layer : List.of("wms", "wmts", "wfs", "oapif")) {
            JsonNode seen = read.path(layer);
            assertThat(seen.path("valid").asBoolean()).as("%s: %s", layer, seen).isTrue();
            assertThat(seen.path("errors").size()).as("%s: %s", layer, seen).isZero();
            assertThat(seen.path("colours").asInt()).as("colours of %s", layer).isGreaterThan(10);
        }
        for (String layer : List.of("wfs", "oapif")) {
            featuresAreTheTables(read.path(layer));
        }
    }

    private void featuresAreTheTables(JsonNode seen) {
        assertThat(seen.path("count").asLong()).isEqualTo(rows("shelter"));
        var row = service.database()
                .client()
                .sql("select name, st_x(geom) as x, st_y(geom) as y from risk.shelter where id = ?")
                .param(seen.path("id").stringValue())
                .query()
                .singleRow();
        assertThat(seen.path("name").stringValue()).isEqualTo(row.get("name"));
        assertThat(seen.path("x").doubleValue())
                .isCloseTo((Double) row.get("x"), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(seen.path("y").doubleValue())
                .isCloseTo((Double) row.get("y"), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(seen.path("types").path("capacity").stringValue()).isIn("xsd:int", "Integer");
    }
}

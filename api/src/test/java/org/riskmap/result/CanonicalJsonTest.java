package org.riskmap.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.kernel.Feature;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    @Test
    void numbers_are_plain_decimals() {
        assertThat(CanonicalJson.text(
                        Arrays.asList(1, 2L, 500.0, -0.0, 0.1, 1e-7, 1e21, 1.0 / 3, new BigInteger("12"))))
                .isEqualTo("[1,2,500,0,0.1,0.0000001,1000000000000000000000,0.333333333333333,12]");
        assertThat(CanonicalJson.text(CanonicalJson.decimals(12.3450000001, 3))).isEqualTo("12.345");
        assertThat(CanonicalJson.text(new BigDecimal("100.00"))).isEqualTo("100");
    }

    @Test
    void members_of_a_map_without_order_are_sorted_and_those_of_others_stay() {
        assertThat(CanonicalJson.text(Map.of("c", 1, "a", 2, "d", 3, "b", 4)))
                .isEqualTo("{\"a\":2,\"b\":4,\"c\":1,\"d\":3}");
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", 1);
        ordered.put("a", 2);
        assertThat(CanonicalJson.text(ordered)).isEqualTo("{\"z\":1,\"a\":2}");
    }

    @Test
    void there_is_no_nan() {
        assertThatThrownBy(() -> CanonicalJson.text(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(Float.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void texts_are_escaped_as_any_reader_understands() {
        String hard = "\"\\\n\u0001\u2028中文 😀";
        assertThat(JsonMapper.shared()
                        .readTree(CanonicalJson.text(Map.of("k\"", hard)))
                        .get("k\"")
                        .asString())
                .isEqualTo(hard);
    }

    @Test
    void members_keep_their_order_or_are_sorted() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("b", 1);
        members.put("a", null);
        assertThat(CanonicalJson.text(members)).isEqualTo("{\"b\":1,\"a\":null}");
        assertThat(CanonicalJson.sorted(List.of(members, true))).isEqualTo("[{\"a\":null,\"b\":1},true]");
        assertThat(CanonicalJson.sorted(JsonMapper.shared().readTree("{\"b\":{\"d\":1.50,\"c\":[]},\"a\":\"x\"}")))
                .isEqualTo("{\"a\":\"x\",\"b\":{\"c\":[],\"d\":1.5}}");
    }

    @Test
    void coordinates_have_nine_decimals_at_most() {
        assertThat(CanonicalJson.text(
                        new GeometryFactory().createPoint(new Coordinate(119.12345678949, -0.0000000004))))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[119.123456789,0]}");
        assertThat(CanonicalJson.text(new GeometryFactory().createPoint(new Coordinate(-0.05, 1e-9))))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-0.05,0.000000001]}");
    }

    @Test
    void geometries_are_geojson() throws Exception {
        String wkt = "GEOMETRYCOLLECTION(POINT(1 2), MULTIPOINT((1 2), (3 4)), LINESTRING(1 2, 3 4),"
                + " MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0), (4 1, 5 1, 5 2, 4 1))), POINT EMPTY)";
        assertThat(CanonicalJson.featureCollection(
                        List.of(new Feature("f", new WKTReader().read(wkt), Map.of("name", "x")))))
                .hasToString(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"f\",\"geometry\":"
                                + "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
                                + "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]},"
                                + "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]},"
                                + "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]],[[4,1],[5,1],[5,2],[4,1]]]]},"
                                + "{\"type\":\"Point\",\"coordinates\":[]}]},\"properties\":{\"name\":\"x\"}}]}");
    }
}

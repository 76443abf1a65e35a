package org.riskmap.vectortile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.ForeignProgram;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;

/** A tile of 4096 units whose unit is a metre: position (x, y) of the map is unit (x, 4096 - y) of the tile. */
class VectorTileTest {

    private static final Crs MAP = Crs.eastFirst(3857);
    private static final TileFrame METRES = TileFrame.of(new Envelope(0, 0, 4096, 4096), MAP);

    @TempDir
    Path folder;

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Feature feature(String wkt) {
        return new Feature("7", wkt(wkt), Map.of());
    }

    /** The commands in the specification's own examples (MVT 2.1, 4.3.5). */
    @Test
    void the_specifications_examples_are_written_as_it_writes_them() {
        assertThat(geometry("POINT (25 4079)")).containsExactly(9, 50, 34);
        assertThat(geometry("MULTIPOINT ((5 4089), (3 4094))")).containsExactly(17, 10, 14, 3, 9);
        assertThat(geometry("LINESTRING (2 4094, 2 4086, 10 4086)")).containsExactly(9, 4, 4, 18, 0, 16, 16, 0);
        assertThat(geometry("MULTILINESTRING ((2 4094, 2 4086, 10 4086), (1 4095, 3 4091))"))
                .containsExactly(9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8);
        assertThat(geometry("POLYGON ((3 4090, 8 4084, 20 4062, 3 4090))"))
                .containsExactly(9, 6, 12, 18, 10, 12, 24, 44, 15);
    }

    @Test
    void an_exterior_ring_has_positive_area_and_a_hole_negative_whatever_the_source_says() {
        String outer = "(100 100, 900 100, 900 900, 100 900, 100 100)";
        String hole = "(200 200, 400 200, 400 400, 200 400, 200 200)";
        String reversedOuter = "(100 100, 100 900, 900 900, 900 100, 100 100)";
        String reversedHole = "(200 200, 200 400, 400 400, 400 200, 200 200)";
        for (String polygon : List.of(
                "POLYGON (" + outer + "," + hole + ")", "POLYGON (" + reversedOuter + "," + reversedHole + ")")) {
            Shape.Areas areas = (Shape.Areas)
                    new Quantiser(METRES, MAP).shapes(wkt(polygon)).get(0);
            assertThat(areas.rings()).hasSize(2);
            assertThat(Shape.area(areas.rings().get(0))).isEqualTo(2L * 800 * 800);
            assertThat(Shape.area(areas.rings().get(1))).isEqualTo(-2L * 200 * 200);
        }
    }

    @Test
    void what_lies_beyond_the_buffer_is_cut_off_and_what_lies_in_it_stays() {
        Quantiser quantiser = new Quantiser(METRES, MAP);
        Shape.Areas all = (Shape.Areas) quantiser
                .shapes(wkt("POLYGON ((-9000 -9000, 9000 -9000, 9000 9000, -9000 9000, -9000 -9000))"))
                .get(0);
        assertThat(Shape.area(all.rings().get(0))).isEqualTo(2L * (4096 + 256) * (4096 + 256));
        Shape.Lines line = (Shape.Lines)
                quantiser.shapes(wkt("LINESTRING (-9000 96, 9000 96)")).get(0);
        assertThat(line.lines().get(0)).containsExactly(-128, 4000, 4224, 4000);
        assertThat(quantiser.shapes(wkt("POINT (-100 10)"))).hasSize(1);
        assertThat(quantiser.shapes(wkt("POINT (-129 10)"))).isEmpty();
        assertThat(quantiser.shapes(wkt("LINESTRING (5000 0, 5000 4096)"))).isEmpty();
    }

    @Test
    void a_line_that_leaves_and_comes_back_is_two_lines() {
        Shape.Lines lines = (Shape.Lines) new Quantiser(METRES, MAP)
                .shapes(wkt("LINESTRING (4000 100, 5000 100, 5000 200, 4000 200)"))
                .get(0);
        assertThat(lines.lines()).hasSize(2);
        assertThat(lines.lines().get(0)).containsExactly(4000, 3996, 4224, 3996);
        assertThat(lines.lines().get(1)).containsExactly(4224, 3896, 4000, 3896);
    }

    @Test
    void a_bay_at_the_border_leaves_two_valid_polygons() {
        // a U on its side, open to the east, cut through both arms' ends by the border at 4224
        String u = "POLYGON ((4000 0, 6000 0, 6000 100, 5000 100, 5000 300, 6000 300, 6000 400, 4500 400, 4500 50,"
                + " 4400 50, 4400 450, 4000 450, 4000 0))";
        Shape.Areas areas =
                (Shape.Areas) new Quantiser(METRES, MAP).shapes(wkt(u)).get(0);
        long area = areas.rings().stream().mapToLong(Shape::area).sum();
        Geometry box = wkt("POLYGON ((-128 -128, 4224 -128, 4224 4224, -128 4224, -128 -128))");
        assertThat(area / 2.0).isEqualTo(wkt(u).intersection(box).getArea());
    }

    @Test
    void random_stars_keep_their_area_and_become_valid_rings() {
        Random random = new Random(20260104);
        Geometry box = wkt("POLYGON ((-128 -128, 4224 -128, 4224 4224, -128 4224, -128 -128))");
        for (int n = 0; n < 300; n++) {
            Geometry star = star(random);
            double expected = star.intersection(box).getArea();
            double found = new Quantiser(METRES, MAP)
                            .shapes(star).stream()
                                    .flatMap(shape -> ((Shape.Areas) shape).rings().stream())
                                    .mapToLong(Shape::area)
                                    .sum()
                    / 2.0;
            assertThat(found).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.51 * star.getLength()));
        }
    }

    private static Geometry star(Random random) {
        double x = random.nextDouble() * 6000 - 1000;
        double y = random.nextDouble() * 6000 - 1000;
        StringBuilder text = new StringBuilder("POLYGON ((");
        String first = "";
        for (int i = 0; i < 40; i++) {
            double radius = 20 + random.nextDouble() * 1500;
            String position =
                    (x + radius * Math.cos(i * Math.PI / 20)) + " " + (y + radius * Math.sin(i * Math.PI / 20));
            first = i == 0 ? position : first;
            text.append(position).append(", ");
        }
        return wkt(text.append(first).append("))").toString());
    }

    @Test
    void what_is_smaller_than_a_unit_is_left_out() {
        Quantiser quantiser = new Quantiser(METRES, MAP);
        assertThat(quantiser.shapes(wkt("POLYGON ((10.1 10.1, 10.3 10.1, 10.2 10.3, 10.1 10.1))")))
                .isEmpty();
        assertThat(quantiser.shapes(wkt("LINESTRING (10.1 10.1, 10.2 10.3)"))).isEmpty();
    }

    @Test
    void a_tile_without_features_has_no_bytes() {
        VectorTile tile = new VectorTile(METRES);
        tile.layer("none").add(feature("POINT (9999 9999)"), MAP);
        assertThat(tile.bytes()).isEmpty();
    }

    /** {@code name} and {@code extent} written out by hand from the protocol buffers' encoding. */
    @Test
    void a_layer_is_the_bytes_that_the_encoding_says() {
        VectorTile tile = new VectorTile(METRES);
        tile.layer("a").add(feature("POINT (25 4079)"), MAP);
        // 1a len | 78 02 version | 0a 01 61 name | 12 0b feature: 08 07 id, 12 00 tags, 18 01 type, 22 03 09 32 22 | 28
        // 80 20 extent
        assertThat(HexFormat.of().formatHex(tile.bytes()))
                .isEqualTo("1a15" + "7802" + "0a0161" + "120b" + "0807" + "1200" + "1801" + "2203093222" + "288020");
    }

    @Test
    void gdal_reads_names_types_and_values() throws Exception {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("名称", "避灾点 \"甲\"");
        values.put("beds", 40);
        values.put("below", -3L);
        values.put("depth", 0.25);
        values.put("open", true);
        values.put("nothing", null);
        VectorTile tile = new VectorTile(TileFrame.of(
                new Envelope(-20037508.342789244, -20037508.342789244, 20037508.342789244, 20037508.342789244), MAP));
        tile.layer("避灾点").add(new Feature("12", wkt("POINT (120 30)"), values), Crs.STORAGE);
        Path file = Files.write(folder.resolve("0.mvt"), tile.bytes());
        String told = ForeignProgram.output(
                1, Map.of(), "ogrinfo", "-al", "-oo", "Z=0", "-oo", "X=0", "-oo", "Y=0", "MVT:" + file);
        assertThat(told)
                .contains("Layer name: 避灾点")
                .contains("Feature Count: 1")
                .contains("mvt_id (Integer64) = 12")
                .contains("名称 (String) = 避灾点 \"甲\"")
                .contains("beds (Integer) = 40")
                .contains("below (Integer) = -3")
                .contains("depth (Real) = 0.25")
                .contains("open (Integer(Boolean)) = 1")
                .doesNotContain("nothing")
                .contains("POINT (13355");
    }

    private static int[] geometry(String wkt) {
        Pbf packed = new Pbf(16);
        new Quantiser(METRES, MAP).shapes(wkt(wkt)).get(0).write(packed);
        byte[] bytes = packed.toBytes();
        int[] numbers = new int[bytes.length]; // every number of these examples is below 128 and takes one byte
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i];
        }
        return numbers;
    }
}

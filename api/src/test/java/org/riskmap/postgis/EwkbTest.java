package org.riskmap.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class EwkbTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT (119.7 -27.5)                                                             ; ",
                "LINESTRING (1 2, 3 4.25)                                                        ; ",
                "POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))                            ; ",
                "MULTIPOINT ((1 2), (3 4))                                                       ; ",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 10))                                  ; ",
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1)), ((20 0, 21 0, 21 1, 20 0))) ; ",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))                         ; ",
                "POLYGON EMPTY                                                                   ; ",
                "POLYGON ((0 0, 9 0, 9 9, 0 0)) ; MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))",
                "LINESTRING (1 2, 3 4)          ; MULTILINESTRING ((1 2, 3 4))"
            })
    void geometries_are_written_as_jts_writes_them_and_single_ones_as_multi_where_that_is_asked(
            String wkt, String asMulti) throws Exception {
        GeometryFactory factory = new GeometryFactory(new PrecisionModel(), 4490);
        Geometry expected = new WKTReader(factory).read(asMulti == null ? wkt : asMulti);
        Bytes out = new Bytes();
        new Ewkb(out).write(new WKTReader().read(wkt), asMulti != null, 4490);
        assertThat(Arrays.copyOf(out.array(), out.size()))
                .isEqualTo(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(expected));
    }
}

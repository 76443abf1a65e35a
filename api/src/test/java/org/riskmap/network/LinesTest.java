package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** Lines out of well-known binary, as JTS writes it. */
class LinesTest {

    private static Geometry wkt(String text) throws ParseException {
        Geometry geometry = new WKTReader().read(text);
        geometry.setSRID(4490);
        return geometry;
    }

    private static Lines lines(String wkt, int order, boolean srid) throws ParseException {
        Lines lines = new Lines();
        lines.add(ByteBuffer.wrap(new WKBWriter(2, order, srid).write(wkt(wkt))));
        return lines;
    }

    @Test
    void both_orders_of_bytes_with_and_without_a_reference_system_read_the_same() throws ParseException {
        for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
            for (boolean srid : new boolean[] {false, true}) {
                Lines lines =
                        lines("MULTILINESTRING ((1 2, 3 4), (5 6, 5 6, 7 8, 9 1), EMPTY, (2 2, 2 2))", order, srid);
                assertThat(lines.count()).isEqualTo(2);
                assertThat(lines.lon()).containsExactly(1, 3, 5, 7, 9);
                assertThat(lines.lat()).containsExactly(2, 4, 6, 8, 1);
                assertThat(lines.start()).containsExactly(0, 2);
                assertThat(lines.end()).containsExactly(1, 4);
            }
        }
    }

    @Test
    void anything_but_lines_is_refused() {
        assertThatThrownBy(() -> lines("POLYGON ((0 0, 1 0, 1 1, 0 0))", ByteOrderValues.BIG_ENDIAN, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("type 3");
        assertThatThrownBy(() -> lines("GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1))", ByteOrderValues.BIG_ENDIAN, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("type 7");
    }

    @Test
    void bytes_after_the_end_are_refused() throws ParseException {
        byte[] line = new WKBWriter().write(wkt("LINESTRING (0 0, 1 1)"));
        ByteBuffer more = ByteBuffer.allocate(line.length + 1).put(line).rewind();
        assertThatThrownBy(() -> new Lines().add(more)).isInstanceOf(IllegalStateException.class);
    }
}

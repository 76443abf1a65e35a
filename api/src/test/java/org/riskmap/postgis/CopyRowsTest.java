package org.riskmap.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.TestDatabase;

class CopyRowsTest {

    private static final List<String> COLUMNS = List.of("t", "i", "l", "d", "b", "g");

    @AutoClose
    private static TestDatabase test;

    private static TableShape shape;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        test.database().client().sql("""
                create table risk."Of everything" (t text, i integer, l bigint, d double precision, b boolean,
                                                   g geometry(MultiPolygon, 4490), n numeric, given integer default 7)
                """).update();
        shape = test.database().shape("risk", "Of everything").orElseThrow();
    }

    @Test
    void every_type_comes_back_as_it_went_in_and_null_as_null() throws Exception {
        CopyRows rows = new CopyRows(shape, COLUMNS);
        List<Object> values = List.of(
                "tab\tline\n\\N \" 中 𠮷",
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                new BigDecimal("0.1"),
                true,
                new WKTReader().read("POLYGON ((0 0, 9 0, 9 9, 0 0))"));
        rows.row();
        for (int i = 0; i < values.size(); i++) {
            rows.value(i, values.get(i));
        }
        rows.row();
        for (int i = 0; i < values.size(); i++) {
            rows.value(i, null);
        }
        test.database().copyIn(rows);
        assertThat(test.database().list(SqlQuery.of("""
                        select concat_ws('|', t, i, l, d, b, st_asewkt(g), given) from risk."Of everything" order by i nulls last
                        """), row -> row.text(1)))
                .containsExactly(
                        "tab\tline\n\\N \" 中 𠮷|-2147483648|9223372036854775807|0.1|t|"
                                + "SRID=4490;MULTIPOLYGON(((0 0,9 0,9 9,0 0)))|7",
                        "7");
    }

    @Test
    void what_does_not_fit_a_column_fails_and_names_it() {
        assertThatThrownBy(() -> new CopyRows(shape, List.of("missing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
        CopyRows rows = new CopyRows(shape, List.of("i", "n"));
        assertThatThrownBy(() -> rows.value(0, 1L << 31)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> rows.value(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numeric");
    }
}

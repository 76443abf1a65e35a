package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Codes are those of WMS 1.3.0, table E.1 and 1.1.1, annex A.3; where the standard has none, GeoServer's. */
class RefusalsTest {

    private static final String GOOD = "/geoserver/toy/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=park&STYLES="
            + "&CRS=CRS:84&BBOX=119,27,119.4,27.4&WIDTH=64&HEIGHT=64&FORMAT=image/png";

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAYERS=park              | LAYERS=nowhere           | LayerNotDefined",
                "LAYERS=park              | LAYERS=hidden            | LayerNotDefined",
                "STYLES=                  | STYLES=nothing           | StyleNotDefined",
                "CRS=CRS:84               | CRS=EPSG:999999          | InvalidCRS",
                "CRS=CRS:84               | CRS=Mars                 | InvalidCRS",
                "FORMAT=image/png         | FORMAT=image/nope        | InvalidFormat",
                "REQUEST=GetMap           | REQUEST=GetNothing       | OperationNotSupported",
                "WIDTH=64                 | WIDTH=0                  | MissingOrInvalidParameter",
                "WIDTH=64&                | NOWIDTH=1&               | MissingOrInvalidParameter",
                "BBOX=119,27,119.4,27.4   | BBOX=119.4,27.4,119,27   | ",
                "BBOX=119,27,119.4,27.4   | BBOX=a,b,c,d             | ",
                "BBOX=119,27,119.4,27.4   | BBOX=1,2,3               | ",
                "FORMAT=image/png         | FORMAT=image/png&CQL_FILTER=trees%20%3E | ",
            })
    void a_malformed_request_gets_its_code_and_http_200(String right, String wrong, String code) throws Exception {
        assertThat(GOOD).contains(right);

        MockHttpServletResponse response = maps.get(GOOD.replace(right, wrong));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("text/xml");
        String report = response.getContentAsString();
        assertThat(report).contains("<ServiceExceptionReport").doesNotContain("internalError");
        if (code == null) {
            assertThat(report).doesNotContain("code=");
        } else {
            assertThat(report).contains("code=\"" + code + "\"");
        }
    }

    @Test
    void version_111_has_its_own_word_for_the_system() throws Exception {
        MockHttpServletResponse response =
                maps.get(GOOD.replace("1.3.0", "1.1.1").replace("CRS=CRS:84", "SRS=EPSG:999999"));

        assertThat(response.getContentType()).startsWith("application/vnd.ogc.se_xml");
        assertThat(response.getContentAsString()).contains("code=\"InvalidSRS\"");
    }

    @Test
    void a_picture_that_is_too_large_is_refused_before_it_is_drawn() throws Exception {
        assertThat(maps.get(GOOD.replace("WIDTH=64", "WIDTH=2001")).getContentAsString())
                .contains("too large")
                .contains("2000");
        assertThat(maps.get(GOOD.replace("WIDTH=64&HEIGHT=64", "WIDTH=1999&HEIGHT=1999"))
                        .getContentAsString())
                .contains("too large");
    }

    @Test
    void a_failure_can_come_as_a_picture_or_as_json() throws Exception {
        String wrong = GOOD.replace("LAYERS=park", "LAYERS=nowhere");

        assertThat(maps.get(wrong + "&EXCEPTIONS=INIMAGE").getContentType()).isEqualTo("image/png");
        assertThat(maps.get(wrong + "&EXCEPTIONS=BLANK").getContentType()).isEqualTo("image/png");
        assertThat(maps.get(wrong + "&EXCEPTIONS=application/json").getContentAsString())
                .contains("\"code\":\"LayerNotDefined\"");
    }
}

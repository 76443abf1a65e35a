package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Malformed requests of every operation: each gets its code (OGC 06-042, table E.1; where the standard has none, GeoServer's,
 * which is none for many), HTTP 200, no defect of the service, at once.
 */
class MalformedRequestsTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Map<String, String> GOOD = new TreeMap<>(Map.of(
            "capabilities", "REQUEST=GetCapabilities",
            "map",
                    "REQUEST=GetMap&LAYERS=park&STYLES=&CRS=CRS:84&BBOX=119,27,119.4,27.4&WIDTH=64&HEIGHT=64"
                            + "&FORMAT=image/png",
            "info",
                    "REQUEST=GetFeatureInfo&LAYERS=park&QUERY_LAYERS=park&STYLES=&CRS=CRS:84&BBOX=119,27,119.4,27.4"
                            + "&WIDTH=64&HEIGHT=64&I=32&J=32&INFO_FORMAT=application/json",
            "legend", "REQUEST=GetLegendGraphic&LAYER=park&FORMAT=image/png",
            "describe", "REQUEST=DescribeLayer&LAYERS=park"));

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
        GOOD.forEach((operation, url) -> assertThat(answer("1.3.0", url).getContentAsByteArray())
                .as(operation)
                .isNotEmpty()
                .asString()
                .doesNotContain("ServiceException"));
    }

    private static MockHttpServletResponse answer(String version, String parameters) {
        return maps.get("/geoserver/toy/wms?SERVICE=WMS&VERSION=" + version + "&" + parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "capabilities | REQUEST=GetCapabilities | UPDATESEQUENCE=1          | MissingParameterValue",
                "capabilities | REQUEST=GetCapabilities | REQUEST=                  | MissingParameterValue",
                "capabilities | REQUEST=GetCapabilities | REQUEST=GetCapability     | OperationNotSupported",
                "capabilities | REQUEST=GetCapabilities | REQUEST=get%20capabilities | OperationNotSupported",
                "capabilities | REQUEST=GetCapabilities | REQUEST=%00               | OperationNotSupported",
                "capabilities | REQUEST=GetCapabilities | REQUEST=GetCapabilities&UPDATESEQUENCE=1 | CurrentUpdateSequence",
                "capabilities | REQUEST=GetCapabilities | REQUEST=GetCapabilities&UPDATESEQUENCE=9 | InvalidUpdateSequence",
                "capabilities | REQUEST=GetCapabilities | REQUEST=GetCapabilities&UPDATESEQUENCE=999999999999 | InvalidUpdateSequence",
                "capabilities | REQUEST=GetCapabilities | REQUEST=<script>          | OperationNotSupported",
                "capabilities | REQUEST=GetCapabilities | REQUEST=PutStyles         | OperationNotSupported",
                "map | LAYERS=park              | LAYERS=                   | MissingParameterValue",
                "map | LAYERS=park              | LAYERS=nowhere            | LayerNotDefined",
                "map | LAYERS=park              | LAYERS=park,,park         | LayerNotDefined",
                "map | LAYERS=park              | LAYERS=other:park         | LayerNotDefined",
                "map | STYLES=                  | STYLES=nothing            | StyleNotDefined",
                "map | STYLES=                  | STYLES=park,park          | InvalidParameterValue",
                "map | CRS=CRS:84               | CRS=EPSG:0                | InvalidCRS",
                "map | CRS=CRS:84               | CRS=Mars                  | InvalidCRS",
                "map | CRS=CRS:84&              | ''                        | MissingParameterValue",
                "map | BBOX=119,27,119.4,27.4   | BBOX=119,27,119.4         | -",
                "map | BBOX=119,27,119.4,27.4   | BBOX=a,b,c,d              | -",
                "map | BBOX=119,27,119.4,27.4   | BBOX=119,27,NaN,27.4      | -",
                "map | BBOX=119,27,119.4,27.4   | BBOX=119,27,1e400,27.4    | -",
                "map | BBOX=119,27,119.4,27.4   | BBOX=119.4,27,119,27.4    | -",
                "map | BBOX=119,27,119.4,27.4   | BBOX=119,27,119,27        | -",
                "map | BBOX=119,27,119.4,27.4&  | ''                        | MissingParameterValue",
                "map | WIDTH=64                 | WIDTH=-64                 | MissingOrInvalidParameter",
                "map | WIDTH=64                 | WIDTH=64.5                | MissingOrInvalidParameter",
                "map | WIDTH=64                 | WIDTH=99999999999         | MissingOrInvalidParameter",
                "map | WIDTH=64                 | WIDTH=50000               | MaxMemoryExceeded",
                "map | FORMAT=image/png         | FORMAT=                   | MissingParameterValue",
                "map | FORMAT=image/png         | FORMAT=text/html          | InvalidFormat",
                "map | FORMAT=image/png         | FORMAT=image/png&BGCOLOR=red        | InvalidParameterValue",
                "map | LAYERS=park              | TIME=yesterdayish&LAYERS=fire | -",
                "map | LAYERS=park              | TIME=2021-13&LAYERS=fire      | -",
                "map | LAYERS=park              | TIME=2022/2021&LAYERS=fire    | -",
                "map | LAYERS=park              | TIME=1999&LAYERS=fire         | InvalidDimensionValue",
                "map | FORMAT=image/png         | FORMAT=image/png&BUFFER=wide        | InvalidParameterValue",
                "map | FORMAT=image/png         | FORMAT=image/png&FORMAT_OPTIONS=dpi:0 | InvalidParameterValue",
                "map | FORMAT=image/png         | FORMAT=image/png&CQL_FILTER=trees%20%3E | -",
                "map | FORMAT=image/png         | FORMAT=image/png&CQL_FILTER=nothing%3D1 | internalError",
                "map | FORMAT=image/png         | FORMAT=image/png&FILTER=%3CFilter%3E | -",
                "map | FORMAT=image/png         | FORMAT=image/png&SORTBY=trees%20sideways | InvalidParameterValue",
                "map | FORMAT=image/png         | FORMAT=image/png&SLD=http://example.com/a.sld | InvalidParameterValue",
                "map | FORMAT=image/png         | FORMAT=image/png&SLD_BODY=nonsense  | InvalidParameterValue",
                "map | FORMAT=image/png         | FORMAT=image/png&SLD_BODY=%3Chtml/%3E | InvalidParameterValue",
                "info | QUERY_LAYERS=park       | QUERY_LAYERS=             | MissingParameterValue",
                "info | QUERY_LAYERS=park       | QUERY_LAYERS=path         | LayerNotDefined",
                "info | QUERY_LAYERS=park       | QUERY_LAYERS=nowhere      | LayerNotDefined",
                "info | I=32                    | I=64                      | InvalidPoint",
                "info | I=32                    | I=-1                      | InvalidPoint",
                "info | I=32                    | I=left                    | InvalidPoint",
                "info | J=32&                   | ''                        | MissingParameterValue",
                "info | INFO_FORMAT=application/json | INFO_FORMAT=image/png | InvalidFormat",
                "info | J=32                    | J=32&BUFFER=-5            | InvalidParameterValue",
                "info | J=32                    | J=32&PROPERTYNAME=nothing | InvalidParameterValue",
                "info | J=32                    | J=32&PROPERTYNAME=(a)(b)  | InvalidParameterValue",
                "info | BBOX=119,27,119.4,27.4  | BBOX=                     | MissingParameterValue",
                "info | LAYERS=park&            | LAYERS=nowhere&           | LayerNotDefined",
                "legend | LAYER=park            | LAYER=                    | MissingParameterValue",
                "legend | LAYER=park            | LAYER=nowhere             | LayerNotDefined",
                "legend | LAYER=park            | LAYER=park&STYLE=nothing  | StyleNotDefined",
                "legend | FORMAT=image/png      | FORMAT=image/nothing      | InvalidFormat",
                "legend | FORMAT=image/png      | FORMAT=application/pdf    | InvalidFormat",
                "legend | FORMAT=image/png      | FORMAT=image/png&WIDTH=0  | InvalidParameterValue",
                "legend | FORMAT=image/png      | FORMAT=image/png&HEIGHT=tall | InvalidParameterValue",
                "legend | FORMAT=image/png      | FORMAT=image/png&SCALE=far | InvalidParameterValue",
                "legend | FORMAT=image/png      | FORMAT=image/png&LEGEND_OPTIONS=fontSize:big | InvalidParameterValue",
                "legend | FORMAT=image/png      | FORMAT=image/png&LEGEND_OPTIONS=bgColor:red | InvalidParameterValue",
                "describe | LAYERS=park         | LAYERS=                   | MissingParameterValue",
                "describe | LAYERS=park         | NOLAYERS=park             | MissingParameterValue",
                "describe | LAYERS=park         | LAYERS=nowhere            | LayerNotDefined",
                "describe | LAYERS=park         | LAYERS=park,nowhere       | LayerNotDefined",
                "describe | LAYERS=park         | LAYERS=,                  | LayerNotDefined",
                "describe | LAYERS=park         | LAYERS=%00                | LayerNotDefined",
                "describe | LAYERS=park         | LAYERS=other:park         | LayerNotDefined",
                "describe | LAYERS=park         | LAYERS=park&STYLES=nothing | StyleNotDefined",
                "describe | LAYERS=park         | LAYERS=park&STYLES=a,b    | InvalidParameterValue",
                "describe | LAYERS=park         | LAYERS=park&CQL_FILTER=((  | -"
            })
    void a_malformed_request_gets_its_code(String operation, String right, String wrong, String code) {
        String url = GOOD.get(operation);
        assertThat(url).contains(right.strip());
        String asked = url.replace(right.strip(), wrong.strip());

        long before = System.nanoTime();
        MockHttpServletResponse response = answer("1.3.0", asked);
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(taken).isLessThan(AT_ONCE);
        assertThat(response.getStatus()).isEqualTo(200);
        String report = new String(response.getContentAsByteArray());
        assertThat(report).contains("<ServiceExceptionReport").doesNotContain("its log has the reason");
        assertThat(code(report)).isEqualTo(code);
    }

    private static String code(String report) {
        int at = report.indexOf("code=\"");
        return at < 0 ? null : report.substring(at + 6, report.indexOf('"', at + 6));
    }

    @org.junit.jupiter.api.Test
    void each_version_has_its_own_kind_of_report() {
        String wrong = GOOD.get("map").replace("park", "nowhere");
        List<String> types = new ArrayList<>();
        for (String version : List.of("1.3.0", "1.1.1", "1.1.0", "1.0.0")) {
            MockHttpServletResponse response = answer(version, wrong.replace("CRS=", "SRS="));
            types.add(response.getContentType().replaceFirst(";.*", ""));
            assertThat(code(new String(response.getContentAsByteArray()))).isEqualTo("LayerNotDefined");
        }

        assertThat(types)
                .containsExactly(
                        "text/xml",
                        "application/vnd.ogc.se_xml",
                        "application/vnd.ogc.se_xml",
                        "application/vnd.ogc.se_xml");
    }
}

package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** GeoServer's virtual services over HTTP: the whole, a workspace, a layer; each service at its own address and at {@code ows}. */
class VirtualServicesIT {

    private static final String MAP =
            "?service=WMS&version=1.1.1&request=GetMap&srs=EPSG:4326&bbox=119.4,27.3,120,27.9&width=64&height=64&format=image/png"
                    + "&styles=";

    private final RunningService service = RunningService.shared();

    @ParameterizedTest
    @CsvSource({
        "wms,              risk:shelter",
        "ows,              risk:shelter",
        "risk/wms,         shelter",
        "risk/ows,         shelter",
        "risk/wms,         risk:shelter",
        "risk/shelter/wms, shelter",
        "risk/shelter/ows, ''",
        "risk/one_map/wms, one_map"
    })
    void maps_are_drawn_at_each_address(String path, String layers) {
        HttpResponse<String> map = service.get("/geoserver/" + path + MAP + "&layers=" + layers);

        assertThat(map.headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @ParameterizedTest
    @CsvSource({
        "wfs,              risk:shelter",
        "ows,              risk:shelter",
        "risk/wfs,         shelter",
        "risk/ows,         risk:shelter",
        "risk/shelter/wfs, shelter",
        "risk/shelter/ows, ''"
    })
    void features_are_given_at_each_address(String path, String types) {
        HttpResponse<String> features = service.get("/geoserver/" + path
                + "?service=WFS&version=2.0.0&request=GetFeature&outputFormat=application/json&count=1&typeNames="
                + types);

        assertThat(JsonMapper.shared()
                        .readTree(features.body())
                        .at("/features/0/id")
                        .stringValue())
                .startsWith("shelter.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk/shelter/wms", "risk/shelter/ows", "risk/shelter/wfs"})
    void a_layers_service_does_not_know_the_others(String path) {
        assertThat(service.get("/geoserver/" + path + MAP + "&layers=road").body())
                .contains("LayerNotDefined");
        assertThat(service.get("/geoserver/" + path + MAP.replace("64", "256") + "&tiled=true&layers=road")
                        .body())
                .contains("LayerNotDefined");
        assertThat(service.get("/geoserver/" + path
                                + "?service=WFS&version=2.0.0&request=GetFeature&count=1&typeNames=road")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere/wms",
                "nowhere/wfs",
                "nowhere/ows",
                "risk/nothing/wms",
                "risk/nothing/wfs",
                "risk:shelter/wms",
                "nowhere/gwc/service/wmts"
            })
    void an_address_of_nothing_is_not_found_and_says_what(String path) {
        HttpResponse<String> answer =
                service.get("/geoserver/" + path + "?service=WMS&version=1.3.0&request=GetCapabilities");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ExceptionReport").containsPattern("There is no (workspace|layer)");
    }

    @Test
    void a_map_is_posted_as_a_form_and_as_xml() {
        String form = (MAP + "&layers=risk:shelter").substring(1);
        String xml =
                "<GetMap version=\"1.1.1\" service=\"WMS\"><StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>"
                        + "risk:shelter</Name></NamedLayer></StyledLayerDescriptor><BoundingBox srsName=\"EPSG:4326\"><coord><X>119.4</X>"
                        + "<Y>27.3</Y></coord><coord><X>120</X><Y>27.9</Y></coord></BoundingBox><Output><Format>image/png</Format>"
                        + "<Size><Width>64</Width><Height>64</Height></Size></Output></GetMap>";
        String expected =
                service.get("/geoserver/wms" + MAP + "&layers=risk:shelter").body();

        assertThat(service.post("/geoserver/wms", "application/x-www-form-urlencoded", form)
                        .body())
                .isEqualTo(expected);
        assertThat(service.post("/geoserver/wms", "text/xml", xml).body()).isEqualTo(expected);
        assertThat(service.post("/geoserver/ows", "application/xml", xml).body())
                .isEqualTo(expected);
    }
}

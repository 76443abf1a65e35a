package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.catalog.Catalog;
import org.riskmap.ogc.VirtualService;

/** The map service of a workspace and of one layer or group of it sees only that, and calls it by its bare name. */
class VirtualServicesTest {

    private static final String MAP =
            "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&CRS=CRS:84&BBOX=119,27,119.4,27.4&WIDTH=100&HEIGHT=100&FORMAT=image/png"
                    + "&STYLES=";

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
    }

    private static String text(String url) {
        return new String(maps.get(url).getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static byte[] map(String path, String layers) {
        return maps.get("/geoserver/" + path + "wms" + MAP + layers).getContentAsByteArray();
    }

    private static List<String> names(String path) {
        return java.util.regex.Pattern.compile("<Layer [^>]*><Name>([^<]*)</Name>")
                .matcher(text("/geoserver/" + path + "wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void capabilities_name_what_the_service_sees() {
        assertThat(names("")).contains("toy:town", "toy:park", "toy:fire");
        assertThat(names("toy/")).contains("town", "park", "fire").noneMatch(name -> name.contains(":"));
        assertThat(names("toy/fire/")).containsExactly("fire");
        assertThat(names("toy/town/")).containsExactly("town", "relief", "park", "path", "post");
    }

    @Test
    void addresses_in_capabilities_lead_to_the_same_service() {
        assertThat(text("/geoserver/toy/fire/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities"))
                .contains("http://localhost/geoserver/toy/fire/ows?SERVICE=WMS");
    }

    @Test
    void a_layer_is_drawn_alike_at_each_of_its_services() {
        byte[] global = map("", "&LAYERS=toy:park");

        assertThat(map("toy/", "&LAYERS=park")).isEqualTo(global);
        assertThat(map("toy/", "&LAYERS=toy:park")).isEqualTo(global);
        assertThat(map("toy/park/", "&LAYERS=park")).isEqualTo(global);
        assertThat(map("toy/park/", "&LAYERS=")).as("the only one there is").isEqualTo(global);
    }

    @Test
    void other_layers_are_not_there() {
        assertThat(text("/geoserver/toy/fire/wms" + MAP + "&LAYERS=park")).contains("LayerNotDefined");
        assertThat(
                        text(
                                "/geoserver/toy/fire/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=park"))
                .contains("LayerNotDefined");
        assertThat(maps.get("/geoserver/toy/town/wms" + MAP + "&LAYERS=town").getContentType())
                .as("a group draws its members, which are not there by themselves")
                .isEqualTo("image/png");
    }

    @Test
    void an_address_means_a_workspace_a_layer_of_it_or_a_group_of_no_workspace() {
        Catalog catalog = maps.catalog();

        assertThat(VirtualService.of(catalog, null, null)).isEqualTo(new VirtualService(null, null));
        assertThat(VirtualService.of(catalog, "toy", null)).isEqualTo(new VirtualService("toy", null));
        assertThat(VirtualService.of(catalog, "toy", "park")).isEqualTo(new VirtualService("toy", "park"));
        assertThat(VirtualService.of(catalog, "toy", "town")).isEqualTo(new VirtualService("toy", "town"));
        for (String[] nothing :
                new String[][] {{"nowhere", null}, {"toy", "nothing"}, {"park", null}, {"nowhere", "park"}}) {
            assertThatThrownBy(() -> VirtualService.of(catalog, nothing[0], nothing[1]))
                    .isInstanceOf(VirtualService.Unknown.class)
                    .hasMessageContaining(nothing[0].equals("toy") ? nothing[1] : nothing[0]);
        }
    }

    @Test
    void where_services_are_for_workspaces_only_the_global_one_is_not_there() {
        Catalog catalog = maps.catalog();
        Catalog closed = new Catalog(
                catalog.workspaces(),
                catalog.layers(),
                catalog.groups(),
                catalog.styles(),
                catalog.service(),
                Map.of(),
                false,
                List.of(),
                1);

        assertThatThrownBy(() -> VirtualService.of(closed, null, null)).hasMessageContaining("workspace");
        assertThat(VirtualService.of(closed, "toy", null).workspace()).isEqualTo("toy");
    }
}

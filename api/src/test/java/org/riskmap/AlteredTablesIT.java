package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A table is dropped or altered while the service runs: no service fails for it, the layer is left out, and it comes back. */
class AlteredTablesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAP =
            "/geoserver/wms?service=WMS&version=1.1.1&request=GetMap&srs=EPSG:4326&bbox=119.4,27.3,120,27.9&width=64&height=64"
                    + "&format=image/png&styles=&layers=risk:";
    private static final String TILE =
            "/geoserver/gwc/service/wmts?service=WMTS&version=1.0.0&request=GetTile&style=&format=image/png"
                    + "&tilematrixset=EPSG:900913&tilematrix=EPSG:900913:9&tilerow=214&tilecol=426&layer=risk:";

    /** Asks for everything that there is. */
    private static final List<String> WHOLE = List.of(
            "/geoserver/wms?service=WMS&version=1.3.0&request=GetCapabilities",
            "/geoserver/wfs?service=WFS&version=2.0.0&request=GetCapabilities",
            "/geoserver/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType",
            "/geoserver/gwc/service/wmts?service=WMTS&request=GetCapabilities",
            "/geoserver/gwc/service/tms/1.0.0",
            "/geoserver/ogc/features/v1/collections?f=json",
            "/geoserver/ogc/tiles/v1/collections?f=json",
            MAP + "road",
            "/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=risk:road&count=1");

    /** Asks for the layer itself. */
    private static final List<String> OWN = List.of(
            MAP + "firebreak",
            MAP + "one_map",
            TILE + "firebreak",
            TILE + "one_map",
            "/geoserver/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=risk:firebreak&count=1",
            "/geoserver/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=risk:firebreak",
            "/geoserver/ogc/features/v1/collections/risk:firebreak?f=json",
            "/geoserver/ogc/features/v1/collections/risk:firebreak/items?f=json",
            "/geoserver/ogc/features/v1/collections/risk:firebreak/queryables?f=json");

    private final RunningService service = RunningService.shared();

    private void sql(String statement) {
        service.database().client().sql(statement).update();
    }

    private boolean firebreakIsServed() {
        return service.get("/geoserver/ogc/features/v1/collections?f=json")
                .body()
                .contains("risk:firebreak");
    }

    private static void await(BooleanSupplier state) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!state.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            try {
                Thread.sleep(200);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private void askForEverything() {
        WHOLE.forEach(url -> assertThat(service.get(url).statusCode()).as(url).isEqualTo(200));
        for (String url : OWN) {
            HttpResponse<String> answer = service.get(url);
            assertThat(answer.statusCode()).as("%s: %s", url, answer.body()).isLessThan(500);
        }
    }

    @Test
    void a_table_that_goes_takes_only_its_layer_out() {
        askForEverything();
        sql("alter table risk.firebreak rename to firebreak_away");
        try {
            askForEverything(); // at once, before anybody noticed
            await(() -> !firebreakIsServed());
            askForEverything();
            assertThat(service.get(MAP + "firebreak").body()).contains("LayerNotDefined");
            assertThat(service.get(TILE + "firebreak").statusCode()).isEqualTo(400);
            assertThat(service.get(MAP + "one_map").headers().firstValue("Content-Type"))
                    .hasValue("image/png");
            assertThat(service.get(TILE + "one_map").headers().firstValue("Content-Type"))
                    .hasValue("image/png");
            assertThat(service.get("/actuator/health").body())
                    .contains("risk/postgis/firebreak/featuretype.xml")
                    .contains("there is no table or view risk.firebreak");
        } finally {
            sql("alter table risk.firebreak_away rename to firebreak");
        }
        await(this::firebreakIsServed);
        assertThat(service.get(MAP + "firebreak").headers().firstValue("Content-Type"))
                .hasValue("image/png");
    }

    @Test
    void a_column_that_goes_or_comes_changes_what_is_told_of_the_layer() {
        sql("alter table risk.firebreak rename column kind to sort");
        String schema = "/geoserver/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=risk:firebreak";
        try {
            askForEverything();
            await(() -> service.get(schema).body().contains("name=\"sort\""));
            askForEverything();
        } finally {
            sql("alter table risk.firebreak rename column sort to kind");
        }
        await(() -> service.get(schema).body().contains("name=\"kind\""));
    }
}

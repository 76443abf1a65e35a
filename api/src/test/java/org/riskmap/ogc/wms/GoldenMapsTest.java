package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Each folder of {@code golden/wms} is a request and the picture that a person looked at and found right. To draw them anew,
 * on purpose: {@code mvn -pl api test -Dtest=GoldenMapsTest -Driskmap.golden=write}, then look at each that changed.
 */
class GoldenMapsTest {

    private static final Path CASES = Path.of("src/test/resources/golden/wms");
    private static final boolean WRITE = "write".equals(System.getProperty("riskmap.golden"));

    /** Other Java versions and fonts place letters a little differently. */
    private static final int TOLERATED_STEP = 48;

    private static final double TOLERATED_SHARE = 0.01;

    @TempDir
    static Path folder;

    @AutoClose
    private static ToyMaps maps;

    @BeforeAll
    static void open() {
        maps = new ToyMaps(folder);
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_picture_is_the_one_that_was_found_right(String name) throws IOException {
        byte[] drawn = answer(name).getContentAsByteArray();
        Path expected = CASES.resolve(name).resolve("expected.png");
        if (WRITE) {
            Files.write(expected, drawn);
        }
        Path seen = Files.createDirectories(Path.of("target/golden/wms")).resolve(name + ".png");
        Files.write(seen, drawn);

        double share = differing(ImageIO.read(expected.toFile()), ImageIO.read(new ByteArrayInputStream(drawn)));

        assertThat(share).as("share of pixels that differ; drawn: " + seen).isLessThanOrEqualTo(TOLERATED_SHARE);
    }

    @Test
    void one_place_asked_for_in_three_axis_orders_is_one_picture() throws IOException {
        String rest = "&LAYERS=park,path&STYLES=&WIDTH=200&HEIGHT=200&FORMAT=image/png";
        byte[] byAuthority = maps.get("/geoserver/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap"
                        + "&CRS=EPSG:4326&BBOX=27,119,27.4,119.4" + rest)
                .getContentAsByteArray();
        byte[] eastFirst = maps.get("/geoserver/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap"
                        + "&CRS=CRS:84&BBOX=119,27,119.4,27.4" + rest)
                .getContentAsByteArray();
        byte[] old = maps.get("/geoserver/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap"
                        + "&SRS=EPSG:4326&BBOX=119,27,119.4,27.4" + rest)
                .getContentAsByteArray();

        assertThat(byAuthority).isEqualTo(eastFirst).isEqualTo(old);
    }

    private static MockHttpServletResponse answer(String name) throws IOException {
        MockHttpServletResponse response = maps.get(
                Files.readString(CASES.resolve(name).resolve("request.url")).strip());
        assertThat(response.getContentType()).as(response.getContentAsString()).isEqualTo("image/png");
        return response;
    }

    /** Share of pixels of which a channel differs by more than {@value #TOLERATED_STEP}; 1 for other sizes. */
    private static double differing(BufferedImage expected, BufferedImage drawn) {
        if (expected.getWidth() != drawn.getWidth() || expected.getHeight() != drawn.getHeight()) {
            return 1;
        }
        long different = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                if (apart(expected.getRGB(x, y), drawn.getRGB(x, y))) {
                    different++;
                }
            }
        }
        return (double) different / ((long) drawn.getWidth() * drawn.getHeight());
    }

    private static boolean apart(int a, int b) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((a >>> shift & 255) - (b >>> shift & 255)) > TOLERATED_STEP) {
                return true;
            }
        }
        return false;
    }
}

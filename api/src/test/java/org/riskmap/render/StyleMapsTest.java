package org.riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code golden/style} shows one thing that a style can say: {@code map.sld} drawn over {@code features.txt}. The
 * picture is the one that a person looked at and found right; {@code pixels.txt} says what must be seen where, worked out from
 * the style without drawing it. To draw them anew, on purpose:
 * {@code mvn -pl api test -Dtest=StyleMapsTest -Driskmap.golden=write}, then look at each that changed.
 */
class StyleMapsTest {

    private static final Path CASES = Path.of("src/test/resources/golden/style");
    private static final boolean WRITE = "write".equals(System.getProperty("riskmap.golden"));

    /** Other Java versions and fonts place letters a little differently. */
    private static final int TOLERATED_STEP = 48;

    private static final double TOLERATED_SHARE = 0.01;

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_style_draws_what_it_says(String name) throws IOException {
        Path folder = CASES.resolve(name);
        BufferedImage drawn = StyleCase.read(folder).draw();
        Path seen = Files.createDirectories(Path.of("target/golden/style")).resolve(name + ".png");
        ImageIO.write(drawn, "png", seen.toFile());

        assertThat(SeenPixels.read(folder.resolve("pixels.txt")).missedIn(drawn))
                .as("what should be seen in " + seen)
                .isEmpty();
        if (WRITE) {
            Files.copy(seen, folder.resolve("expected.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        BufferedImage expected = ImageIO.read(folder.resolve("expected.png").toFile());
        assertThat(SeenPixels.shareApart(expected, drawn, TOLERATED_STEP))
                .as("share of pixels that differ; drawn: " + seen)
                .isLessThanOrEqualTo(TOLERATED_SHARE);
    }
}

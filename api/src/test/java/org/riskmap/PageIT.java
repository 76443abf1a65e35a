package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A browser's way through the page ({@code web/test/page.mjs}) on the demo county. Its pictures stay in {@code
 * target/page}; with {@code RISKMAP_UPDATE_SCREENSHOT=true} the README gets the new one.
 */
class PageIT {

    private static final int PATIENCE_MINUTES = 12;
    private static final Path PICTURES = Path.of("target", "page");
    private static final Path README_PICTURE = Path.of("..", "web", "docs", "map.png");

    @Test
    void a_planner_finds_a_place_runs_both_analyses_and_closes_a_shelter() throws IOException {
        RunningService service = RunningService.shared();
        Files.createDirectories(PICTURES);
        String printed = ForeignProgram.output(
                PATIENCE_MINUTES,
                Map.of(
                        "RISKMAP_URL", service.base().toString(),
                        "RISKMAP_ADMIN_PASSWORD", service.adminPassword(),
                        "OUT", PICTURES.toAbsolutePath().toString()),
                "node",
                Path.of("..", "web", "test", "page.mjs").toString());
        System.out.println(printed);
        assertThat(PICTURES.resolve("map.png")).isNotEmptyFile();
        if ("true".equals(System.getenv("RISKMAP_UPDATE_SCREENSHOT"))) {
            Files.createDirectories(README_PICTURE.getParent());
            Files.copy(PICTURES.resolve("map.png"), README_PICTURE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

package org.riskmap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwoCountiesTest {

    @Test
    void scale_two_has_two_of_everything_and_every_id_once() {
        DemoLand demo = new DemoLand(new DemoSettings(5, 2));
        Map<String, Long> rows = new HashMap<>();
        Set<String> ids = new HashSet<>();
        DemoCounty.write(demo, (statement, bytes, count) -> {
            String table = statement.split("[ .]")[2];
            rows.merge(table, count, Long::sum);
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> assertThat(
                            ids.add(table + " " + line.substring(0, line.indexOf('\t'))))
                    .isTrue());
        });
        assertThat(rows)
                .containsEntry("admin_area", 2L * (1 + 19 + 300))
                .containsEntry("settlement", 2L * 1180)
                .containsEntry("shelter", 2L * 201)
                .containsEntry("supply_depot", 2L * 78);
        double people = demo.places.settlements.stream()
                .mapToInt(Settlement::population)
                .sum();
        assertThat(people).isBetween(2 * 200_000.0, 2 * 370_000.0);
    }
}

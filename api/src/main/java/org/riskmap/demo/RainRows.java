package org.riskmap.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Rows of rain gauges, of the storm for which the past warning was issued, and of thresholds for the zones of geohazards:
 * examples, as the columns say. Nothing is measured today.
 */
final class RainRows {

    private static final Instant FIRST_HOUR = Instant.parse("2023-07-27T21:00:00Z");
    private static final int HOURS = 36;
    private static final double PEAK_MM = 26;
    private static final double PEAK_HOUR = 13;
    private static final double LASTS_HOURS = 4.5;
    private static final double REACHES_M = 11_000;
    private static final int VILLAGE_GAUGES = 30;
    private static final int[] WINDOWS_H = {1, 3, 6, 24};
    /** Millimetres for yellow, orange and red where the risk is high. */
    private static final double[][] MM = {{30, 45, 60}, {60, 80, 100}, {85, 110, 140}, {130, 170, 220}};

    private static final List<String> LEVELS = List.of("yellow", "orange", "red");
    private static final Map<String, Double> FACTOR = Map.of("high", 1.0, "medium", 1.2, "low", 1.45, "watch", 1.7);

    private final DemoLand demo;
    private final Map<String, String> zoneRisks;

    /** @param zoneRisks risk by id of the zone */
    RainRows(DemoLand demo, Map<String, String> zoneRisks) {
        this.demo = demo;
        this.zoneRisks = zoneRisks;
    }

    void write(CopyTable.Sink sink) {
        int perCounty = Places.TOWNSHIPS + VILLAGE_GAUGES;
        int[] cells = new int[demo.counties.count * perCounty];
        try (CopyTable table = new CopyTable(sink, "rain_gauge", "id", "name", "kind", "admin_code", "geom")) {
            for (int i = 0; i < cells.length; i++) {
                int county = i / perCounty;
                int rank = i % perCounty;
                int step = (Places.VILLAGES - Places.TOWNSHIPS) / VILLAGE_GAUGES;
                int number = rank < Places.TOWNSHIPS ? rank : Places.TOWNSHIPS + (rank - Places.TOWNSHIPS) * step;
                Village village = demo.places.villages.get(county * Places.VILLAGES + number);
                cells[i] = village.cell();
                table.row(
                        gauge(i),
                        village.shortName() + "雨量站",
                        rank < Places.TOWNSHIPS ? "基本站" : "简易站",
                        village.code(),
                        Ewkb.point(demo.land.grid.x(village.cell()) + 60, demo.land.grid.y(village.cell()) - 40));
            }
        }
        writeStorm(sink, cells);
        writeThresholds(sink);
    }

    private static String gauge(int index) {
        return "demo-gauge-%03d".formatted(index + 1);
    }

    private void writeStorm(CopyTable.Sink sink, int[] cells) {
        int centre = demo.places.townships.get(Places.TOWNSHIPS - 1).cell();
        try (CopyTable table = new CopyTable(sink, "rain_reading", "id", "gauge_id", "at", "minutes", "mm")) {
            for (int i = 0; i < cells.length; i++) {
                double away = demo.land.grid.distanceM(cells[i], centre) / REACHES_M;
                for (int hour = 0; hour < HOURS; hour++) {
                    Dice dice = Dice.of(demo.settings.seed(), "rain", i, hour);
                    double late = (hour - PEAK_HOUR - away) / LASTS_HOURS;
                    double mm = PEAK_MM * StrictMath.exp(-(away * away + late * late) / 2) * dice.real(0.7, 1.3);
                    table.row(
                            "demo-rain-%03d-%02d".formatted(i + 1, hour),
                            gauge(i),
                            FIRST_HOUR.plus(Duration.ofHours(hour + 1)),
                            60,
                            Math.rint(2 * mm) / 2);
                }
            }
        }
    }

    private void writeThresholds(CopyTable.Sink sink) {
        try (CopyTable table = new CopyTable(
                sink,
                "rain_threshold",
                "id",
                "hazard_layer",
                "hazard_id",
                "window_h",
                "level",
                "mm",
                "valid_from",
                "certainty",
                "says")) {
            zoneRisks.forEach((zone, risk) -> {
                for (int w = 0; w < WINDOWS_H.length; w++) {
                    for (int l = 0; l < LEVELS.size(); l++) {
                        table.row(
                                zone.replace("geohazard-zone", "rain-limit") + "-" + WINDOWS_H[w] + "h-"
                                        + LEVELS.get(l),
                                "geohazard_zone",
                                zone,
                                WINDOWS_H[w],
                                LEVELS.get(l),
                                Math.rint(MM[w][l] * FACTOR.getOrDefault(risk, 1.7)),
                                "2020-01-01",
                                "unverified",
                                "演示阈值，虚构");
                    }
                }
            });
        }
    }
}

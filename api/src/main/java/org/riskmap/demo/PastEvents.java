package org.riskmap.demo;

import java.time.Instant;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** Rows of a closure and a warning that are over: examples that close and warn of nothing today. */
final class PastEvents {

    private static final double SLIDE_ON_ROAD_M = 1500;

    private final DemoLand demo;
    private final MultiPolygon warned;

    /** @param warned the land that the warning was for */
    PastEvents(DemoLand demo, MultiPolygon warned) {
        this.demo = demo;
        this.warned = warned;
    }

    void write(CopyTable.Sink sink) {
        writeClosure(sink);
        writeWarning(sink);
    }

    private void writeClosure(CopyTable.Sink sink) {
        RoadLines.RoadLine road = demo.roads.lines.stream()
                .filter(line -> line.road().roadClass() == RoadClass.COUNTY && line.lengthM() > SLIDE_ON_ROAD_M)
                .findFirst()
                .orElseThrow();
        int middle = road.xy().length / 4 * 2;
        Dice dice = Dice.of(demo.settings.seed(), "closure");
        MultiPolygon slide =
                Blob.around(road.xy()[middle], road.xy()[middle + 1], 130, 75, 0.7, dice, new GeometryFactory());
        try (CopyTable table = new CopyTable(sink, "closure", "id", "name", "valid_from", "valid_to", "geom")) {
            table.row(
                    "demo-closure-1",
                    road.road().name() + "滑坡封闭路段（演示，已解除）",
                    Instant.parse("2023-07-28T09:20:00Z"),
                    Instant.parse("2023-08-02T04:00:00Z"),
                    Ewkb.polygons(slide));
        }
    }

    private void writeWarning(CopyTable.Sink sink) {
        try (CopyTable table =
                new CopyTable(sink, "warning", "id", "name", "level", "hazard", "valid_from", "valid_to", "geom")) {
            table.row(
                    "demo-warning-1",
                    "暴雨橙色预警（演示，已解除）",
                    "orange",
                    "flood",
                    Instant.parse("2023-07-28T02:00:00Z"),
                    Instant.parse("2023-07-29T10:00:00Z"),
                    Ewkb.polygons(warned));
        }
    }
}

package org.riskmap.demo;

/** Rows of road and river. */
final class WayRows {

    private final DemoLand demo;

    WayRows(DemoLand demo) {
        this.demo = demo;
    }

    void write(CopyTable.Sink sink) {
        writeRivers(sink);
        writeRoads(sink);
    }

    private void writeRivers(CopyTable.Sink sink) {
        try (CopyTable table = new CopyTable(sink, "river", "id", "name", "kind", "geom")) {
            int number = 0;
            for (Rivers.River river : demo.rivers.rivers) {
                double[] xy = demo.rivers.coordinates(river);
                table.row("demo-river-%04d".formatted(++number), river.name(), river.kind(), Ewkb.line(xy));
            }
        }
    }

    private void writeRoads(CopyTable.Sink sink) {
        try (CopyTable table = new CopyTable(
                sink,
                "road",
                "id",
                "name",
                "kind",
                "class",
                "oneway",
                "maxspeed_kmh",
                "ref",
                "bridge",
                "tunnel",
                "layer",
                "geom")) {
            int number = 0;
            for (RoadLines.RoadLine line : demo.roads.lines) {
                RoadGraph.Road road = line.road();
                table.row(
                        "demo-road-%06d".formatted(++number),
                        road.name(),
                        road.roadClass().kind,
                        road.roadClass().highway,
                        road.oneway(),
                        road.roadClass().maxspeedKmh,
                        road.ref().isEmpty() ? null : road.ref(),
                        line.bridge() ? "yes" : null,
                        line.tunnel() ? "yes" : null,
                        line.bridge() ? "1" : line.tunnel() ? "-1" : null,
                        Ewkb.line(line.xy()));
            }
        }
    }
}

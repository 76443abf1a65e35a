package org.riskmap.demo;

/** Rows of shelter. */
final class MeansRows {

    private final DemoLand demo;

    MeansRows(DemoLand demo) {
        this.demo = demo;
    }

    void write(CopyTable.Sink sink) {
        writeShelters(sink);
    }

    private void writeShelters(CopyTable.Sink sink) {
        Shelters shelters = new Shelters(demo.places, demo.land, demo.settings.seed());
        try (CopyTable table = new CopyTable(
                sink,
                "shelter",
                "id",
                "name",
                "capacity",
                "tier",
                "status",
                "standardised",
                "effective_area_m2",
                "suited_hazards",
                "address",
                "admin_code",
                "geom")) {
            int number = 0;
            for (int county = 0; county < demo.counties.count; county++) {
                for (Shelters.Shelter one : shelters.of(county)) {
                    table.row(
                            "demo-shelter-%03d".formatted(++number),
                            one.name(),
                            one.capacity(),
                            one.tier(),
                            one.open() ? "open" : "closed",
                            one.standardised(),
                            one.areaM2(),
                            one.hazards(),
                            one.address(),
                            one.villageCode(),
                            Ewkb.point(one.x(), one.y()));
                }
            }
        }
    }
}

package org.riskmap.demo;

import java.util.List;

/** Rows of what helps: shelters, rescue stations, depots. */
final class MeansRows {

    private static final int ITEMS = 33_120;

    /** @param inVillages placed in villages, else in towns */
    private record StationKind(String kind, String ending, int count, boolean inVillages, int vehicles, int persons) {}

    private static final List<StationKind> STATIONS = List.of(
            new StationKind("消防救援站", "消防救援站", 2, false, 6, 32),
            new StationKind("乡镇专职消防队", "专职消防队", 17, false, 2, 12),
            new StationKind("森林消防队", "森林消防中队", 4, false, 3, 25),
            new StationKind("派出所", "派出所", 8, false, 2, 9),
            new StationKind("微型消防站", "微型消防站", 18, true, 1, 6));

    private final DemoLand demo;

    MeansRows(DemoLand demo) {
        this.demo = demo;
    }

    void write(CopyTable.Sink sink) {
        writeShelters(sink);
        writeStations(sink);
        writeDepots(sink);
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

    private void writeStations(CopyTable.Sink sink) {
        try (CopyTable table =
                new CopyTable(sink, "rescue_station", "id", "name", "kind", "vehicles", "persons", "address", "geom")) {
            int number = 0;
            for (int county = 0; county < demo.counties.count; county++) {
                for (StationKind kind : STATIONS) {
                    for (int i = 0; i < kind.count(); i++) {
                        Dice dice = Dice.of(demo.settings.seed(), kind.kind(), county, i);
                        Village village = kind.inVillages()
                                ? village(county, Places.TOWNSHIPS + i * 15)
                                : village(county, kind.count() == 17 ? i + 2 : i * Places.TOWNSHIPS / kind.count());
                        String owner = kind.inVillages()
                                ? village.name()
                                : demo.places.townshipOf(village).name();
                        table.row(
                                "demo-station-%03d".formatted(++number),
                                owner + kind.ending(),
                                kind.kind(),
                                kind.vehicles() + dice.whole(2),
                                kind.persons() + dice.whole(kind.persons() / 2),
                                address(village),
                                near(village.cell(), dice));
                    }
                }
            }
        }
    }

    private void writeDepots(CopyTable.Sink sink) {
        try (CopyTable table = new CopyTable(sink, "supply_depot", "id", "name", "kind", "items", "geom")) {
            int number = 0;
            for (int county = 0; county < demo.counties.count; county++) {
                double[] weight = new double[78];
                for (int i = 0; i < weight.length; i++) {
                    double usual = i < 2 ? 30 : i < 21 ? 5 : 1;
                    weight[i] = usual
                            * Dice.of(demo.settings.seed(), "stock", county, i).real(0.6, 1.6);
                }
                int[] items = People.shared(ITEMS, weight, 20);
                for (int i = 0; i < items.length; i++) {
                    Village village = village(county, i < 2 ? i : i < 21 ? i - 2 : Places.TOWNSHIPS + (i - 21) * 4);
                    Township town = demo.places.townshipOf(village);
                    String kind = i < 2 ? "县级物资库" : i < 21 ? "乡镇物资库" : "村级储备点";
                    String owner = i < 2 ? demo.places.countyName(county) : i < 21 ? town.name() : village.name();
                    String name = owner + (i == 1 ? "第二" : "") + (i < 2 ? "应急物资储备库" : i < 21 ? "应急物资库" : "应急物资储备点");
                    Dice dice = Dice.of(demo.settings.seed(), "depot", county, i);
                    table.row("demo-depot-%03d".formatted(++number), name, kind, items[i], near(village.cell(), dice));
                }
            }
        }
    }

    private Village village(int county, int rank) {
        return demo.places.villages.get(county * Places.VILLAGES + rank);
    }

    private String address(Village village) {
        Township town = demo.places.townshipOf(village);
        return demo.places.countyName(town.county()) + town.name() + village.name();
    }

    /** A point some steps from a village's centre. */
    private String near(int cell, Dice dice) {
        return Ewkb.point(demo.land.grid.x(cell) + dice.real(-110, 110), demo.land.grid.y(cell) + dice.real(-110, 110));
    }
}

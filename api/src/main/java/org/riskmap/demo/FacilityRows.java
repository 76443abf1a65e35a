package org.riskmap.demo;

import java.util.List;

/** Rows of schools, hospitals and homes for the old: in towns, and small schools in large villages. */
final class FacilityRows {

    private static final int VILLAGE_SCHOOLS = 24;

    /**
     * @param chance that a township has one; towns of the seat always do
     * @param seatOnly only in the two townships of the county's seat
     */
    private record Kind(String kind, String ending, double chance, boolean seatOnly, int least, int most) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("school", "中心小学", 1, false, 180, 900),
            new Kind("school", "初级中学", 0.6, false, 150, 1100),
            new Kind("kindergarten", "中心幼儿园", 1, false, 60, 320),
            new Kind("hospital", "中心卫生院", 1, false, 20, 90),
            new Kind("nursing_home", "敬老院", 0.5, false, 20, 120),
            new Kind("school", "第一中学", 1, true, 1200, 2600),
            new Kind("hospital", "人民医院", 1, true, 250, 600));

    private final DemoLand demo;
    private int number;

    FacilityRows(DemoLand demo) {
        this.demo = demo;
    }

    void write(CopyTable.Sink sink) {
        try (CopyTable table =
                new CopyTable(sink, "facility", "id", "name", "kind", "persons", "address", "admin_code", "geom")) {
            for (int county = 0; county < demo.counties.count; county++) {
                for (int rank = 0; rank < Places.TOWNSHIPS; rank++) {
                    Township town = demo.places.townships.get(county * Places.TOWNSHIPS + rank);
                    for (int i = 0; i < KINDS.size(); i++) {
                        Dice dice = Dice.of(demo.settings.seed(), "facility", county, rank, i);
                        Kind kind = KINDS.get(i);
                        boolean there = kind.seatOnly() ? town.inSeat() : town.inSeat() || dice.chance(kind.chance());
                        if (there) {
                            row(table, town, town.cell(), town.name() + kind.ending(), kind, town.code(), dice);
                        }
                    }
                }
                villageSchools(table, county);
            }
        }
    }

    private void villageSchools(CopyTable table, int county) {
        Kind small = new Kind("school", "小学教学点", 1, false, 12, 80);
        for (int i = 0; i < VILLAGE_SCHOOLS; i++) {
            Village village = demo.places.villages.get(county * Places.VILLAGES + Places.TOWNSHIPS + 3 * i);
            Dice dice = Dice.of(demo.settings.seed(), "village school", county, i);
            Township town = demo.places.townshipOf(village);
            row(table, town, village.cell(), village.name() + small.ending(), small, village.code(), dice);
        }
    }

    private void row(CopyTable table, Township town, int cell, String name, Kind kind, String adminCode, Dice dice) {
        double angle = dice.real(0, 2 * Math.PI);
        double away = dice.real(60, 420);
        table.row(
                "demo-facility-%03d".formatted(++number),
                name,
                kind.kind(),
                dice.whole(kind.least(), kind.most()),
                demo.places.countyName(town.county()) + name,
                adminCode,
                Ewkb.point(
                        demo.land.grid.x(cell) + away * StrictMath.cos(angle),
                        demo.land.grid.y(cell) + away * StrictMath.sin(angle)));
    }
}

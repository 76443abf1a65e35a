package org.riskmap.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of everything that can harm: geohazards, fire zones and points, firebreaks, hazard sites. */
final class HazardRows {

    private static final int FIRES = 96;
    private static final LocalDate FIRST_FIRE = LocalDate.of(2019, 1, 1);

    private final DemoLand demo;
    /** Risk of each zone of geohazards by its id, in the order of writing. */
    final Map<String, String> zoneRisks = new LinkedHashMap<>();

    HazardRows(DemoLand demo) {
        this.demo = demo;
    }

    void write(CopyTable.Sink sink) {
        writeGeohazards(sink);
        writeForests(sink);
        writeSites(sink);
    }

    private void writeGeohazards(CopyTable.Sink sink) {
        String[] zone = {
            "id",
            "name",
            "type",
            "risk",
            "danger_grade",
            "threatened_households",
            "threatened_persons",
            "threatened_property_wan",
            "treatment",
            "treatment_state",
            "treatment_due",
            "geom"
        };
        String[] linked = {
            "id",
            "name",
            "type",
            "risk",
            "danger_grade",
            "threatened_households",
            "threatened_persons",
            "zone_id",
            "geom"
        };
        try (CopyTable zones = new CopyTable(sink, "geohazard_zone", zone);
                CopyTable points = new CopyTable(sink, "geohazard_point", linked);
                CopyTable lines = new CopyTable(sink, "geohazard_line", linked)) {
            int firstZone = 0;
            int point = 0;
            int line = 0;
            for (int county = 0; county < demo.counties.count; county++) {
                Geohazards hazards = new Geohazards(demo.land, demo.places, county, demo.settings.seed());
                for (int i = 0; i < hazards.zones.size(); i++) {
                    Geohazards.Zone one = hazards.zones.get(i);
                    Geohazards.Danger danger = one.danger();
                    zoneRisks.put(zoneId(firstZone + i), danger.risk());
                    Treatment treatment = Treatment.of(danger, Dice.of(demo.settings.seed(), "treatment", county, i));
                    zones.row(
                            zoneId(firstZone + i),
                            danger.name(),
                            danger.type(),
                            danger.risk(),
                            danger.grade(),
                            text(danger.households()),
                            text(danger.persons()),
                            property(danger),
                            treatment.kind(),
                            treatment.state(),
                            treatment.due(),
                            Ewkb.polygons(one.shape()));
                }
                for (Geohazards.Point one : hazards.points) {
                    String shape = Ewkb.point(one.x(), one.y());
                    linked(
                            points,
                            "demo-geohazard-point-%04d".formatted(++point),
                            one.danger(),
                            firstZone,
                            one.zone(),
                            shape);
                }
                for (Geohazards.Line one : hazards.lines) {
                    String shape = Ewkb.line(one.xy());
                    linked(
                            lines,
                            "demo-geohazard-line-%04d".formatted(++line),
                            one.danger(),
                            firstZone,
                            one.zone(),
                            shape);
                }
                firstZone += hazards.zones.size();
            }
        }
    }

    private static void linked(
            CopyTable table, String id, Geohazards.Danger danger, int firstZone, int zone, String shape) {
        table.row(
                id,
                danger.name(),
                danger.type(),
                danger.risk(),
                danger.grade(),
                text(danger.households()),
                text(danger.persons()),
                zone < 0 ? null : zoneId(firstZone + zone),
                shape);
    }

    /** Some 3.2 ten thousand yuan for each person threatened. */
    private static int property(Geohazards.Danger danger) {
        return (int) Math.rint(danger.persons() * 3.2);
    }

    /** What is done about a zone: the worst are built against or left, the others watched. */
    private record Treatment(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String due) {

        static Treatment of(Geohazards.Danger danger, Dice dice) {
            boolean bad = danger.risk().equals("high") || danger.risk().equals("medium");
            double way = dice.real();
            String state = List.of("planned", "under_way", "under_way", "done").get(dice.whole(4));
            String due = LocalDate.of(2025, 6, 30).plusMonths(dice.whole(30)).toString();
            if (bad && way < 0.3) {
                return new Treatment("engineering", state, due);
            }
            if (bad && way < 0.45) {
                return new Treatment("relocation", state, due);
            }
            return way < 0.9 ? new Treatment("monitoring", "under_way", null) : new Treatment(null, null, null);
        }
    }

    private static String zoneId(int index) {
        return "demo-geohazard-zone-%04d".formatted(index + 1);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private void writeForests(CopyTable.Sink sink) {
        Forests forests = new Forests(demo);
        try (CopyTable table = new CopyTable(sink, "fire_zone", "id", "name", "danger_class", "geom")) {
            int number = 0;
            for (Forests.FireZone zone : forests.zones) {
                String id = "demo-fire-zone-%04d".formatted(++number);
                table.row(id, zone.name(), zone.dangerClass(), Ewkb.polygons(zone.shape()));
            }
        }
        try (CopyTable table = new CopyTable(sink, "firebreak", "id", "name", "kind", "width_m", "geom")) {
            int number = 0;
            for (Forests.Firebreak one : forests.breaks) {
                int widthM = one.kind().equals("生物防火林带") ? 14 : one.kind().equals("防火道路") ? 4 : 10;
                table.row(
                        "demo-firebreak-%04d".formatted(++number), one.name(), one.kind(), widthM, Ewkb.line(one.xy()));
            }
        }
        writeFires(sink, forests);
    }

    private void writeFires(CopyTable.Sink sink, Forests forests) {
        try (CopyTable table =
                new CopyTable(sink, "fire_point", "id", "name", "detected_at", "confidence", "frp_mw", "geom")) {
            int number = 0;
            for (int county = 0; county < demo.counties.count; county++) {
                for (int i = 0; i < FIRES; i++) {
                    Dice dice = Dice.of(demo.settings.seed(), "fire", county, i);
                    int cell = forests.woodedCell(county, dice);
                    Instant seen = seen(dice);
                    double power = Math.rint(10 * Math.min(160, 3 + 7 * StrictMath.exp(0.9 * dice.bell()))) / 10;
                    table.row(
                            "demo-fire-%04d".formatted(++number),
                            demo.places.villageAt(cell).shortName() + "热点",
                            seen,
                            text(dice.whole(31, 100)),
                            power,
                            Ewkb.point(
                                    demo.land.grid.x(cell) + dice.real(-30, 30),
                                    demo.land.grid.y(cell) + dice.real(-30, 30)));
                }
            }
        }
    }

    /** In the dry half of the year, when a satellite passes. */
    private static Instant seen(Dice dice) {
        LocalDate winter = FIRST_FIRE.plusYears(dice.whole(6)).minusDays(90).plusDays(dice.whole(0, 200));
        int hourUtc = new int[] {2, 5, 14, 17}[dice.whole(4)];
        return winter.atTime(hourUtc, dice.whole(60)).toInstant(ZoneOffset.UTC);
    }

    private void writeSites(CopyTable.Sink sink) {
        HazardSites sites = new HazardSites(demo);
        try (CopyTable table = new CopyTable(sink, "hazard_site", "id", "name", "kind", "grade", "status", "geom")) {
            int number = 0;
            for (int county = 0; county < demo.counties.count; county++) {
                for (HazardSites.Site site : sites.of(county)) {
                    table.row(
                            "demo-hazard-%04d".formatted(++number),
                            site.name(),
                            site.kind(),
                            site.grade(),
                            site.status(),
                            Ewkb.point(site.x(), site.y()));
                }
            }
        }
    }
}

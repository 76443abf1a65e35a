package org.riskmap.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** Rows of admin_area and settlement: the same people on every level. */
final class AdminRows {

    private static final int SMOOTHING = 9;
    private static final double TOLERANCE_M = 4;

    private final DemoLand demo;
    private final Places places;
    private final int[] people;
    private final int[] households;

    AdminRows(DemoLand demo) {
        this.demo = demo;
        this.places = demo.places;
        this.people = new int[places.villages.size()];
        this.households = new int[people.length];
        for (Settlement settlement : places.settlements) {
            people[settlement.village()] += settlement.population();
            households[settlement.village()] += settlement.households();
        }
    }

    /** Gives the townships' shapes, in their order. */
    List<MultiPolygon> write(CopyTable.Sink sink) {
        GeometryFactory factory = new GeometryFactory();
        Partition partition = Partition.of(demo.land.grid, places.villageOf, SMOOTHING, TOLERANCE_M);
        int villages = places.villages.size();
        int towns = places.townships.size();
        List<MultiPolygon> counties = partition.united(demo.counties.count, label -> county(label), factory);
        List<MultiPolygon> townships = partition.united(towns, label -> township(label), factory);
        try (CopyTable table = new CopyTable(
                sink, "admin_area", "id", "name", "code", "level", "parent_code", "population", "households", "geom")) {
            for (int c = 0; c < counties.size(); c++) {
                row(
                        table,
                        places.countyName(c),
                        places.countyCode(c),
                        "county",
                        null,
                        members(c, this::county),
                        counties.get(c));
            }
            for (int t = 0; t < towns; t++) {
                Township town = places.townships.get(t);
                String parent = places.countyCode(town.county());
                row(table, town.name(), town.code(), "township", parent, members(t, this::township), townships.get(t));
            }
            List<MultiPolygon> shapes = partition.united(villages, label -> label, factory);
            for (int v = 0; v < villages; v++) {
                Village village = places.villages.get(v);
                String parent = places.townshipOf(village).code();
                row(table, village.name(), village.code(), "village", parent, List.of(v), shapes.get(v));
            }
        }
        writeSettlements(sink);
        return townships;
    }

    private int county(int village) {
        return village == Labels.NONE ? Labels.NONE : village / Places.VILLAGES;
    }

    private int township(int village) {
        return village == Labels.NONE ? Labels.NONE : places.townshipIndex(places.villages.get(village));
    }

    private List<Integer> members(int group, java.util.function.IntUnaryOperator groupOf) {
        List<Integer> members = new ArrayList<>();
        for (int v = 0; v < people.length; v++) {
            if (groupOf.applyAsInt(v) == group) {
                members.add(v);
            }
        }
        return members;
    }

    private void row(
            CopyTable table,
            String name,
            String code,
            String level,
            @org.jspecify.annotations.Nullable String parent,
            List<Integer> members,
            MultiPolygon shape) {
        int persons = members.stream().mapToInt(v -> people[v]).sum();
        int homes = members.stream().mapToInt(v -> households[v]).sum();
        table.row("demo-area-" + code, name, code, level, parent, persons, homes, Ewkb.polygons(shape));
    }

    private void writeSettlements(CopyTable.Sink sink) {
        try (CopyTable table = new CopyTable(
                sink, "settlement", "id", "name", "population", "households", "vulnerable", "admin_code", "geom")) {
            int number = 0;
            for (Settlement one : places.settlements) {
                table.row(
                        "demo-settlement-%05d".formatted(++number),
                        one.name(),
                        one.population(),
                        one.households(),
                        one.vulnerable(),
                        places.villages.get(one.village()).code(),
                        Ewkb.point(one.x(), one.y()));
            }
        }
    }
}
